// What the desk adds to the guide: comments at the end of its pages, the reviews that were signed since, a way to report a claim.
// Where its store is in trouble the guide goes on without them.

import type { Guide as GuideAtDesk } from '../../app/desk/index.ts';
import type { AppOptions } from '../../app/index.ts';
import type { Verdict } from '../../knowledge/index.ts';
import { type Review, type SignOff, signOffInForce, VERDICT_NAMES } from '../../learn/index.ts';
import { commentSection, DESK_WORDS } from '../../pages/desk/index.ts';
import { addDays, dateInZone } from '../../vocabulary/index.ts';
import type { Desk } from './desk.ts';

/** How long a review counts before the next is due, in days. A choice of ours. */
const REVIEWED_FOR = 365;

type Additions = Pick<AppOptions, 'reviews' | 'endOfGuidePage' | 'takesReports'>;

/** @param stylesheet path of the stylesheet */
export function additionsToGuide(
  { store }: Desk,
  guide: GuideAtDesk,
  stylesheet: string,
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
      const signOffs = await orWithout(store.signOffs.all(), []);
      return new Map(
        guide.claims().flatMap((claim) => {
          const signOff = signOffInForce(claim, signOffs);
          return signOff ? [[claim.id, reviewOf(signOff)] as const] : [];
        }),
      );
    },
    endOfGuidePage: async ({ id }, words) => {
      const page = guide.page(id);
      if (!page) return undefined;
      const comments = await orWithout(store.comments.onPage(id), undefined);
      return (
        comments && commentSection({ words, says: DESK_WORDS[words.tongue], stylesheet, page, comments })
      );
    },
  };
}

function reviewOf({ by, secondBy, decidedAt, createdAt, verdict }: SignOff): Review {
  const on = dateInZone(decidedAt ?? createdAt, 'UTC');
  return {
    by: secondBy === undefined ? by : `${by}, ${secondBy}`,
    on,
    nextReview: addDays(on, REVIEWED_FOR),
    ...(isVerdict(verdict) ? { verdict } : {}),
  };
}

function isVerdict(text: string): text is Verdict {
  return Object.hasOwn(VERDICT_NAMES, text);
}
