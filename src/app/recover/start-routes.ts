// Beginning a plan: from a result, from a clinician's diagnosis, or from a name.

import { type Context, Hono } from 'hono';
import { assess } from '../../assess/index.ts';
import { type Command, namedCauses, possibleNow } from '../../episode/index.ts';
import { conditionById, findingById } from '../../knowledge/index.ts';
import { type Html, type Posted, startPage } from '../../pages/index.ts';
import { baselineOf, runsOf } from '../../train/index.ts';
import { addDays, dateInZone, isLocalDate } from '../../vocabulary/index.ts';
import { soreSide } from '../answer-sheet.ts';
import type { SpokenOptions } from '../options.ts';
import { obstacleTo } from '../plan-obstacle.ts';
import { formOf } from '../read-body.ts';
import { lastZone } from './current.ts';
import {
  type Errors,
  postedOf,
  type ReadSigns,
  readClearance,
  readDiagnosis,
  readRunner,
  readSigns,
} from './forms.ts';
import { clocksAt } from './views.ts';
import { append, idFrom, visit } from './visit.ts';

const NOTHING_SAID = { screen: {}, each: false } as const;

export function startRoutes(options: SpokenOptions): Hono {
  const { words } = options;
  const routes = new Hono();

  routes.get('/start', async (c) => {
    const { current } = await visit(options, c);
    if (current) return c.redirect('/recover', 303);
    return c.html(await startView(options, c, {}, NOTHING_SAID, {}));
  });

  routes.post('/start', async (c) => {
    const { events, current } = await visit(options, c);
    if (current) return c.redirect('/recover', 303);
    const posted = postedOf(await formOf(c.req.raw));
    if (posted.fill?.[0] === 'yes') return c.html(await startView(options, c, posted, NOTHING_SAID, {}));
    const zone = options.zone ?? zoneFrom(options, posted);
    const today = dateInZone(options.now(), zone ?? 'UTC');
    const { runner, errors: found } = readRunner(options, posted, today);
    const signs = readSigns(options, posted);
    const cause = await causeFrom(options, c, posted);
    const errors: Errors = {
      ...('error' in cause ? { cause: cause.error } : {}),
      ...(signs.error === undefined ? {} : { found: signs.error }),
      ...found,
      ...(zone === undefined ? { zone: words.forms.zone } : {}),
    };
    if (Object.keys(errors).length > 0 || !runner || zone === undefined || 'error' in cause) {
      return c.html(await startView(options, c, posted, signs, errors), 422);
    }
    const cleared = readClearance(posted, 'clearance');
    return append(options, c, events, '/recover', today, zone, idFrom(options, posted), [
      ...cause.commands,
      { kind: 'start-plan', runner },
      ...(cleared && cause.commands.some(({ kind }) => kind === 'enter-diagnosis')
        ? [{ kind: 'give-clearance', covers: cleared } as const]
        : []),
      { kind: 'report-red-flag', screen: signs.screen },
    ]);
  });

  return routes;
}

function zoneFrom(options: SpokenOptions, posted: Posted): string | undefined {
  const wanted = posted.zone?.[0];
  return clocksAt(options.words, options.now()).find(({ zone }) => zone === wanted)?.zone;
}

async function startView(
  options: SpokenOptions,
  c: Context,
  posted: Posted,
  { screen, each }: Pick<ReadSigns, 'screen' | 'each'>,
  errors: Errors,
): Promise<Html> {
  const { knowledge } = options;
  const { base, events } = await visit(options, c);
  const finished = await finishedSheet(options, c);
  const answers = finished?.answers;
  const side = finished && soreSide(knowledge, finished);
  const [leading] = answers ? possibleNow(knowledge, answers) : [];
  const filled = await fillFromRuns(options, c, posted);
  return startPage({
    ...base,
    result: leading && conditionById(knowledge, leading.condition)?.name,
    obstacle: answers && obstacleTo(options, answers),
    named: namedCauses(knowledge).flatMap((id) => conditionById(knowledge, id) ?? []),
    clocks: options.zone === undefined ? clocksAt(options.words, options.now()) : [],
    signs: knowledge.recovery.screen.flatMap(({ finding }) => findingById(knowledge, finding) ?? []),
    screen,
    each,
    posted: {
      ...(side ? { side: [side] } : {}),
      ...posted,
      ...filled?.posted,
      ...(events.length > 0 && !posted.zone ? { zone: [lastZone(events)] } : {}),
    },
    fill: filled && { says: filled.says },
    errors,
    id: posted.id?.[0] ?? options.newId(),
  });
}

/** What the runs of the four weeks before it began say of the runner; undefined where there are no runs. */
async function fillFromRuns(
  { knowledge: { training }, runs, now, zone, words }: SpokenOptions,
  c: Context,
  posted: Posted,
): Promise<{ readonly says: string | undefined; readonly posted: Posted } | undefined> {
  const book = await runs.read(c.req.raw);
  if (!training || book.runs.length === 0) return undefined;
  if (posted.fill?.[0] !== 'yes') return { says: undefined, posted: {} };
  const { runInPlan: says, dates } = words;
  const today = dateInZone(now(), zone ?? 'UTC');
  const onset = posted.onset?.[0] ?? '';
  const isDate = isLocalDate(onset) && onset <= today;
  const baseline = baselineOf(training, runsOf(book), isDate ? onset : addDays(today, 1));
  if (!baseline) return { says: says.fillNone, posted: {} };
  const { usualRunMinutes, longestRunMinutes, daysAWeek, window } = baseline;
  return {
    says: says.filled(baseline.runs, dates.short(window.from), dates.short(window.to)),
    posted: {
      usual: [String(Math.min(600, usualRunMinutes))],
      longest: [String(Math.min(1500, longestRunMinutes))],
      days: [String(daysAWeek)],
    },
  };
}

/** What was said in an interview that is over; undefined while a question is open: it could be a danger sign. */
async function finishedSheet({ knowledge, keeper }: SpokenOptions, c: Context) {
  const sheet = await keeper.read(c.req.raw);
  if (!sheet || Object.keys(sheet.answers).length === 0) return undefined;
  return assess(knowledge, sheet.answers).next.kind === 'stop' ? sheet : undefined;
}

async function causeFrom(
  options: SpokenOptions,
  c: Context,
  posted: Posted,
): Promise<{ readonly commands: readonly Command[] } | { readonly error: string }> {
  const {
    knowledge,
    words: { forms },
  } = options;
  const cause = posted.cause?.[0] ?? '';
  const sheet = await finishedSheet(options, c);
  const given: readonly Command[] = sheet
    ? [
        { kind: 'give-answers', answers: sheet.answers, ...(sheet.spots ? { spots: sheet.spots } : {}) },
        { kind: 'take-result' },
      ]
    : [];
  if (cause === 'result') {
    if (!sheet) return { error: forms.answersGone };
    const obstacle = obstacleTo(options, sheet.answers);
    return obstacle ? { error: forms.noPlanYet(obstacle.because) } : { commands: given };
  }
  if (cause === 'diagnosis') {
    const diagnosis = readDiagnosis(posted);
    return diagnosis
      ? { commands: [{ kind: 'enter-diagnosis', ...diagnosis }] }
      : { error: forms.chooseTold };
  }
  if (namedCauses(knowledge).includes(cause)) return { commands: [{ kind: 'name-cause', condition: cause }] };
  return { error: forms.chooseCause };
}
