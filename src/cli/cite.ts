import type { Basis } from '../knowledge/index.ts';

/** Where a number or an advice comes from, as one mark: `[askling2007, dossier-triage; estimate]`. */
export function cite({ sources, certainty }: Basis): string {
  return `[${sources.join(', ')}; ${certainty}]`;
}
