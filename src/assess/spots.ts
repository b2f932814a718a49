// Which spots fit the answers. A spot only describes: what does not fit any more is dropped, never refused.

import { findingById, type KnowledgeBase } from '../knowledge/index.ts';
import { type Answers, isSide, knownState, type Spot, type Spots } from '../vocabulary/index.ts';

/** What of written spots belongs to the answers: parts of the state that was chosen, sides where they are asked for. */
export function fittingSpots(knowledge: KnowledgeBase, answers: Answers, written: unknown): Spots {
  if (typeof written !== 'object' || written === null) return {};
  return Object.fromEntries(
    Object.entries(written).flatMap(([id, one]: [string, unknown]) => {
      const spot = fittingSpot(knowledge, answers, id, one);
      return spot ? [[id, spot]] : [];
    }),
  );
}

function fittingSpot(
  knowledge: KnowledgeBase,
  answers: Answers,
  id: string,
  written: unknown,
): Spot | undefined {
  const finding = findingById(knowledge, id);
  const chosen = knownState(answers, id);
  if (!finding || chosen === undefined || typeof written !== 'object' || written === null) return undefined;
  const { part, side } = written as Readonly<Record<string, unknown>>;
  const known = finding.states.find((state) => state.id === chosen)?.parts?.find((one) => one.id === part);
  const spot: Spot = {
    ...(known ? { part: known.id } : {}),
    ...(finding.sides && isSide(side) ? { side } : {}),
  };
  return spot.part === undefined && spot.side === undefined ? undefined : spot;
}
