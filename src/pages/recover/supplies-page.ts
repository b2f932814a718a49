// What the plan needs, as a list to take to a shop.

import { html } from 'hono/html';
import type { Supplies } from '../../recover/index.ts';
import type { Html } from '../components/html.ts';
import { suppliesList } from '../components/supplies-list.ts';
import { type RecoverPage, recoverFrame } from './parts.ts';

export interface SuppliesPage extends RecoverPage {
  readonly supplies: Supplies;
}

export function suppliesPage(view: SuppliesPage): Html {
  const says = view.words.supplies;
  return recoverFrame(
    view,
    says.title,
    'plan',
    html`<h1>${says.title}</h1>
<p>${says.lead}</p>
${suppliesList(view.supplies, view.words)}
<p><a href="/recover/plan">${says.back}</a></p>`,
  );
}
