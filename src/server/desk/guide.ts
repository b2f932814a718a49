// What comments belong to until the guide has its pages: the causes of the open knowledge. Each of them has a page, and none of
// them is a page for an emergency.

import type { Guide } from '../../app/desk/index.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';

export function guideOf({ conditions }: KnowledgeBase): Guide {
  const pages = new Map(
    conditions.map(({ id, name }) => [id, { id, title: name, path: `/knowledge/${id}` }]),
  );
  return {
    page: (id) => pages.get(id),
    claim: () => undefined,
    claims: () => [],
    verdicts: {},
  };
}
