// What a plan needs, as a list to take to a shop: grouped by where one finds it, with what else will do.

import { html } from 'hono/html';
import type { Supplies, Supply } from '../../recover/index.ts';
import { english, type Words } from '../words/index.ts';
import type { Html } from './html.ts';

/** The groups with their headings, those that hold something; a sentence when none does. */
export function suppliesList(supplies: Supplies, words: Words = english): Html {
  const says = words.supplies;
  const { care, shop, house, places, atHand, withheld } = supplies;
  const groups = [
    { title: says.care, of: care },
    { title: says.shop, of: shop },
    { title: says.house, of: house },
    { title: says.places, of: places },
    { title: says.atHand, of: atHand },
    {
      title: says.wait,
      of: withheld,
      why: says.waitWhy,
    },
  ].filter((group) => group.of.length > 0);
  if (groups.length === 0) return html`<p>${says.nothing}</p>`;
  return html`${groups.map(
    ({ title, of, why }) => html`<h2>${title}</h2>
${why ? html`<p>${why}</p>` : ''}
<ul class="supplies">${of.map((supply) => html`<li>${supplyItem(words, supply)}</li>\n`)}</ul>
`,
  )}`;
}

function supplyItem({ supplies: says }: Words, { kit, stage, stageName, usedBy }: Supply): Html {
  return html`<strong>${kit.name}</strong>${
    kit.substitute
      ? html`<br>${says.or(kit.substitute)}`
      : usedBy.length > 0
        ? html`<br>${says.nothingElse}`
        : ''
  }${
    stage === undefined
      ? ''
      : html`<br><span class="hint">${says.fromStage(stage, stageName ?? '', usedBy.map(({ name }) => name).join(', '))}</span>`
  }`;
}
