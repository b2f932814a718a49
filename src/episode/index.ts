export { beliefOf, openersFor, openerWords, possibleNow, urgencyNow } from './belief.ts';
export {
  type Command,
  type CommandRefusal,
  checkInRefusal,
  decide,
  hasPlanFor,
  namedCauses,
  runnerRefusal,
} from './decide.ts';
export { type EventMistake, eventFromJson } from './event-from-json.ts';
export {
  type AppendEvents,
  type CheckIn,
  type Envelope,
  type EpisodeEvent,
  type EpisodeId,
  EVENT_TYPES,
  type EventType,
  type Happening,
  inOrder,
  type ReadEvents,
} from './events.ts';
export { type EpisodeState, fold, logOf } from './fold.ts';
export { noticesOfDay, type RunNotice, runningSeconds } from './runs-in-plan.ts';
