// What the desk adds to the guide: comments at the end of its pages, the reviews that were signed since, a way to report a claim.
// Where its store is in trouble the guide goes on without them.

import type { Guide as GuideAtDesk } from '../../app/desk/index.ts';
import type { AppOptions } from '../../app/index.ts';
import type { Verdict } from '../../knowledge/index.ts';
import { type Review, type SignedReview, signedReviews, VERDICT_NAMES } from '../../learn/index.ts';
import { commentSection, DESK_WORDS } from '../../pages/desk/index.ts';
import type { Stylesheets } from '../../pages/index.ts';
import type { Desk } from './desk.ts';

type Additions = Pick<AppOptions, 'reviews' | 'endOfGuidePage' | 'takesReports'>;

export function additionsToGuide(
  { store }: Desk,
  guide: GuideAtDesk,
  stylesheets: Stylesheets,
  log: (line: string) => void,
): Additions {
  const orWithout = async <T>(work: Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work;
    } catch {
      log('The guide is shown without comments and newer reviews: their store does not answer.');
      return otherwise;
    }
  };
  return {
    takesReports: true,
    reviews: async () => {
      const signed = signedReviews(guide.claims(), await orWithout(store.signOffs.all(), []));
      return new Map([...signed].map(([id, review]) => [id, asReview(review)]));
    },
    endOfGuidePage: async ({ id }, words) => {
      const page = guide.page(id);
      if (!page) return undefined;
      const comments = await orWithout(store.comments.onPage(id), undefined);
      return (
        comments && commentSection({ words, says: DESK_WORDS[words.tongue], stylesheets, page, comments })
      );
    },
  };
}

/** A verdict that is none of the scale's is left out. */
function asReview({ verdict, ...review }: SignedReview): Review {
  return { ...review, ...(verdict !== undefined && isVerdict(verdict) ? { verdict } : {}) };
}

function isVerdict(text: string): text is Verdict {
  return Object.hasOwn(VERDICT_NAMES, text);
}
