// What a clinician wants to know in one page, from the answers and, where there is one, the plan: who, when, danger signs asked
// and denied, what speaks for what, the causes with numbers, how the plan has gone. The same sections make the page and its text.

import { outcomeOf } from '../assess/index.ts';
import { evaluate, type Finding, findingById } from '../knowledge/index.ts';
import { answerLabel, type Summary, type SummarySection, type Words } from '../pages/index.ts';
import { dayAt, levelOf } from '../recover/index.ts';
import { type Answers, daysBetween, isAsked, type Spots, UNSURE } from '../vocabulary/index.ts';
import type { SpokenOptions } from './options.ts';
import type { Current } from './recover/current.ts';

type Spoken = Pick<SpokenOptions, 'knowledge' | 'words'>;

/** What stands under "who and when" rather than under findings. */
const WHO: ReadonlySet<string> = new Set(['age', 'sex', 'kind-of-running']);
const WHEN: ReadonlySet<string> = new Set(['onset', 'duration', 'mechanism', 'course', 'worst-place']);
const MOST_CAUSES = 6;

/** What a runner has told: an answer sheet, or an episode. */
interface Told {
  readonly answers: Answers;
  readonly spots?: Spots;
}

/** @param made the date it is made, as `YYYY-MM-DD` */
export function summaryOf(
  spoken: Spoken,
  { answers, spots = {} }: Told,
  made: string,
  current: Current | undefined,
): Summary {
  const { knowledge, words } = spoken;
  const says = words.summary;
  const asked = Object.keys(answers).flatMap((id) => findingById(knowledge, id) ?? []);
  const told = (pick: (finding: Finding) => boolean) =>
    asked.filter(pick).map((finding) => says.told(finding.short, labelOf(words, finding, answers, spots)));
  const isPlain = ({ id }: Finding) => !WHO.has(id) && !WHEN.has(id);
  const isNo = ({ id }: Finding) => answers[id] === 'no';
  const isSign = ({ id, kind }: Finding) =>
    kind === 'red-flag' || knowledge.recovery.screen.some(({ finding }) => finding === id);
  const signs = knowledge.findings.filter(
    (one) => isSign(one) && (!one.asksWhen || evaluate(one.asksWhen, answers) !== 'false'),
  );
  const isPresent = (finding: Finding) =>
    isPlain(finding) && !isNo(finding) && answers[finding.id] !== UNSURE;
  const rest = (kinds: readonly Finding['kind'][]) => (finding: Finding) =>
    isPresent(finding) && !isSign(finding) && kinds.includes(finding.kind);
  const sections: SummarySection[] = [
    { title: says.who, lines: told(({ id }) => WHO.has(id)) },
    { title: says.when, lines: told(({ id }) => WHEN.has(id)) },
    ...(asked.length > 0 ? [urgency(spoken, answers)] : []),
    { title: says.present, lines: told((one) => isSign(one) && isPresent(one)) },
    {
      title: says.denied,
      lines: listed(signs.filter(isNo).map(({ short }) => short)),
    },
    {
      title: says.notSure,
      lines: listed(
        signs
          .filter(({ id }) => answers[id] === UNSURE || (asked.length > 0 && !isAsked(answers, id)))
          .map(({ id, short }) => (answers[id] === UNSURE ? says.isNotSure(short) : short)),
      ),
    },
    { title: says.reported, lines: told(rest(['symptom', 'sign'])) },
    {
      title: says.deniedFindings,
      lines: listed(
        asked.filter((one) => isNo(one) && isPlain(one) && !isSign(one)).map(({ short }) => short),
      ),
    },
    { title: says.selfTests, lines: told((one) => one.kind === 'self-test') },
    { title: says.health, lines: told(rest(['context'])) },
    ...(asked.length > 0 ? [causes(spoken, answers)] : []),
    ...(current ? progress(spoken, current) : []),
  ];
  return {
    made,
    knowledge: `${knowledge.version} (${knowledge.hash.slice(0, 12)})`,
    sections: sections.filter(({ lines }) => lines.length > 0),
  };
}

