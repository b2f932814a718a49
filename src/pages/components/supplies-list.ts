// What a plan needs, as a list to take to a shop: grouped by where one finds it, with what else will do.

import { html } from 'hono/html';
import type { Supplies, Supply } from '../../recover/index.ts';
import type { Html } from './html.ts';

/** The groups with their headings, those that hold something; a sentence when none does. */
export function suppliesList(supplies: Supplies): Html {
  const { care, shop, house, places, atHand, withheld } = supplies;
  const groups = [
    { title: 'For the first days', of: care },
    { title: 'From a shop, unless something at home will do', of: shop },
    { title: 'Look at home', of: house },
    { title: 'A place to go to', of: places },
    { title: 'You have it', of: atHand },
    {
      title: 'Wait with these',
      of: withheld,
      why: 'Only exercises that are left out for now use them.',
    },
  ].filter((group) => group.of.length > 0);
  if (groups.length === 0) return html`<p>You need nothing for this plan.</p>`;
  return html`${groups.map(
    ({ title, of, why }) => html`<h2>${title}</h2>
${why ? html`<p>${why}</p>` : ''}
<ul class="supplies">${of.map((supply) => html`<li>${supplyItem(supply)}</li>\n`)}</ul>
`,
  )}`;
}

function supplyItem({ kit, stage, stageName, usedBy }: Supply): Html {
  return html`<strong>${kit.name}</strong>${
    kit.substitute
      ? html`<br>Or: ${kit.substitute}`
      : usedBy.length > 0
        ? html`<br>Nothing else will do.`
        : ''
  }${
    stage === undefined
      ? ''
      : html`<br><span class="hint">From stage ${stage}, ${stageName}: ${usedBy.map(({ name }) => name).join(', ')}</span>`
  }`;
}
