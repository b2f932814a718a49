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
  return recoverFrame(
    view,
    'What you need',
    'plan',
    html`<h1>What you need</h1>
<p>From where you are now to the end of the plan. No medicines: ask a pharmacist about those.</p>
${suppliesList(view.supplies)}
<p><a href="/recover/plan">Back to the plan</a></p>`,
  );
}