function labelOf(words: Words, finding: Finding, answers: Answers, spots: Spots): string {
  const answer = answers[finding.id] ?? UNSURE;
  return answer === UNSURE
    ? words.summary.saidUnsure
    : answerLabel(words, finding, answer, spots[finding.id]);
}

function listed(names: readonly string[]): readonly string[] {
  return names.length > 0 ? [names.join('; ')] : [];
}

function urgency({ knowledge, words }: Spoken, answers: Answers): SummarySection {
  const says = words.summary;
  const { triage } = outcomeOf(knowledge, answers).assessment;
  return {
    title: says.urgency,
    lines: [
      knowledge.levels[triage.level].title,
      ...triage.fired.map(({ code, name, level }) => `${code} ${name} (${says.levels[level]})`),
      ...triage.doubtful.map(({ code, name }) => says.hangsOn(`${code} ${name}`)),
    ],
  };
}

function causes({ knowledge, words }: Spoken, answers: Answers): SummarySection {
  const says = words.summary;
  const { leading, important, reasons } = outcomeOf(knowledge, answers, words.ofAssess);
  if (reasons.care.safetyOnly) return { title: says.causes, lines: [reasons.care.safetyOnly.because] };
  return {
    title: says.causesBy,
    lines: [...leading, ...important].slice(0, MOST_CAUSES).map(({ condition, probability }, index) => {
      const range = reasons.stability.ranges[index];
      const spread = range ? says.spread(says.percent(range.low), says.percent(range.high)) : '';
      return says.cause(condition.clinicalName, condition.name, says.percent(probability), spread);
    }),
  };
}

function progress({ knowledge, words }: Spoken, current: Current): readonly SummarySection[] {
  const says = words.summary;
  const { plan, log, runner, state, today } = current;
  const { diagnosis } = state;
  const dates = Object.keys(log.days)
    .filter((date) => dayAt(log, date).checkedIn)
    .sort();
  const pain = (date = '') => {
    const { painMorning, painWorst } = dayAt(log, date).values;
    return says.painOn(date, String(painMorning ?? '–'), String(painWorst ?? '–'));
  };
  const plain: SummarySection[] = [
    {
      title: says.runner,
      lines: [
        says.about(runner.age, runner.side, runner.usualRunMinutes, runner.longestRunMinutes),
        ...(runner.onset ? [says.beganOn(runner.onset)] : []),
        ...(diagnosis
          ? [
              says.toldBy(
                knowledge.conditions.find(({ id }) => id === diagnosis.condition)?.clinicalName ??
                  diagnosis.condition,
                diagnosis.presentation ? `, ${diagnosis.presentation}` : '',
                diagnosis.about,
              ),
            ]
          : []),
        ...log.clearances.map(({ date, covers }) => says.cleared(covers, date)),
      ],
    },
  ];
  if (plan.kind === 'none') return plain;
  const { route, course, decision } = plan;
  const level = levelOf(route, course.standing);
  const kinds = course.decisions.map(({ kind }) => kind);
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  return [
    ...plain,
    {
      title: says.plan,
      lines: [
        says.where(
          route.plan.name,
          daysBetween(log.start, today) + 1,
          level.stage + 1,
          route.stages.length,
          route.stages[level.stage]?.stage.name ?? '',
        ),
        says.today(decision.reason),
        ...(dates.length > 0 ? [pain(dates[0]), pain(dates.at(-1))] : []),
        says.days(dates.length, count('advance'), count('step-back'), count('pause'), count('see-someone')),
        ...course.decisions
          .filter(({ kind }) => kind === 'step-back' || kind === 'see-someone')
          .slice(-5)
          .map(({ date, reason }) => says.onDay(date, reason)),
      ],
    },
  ];
}
