import type { Basis } from '../knowledge/index.ts';

/** Where a number or an advice comes from, as one mark: `[askling2007, dossier-triage; estimate]`. */
export function cite({ sources, certainty }: Basis): string {
  return `[${sources.join(', ')}; ${certainty}]`;
}

/** The mark, then what the author noted about the number. */
export function citeFully(basis: Basis): string {
  return basis.note ? `${cite(basis)} ${basis.note}` : cite(basis);
}
