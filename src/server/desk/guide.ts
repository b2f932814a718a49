// What comments, reports and sign-offs belong to: the pages and claims of the guide. Which pages take
// comments their authors say: none that tells when to get help.

import type { Guide as GuideAtDesk } from '../../app/desk/index.ts';
import { type ClaimAtDesk, claimById, type Guide, guidePageById, VERDICT_NAMES } from '../../learn/index.ts';
import { sha256 } from '../../store/index.ts';

/** The guide as the desk sees it; without one there is nothing to comment on. */
export function guideAtDesk(guide: Guide | undefined): GuideAtDesk {
  const claims = (guide?.claims ?? []).map(
    ({ id, text, verdict }): ClaimAtDesk => ({
      id,
      wording: text,
      verdict,
      edition: sha256(`${verdict}\n${text}`).slice(0, 16),
      path: `/claims/${id}`,
    }),
  );
  return {
    page: (id) => {
      const page = guide && guidePageById(guide, id);
      return page?.takesComments ? { id, title: page.title, path: `/guide/${id}` } : undefined;
    },
    claim: (id) => (guide && claimById(guide, id) ? claims.find((one) => one.id === id) : undefined),
    claims: () => claims,
    verdicts: VERDICT_NAMES,
  };
}
