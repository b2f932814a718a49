// What a plan needs, as text for the terminal and as JSON for programs.

import type { Supplies, Supply } from '../recover/index.ts';
import { cite } from './cite.ts';
import { strong } from './terminal.ts';
import { wrap } from './text.ts';

const TITLES: Readonly<Record<keyof Supplies, string>> = {
  care: 'For the first days',
  shop: 'From a shop, unless something at home will do',
  house: 'Look at home',
  places: 'A place to go to',
  atHand: 'You have it',
  withheld: 'Wait with these: only exercises that are left out for now use them',
};

export function suppliesText(supplies: Supplies, width: number): string {
  const groups = (Object.keys(TITLES) as (keyof Supplies)[]).filter((group) => supplies[group].length > 0);
  if (groups.length === 0) return 'You need nothing for this plan.';
  return groups
    .map((group) =>
      [
        strong(TITLES[group]),
        ...supplies[group].map((supply) => wrap(inWords(supply), width, ' [ ] ', '     ')),
      ].join('\n'),
    )
    .join('\n\n');
}

function inWords({ kit, stage, stageName, usedBy }: Supply): string {
  return [
    `${kit.name}.`,
    ...(kit.substitute ? [`Or: ${kit.substitute}`] : usedBy.length > 0 ? ['Nothing else will do.'] : []),
    ...(stage === undefined
      ? []
      : [`From stage ${stage}, ${stageName}: ${usedBy.map(({ name }) => name).join(', ')}.`]),
    cite(kit.basis),
  ].join(' ');
}

export function suppliesJson(supplies: Supplies) {
  return Object.fromEntries(
    Object.entries(supplies).map(([group, list]: [string, readonly Supply[]]) => [
      group,
      list.map(({ kit, stage, usedBy }) => ({
        kit: kit.id,
        name: kit.name,
        substitute: kit.substitute ?? null,
        fromStage: stage ?? null,
        usedBy: usedBy.map(({ id }) => id),
        sources: kit.basis.sources,
        certainty: kit.basis.certainty,
      })),
    ]),
  );
}
