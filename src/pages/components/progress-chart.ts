import { html } from 'hono/html';
import type { LocalDate } from '../../vocabulary/index.ts';
import type { Html } from './html.ts';
export interface ProgressDay {
  readonly date: LocalDate;
  readonly morning?: number;
  readonly worst?: number;
  readonly during?: number;
  readonly stage: number;
  readonly stageName: string;
  readonly decision: string;
  readonly ran?: number;
}
export function progressChart(_: { readonly days: readonly ProgressDay[] }): Html {
  return html``;
}
