// What a clinician wants to know in one page, from the answers and, where there is one, the plan: who, when, danger signs asked
// and denied, what speaks for what, the causes with numbers, how the plan has gone. The same sections make the page and its text.

import { outcomeOf } from '../assess/index.ts';
import { evaluate, type Finding, findingById, type KnowledgeBase } from '../knowledge/index.ts';
import type { Summary, SummarySection } from '../pages/index.ts';
import { dayAt, levelOf } from '../recover/index.ts';
import { type Answers, daysBetween, isAsked, UNSURE } from '../vocabulary/index.ts';
import type { Current } from './recover/current.ts';

/** What stands under "who and when" rather than under findings. */
const WHO: ReadonlySet<string> = new Set(['age', 'sex', 'kind-of-running']);
const WHEN: ReadonlySet<string> = new Set(['onset', 'duration', 'mechanism', 'course', 'worst-place']);
const MOST_CAUSES = 6;

/** @param made the date it is made, as `YYYY-MM-DD` */
export function summaryOf(
  knowledge: KnowledgeBase,
  answers: Answers,
  made: string,
  current: Current | undefined,
): Summary {
  const asked = Object.keys(answers).flatMap((id) => findingById(knowledge, id) ?? []);
  const told = (pick: (finding: Finding) => boolean) =>
    asked.filter(pick).map((finding) => `${finding.short}: ${labelOf(finding, answers)}`);
  const isPlain = ({ id }: Finding) => !WHO.has(id) && !WHEN.has(id);
  const isNo = ({ id }: Finding) => answers[id] === 'no';
  const isSign = ({ id, kind }: Finding) =>
    kind === 'red-flag' || knowledge.recovery.screen.some(({ finding }) => finding === id);
  const signs = knowledge.findings.filter(
    (one) => isSign(one) && (!one.asksWhen || evaluate(one.asksWhen, answers) !== 'false'),
  );
  const rest = (kinds: readonly Finding['kind'][]) => (finding: Finding) =>
    isPlain(finding) &&
    !isSign(finding) &&
    kinds.includes(finding.kind) &&
    !isNo(finding) &&
    answers[finding.id] !== UNSURE;
  const sections: SummarySection[] = [
    { title: 'Who', lines: told(({ id }) => WHO.has(id)) },
    { title: 'When and how it began', lines: told(({ id }) => WHEN.has(id)) },
    ...(asked.length > 0 ? [urgency(knowledge, answers)] : []),
    {
      title: 'Danger signs present',
      lines: told((one) => one.kind === 'red-flag' && rest(['red-flag'])(one)),
    },
    {
      title: 'Danger signs denied',
      lines: listed(signs.filter(isNo).map(({ short }) => short)),
    },
    {
      title: 'Not sure, or not asked (never taken for no)',
      lines: listed(
        signs
          .filter(({ id }) => answers[id] === UNSURE || (asked.length > 0 && !isAsked(answers, id)))
          .map(({ id, short }) => `${short}${answers[id] === UNSURE ? ' (not sure)' : ''}`),
      ),
    },
    { title: 'Reported', lines: told(rest(['symptom', 'sign'])) },
    {
      title: 'Denied',
      lines: listed(
        asked.filter((one) => isNo(one) && isPlain(one) && !isSign(one)).map(({ short }) => short),
      ),
    },
    { title: 'Home self-tests (modest accuracy)', lines: told((one) => one.kind === 'self-test') },
    { title: 'Health and medicines', lines: told(rest(['context'])) },
    ...(asked.length > 0 ? [causes(knowledge, answers)] : []),
    ...(current ? progress(knowledge, current) : []),
  ];
  return {
    made,
    knowledge: `${knowledge.version} (${knowledge.hash.slice(0, 12)})`,
    sections: sections.filter(({ lines }) => lines.length > 0),
  };
}

function labelOf(finding: Finding, answers: Answers): string {
  const answer = answers[finding.id];
  return answer === UNSURE ? 'not sure' : (finding.states.find(({ id }) => id === answer)?.label ?? '');
}

function listed(names: readonly string[]): readonly string[] {
  return names.length > 0 ? [names.join('; ')] : [];
}

function urgency(knowledge: KnowledgeBase, answers: Answers): SummarySection {
  const { triage } = outcomeOf(knowledge, answers).assessment;
  return {
    title: 'Urgency',
    lines: [
      knowledge.levels[triage.level].title,
      ...triage.fired.map(({ code, name, level }) => `${code} ${name} (${level})`),
      ...triage.doubtful.map(({ code, name }) => `${code} ${name}: hangs on “not sure”`),
    ],
  };
}

function causes(knowledge: KnowledgeBase, answers: Answers): SummarySection {
  const { leading, important, reasons } = outcomeOf(knowledge, answers);
  if (reasons.care.safetyOnly) return { title: 'Causes', lines: [reasons.care.safetyOnly.because] };
  const percent = (value: number) =>
    value > 0.99 ? 'over 99 %' : `${(value * 100).toFixed(value < 0.1 ? 1 : 0)} %`;
  return {
    title: 'Possible causes, by probability (most figures are estimates)',
    lines: [...leading, ...important].slice(0, MOST_CAUSES).map(({ condition, probability }, index) => {
      const range = reasons.stability.ranges[index];
      const spread = range ? `, ${percent(range.low)} to ${percent(range.high)}` : '';
      return `${condition.clinicalName} (${condition.name}): ${percent(probability)}${spread}`;
    }),
  };
}

function progress(knowledge: KnowledgeBase, current: Current): readonly SummarySection[] {
  const { plan, log, runner, state, today } = current;
  const { diagnosis } = state;
  const dates = Object.keys(log.days)
    .filter((date) => dayAt(log, date).checkedIn)
    .sort();
  const pain = (date: string | undefined) => {
    const { painMorning, painWorst } = dayAt(log, date ?? '').values;
    return `${painMorning ?? '–'} in the morning, ${painWorst ?? '–'} at worst (of 10)`;
  };
  const plain: SummarySection[] = [
    {
      title: 'The runner',
      lines: [
        `Age ${runner.age}, sore leg: ${runner.side}; before it began runs of ${runner.usualRunMinutes} minutes, ${runner.longestRunMinutes} at most`,
        ...(runner.onset ? [`Began on ${runner.onset}`] : []),
        ...(diagnosis
          ? [
              `Told by a clinician, as the runner reports: ${knowledge.conditions.find(({ id }) => id === diagnosis.condition)?.clinicalName ?? diagnosis.condition}${diagnosis.presentation ? `, ${diagnosis.presentation}` : ''} (${diagnosis.about})`,
            ]
          : []),
        ...log.clearances.map(({ date, covers }) => `Cleared, as the runner reports: ${covers} (${date})`),
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
      title: 'Plan and progress',
      lines: [
        `${route.plan.name}, day ${daysBetween(log.start, today) + 1}, stage ${level.stage + 1} of ${route.stages.length}: ${route.stages[level.stage]?.stage.name ?? ''}`,
        `Today: ${decision.reason}`,
        ...(dates.length > 0
          ? [`Pain on ${dates[0]}: ${pain(dates[0])}`, `Pain on ${dates.at(-1)}: ${pain(dates.at(-1))}`]
          : []),
        `Days with a check-in: ${dates.length}; steps forward ${count('advance')}, back ${count('step-back')}, pauses ${count('pause')}, stops ${count('see-someone')}`,
        ...course.decisions
          .filter(({ kind }) => kind === 'step-back' || kind === 'see-someone')
          .slice(-5)
          .map(({ date, reason }) => `${date}: ${reason}`),
      ],
    },
  ];
}
