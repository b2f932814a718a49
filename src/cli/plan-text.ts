// A plan as text for the terminal: where it stands, this week, what is needed to move on, what is withheld.

import { openerWords } from '../episode/index.ts';
import type { KnowledgeBase, Stage } from '../knowledge/index.ts';
import {
  doseInWords,
  levelOf,
  type OpenPlan,
  type PlanView,
  type Session,
  type Withheld,
} from '../recover/index.ts';
import { cite } from './cite.ts';
import { noticesOf } from './result.ts';
import { alarming, faint, strong } from './terminal.ts';
import { bullets, wrap } from './text.ts';

export function planText(
  knowledge: KnowledgeBase,
  plan: PlanView,
  week: readonly Session[],
  width: number,
): string {
  const notices = faint(wrap(noticesOf(knowledge).slice(0, 3).join(' '), width));
  if (plan.kind === 'none') return [wrap(plan.because, width), '', notices].join('\n');
  const { route } = plan;
  const title = `${route.plan.name}${route.variant ? ` – ${route.variant.name}` : ''}`;
  if (plan.kind === 'locked') {
    return [
      strong(title),
      alarming('Locked.'),
      wrap(plan.because, width),
      '',
      'What to do now',
      bullets(plan.doNow, width, ' '),
      '',
      notices,
    ].join('\n');
  }
  const level = levelOf(route, plan.course.standing);
  const here = route.stages[level.stage];
  return [
    strong(title),
    wrap(route.plan.summary, width),
    ...(route.variant ? [wrap(`Grade: ${route.variant.name}. ${cite(route.variant.basis)}`, width)] : []),
    '',
    wrap(`${plan.decision.kind}: ${plan.decision.reason} [${plan.decision.rule}]`, width),
    ...(plan.notes.length > 0 ? ['', bullets(plan.notes, width)] : []),
    ...(here ? ['', stageText(here.stage, plan, level.stage, width)] : []),
    '',
    strong('This week'),
    ...runsOfEqualDays(week, width),
    ...withheldText(knowledge, plan, width),
    '',
    strong('After that'),
    ...route.stages
      .slice(level.stage + 1)
      .map(({ stage, atLeastDays }, index) =>
        wrap(
          `${level.stage + index + 2}. ${stage.name}: ${stage.aim} (${stage.keep ? '' : 'at least '}${atLeastDays} days)`,
          width,
          ' ',
          '    ',
        ),
      ),
    wrap(
      `If every day went well the last stage would begin on ${plan.earliestReturn}. It is no promise.`,
      width,
    ),
    '',
    notices,
  ].join('\n');
}

function stageText(stage: Stage, { route, offer }: OpenPlan, index: number, width: number): string {
  const sourced = (one: { readonly text: string; readonly basis: Parameters<typeof cite>[0] }) =>
    `${one.text} ${cite(one.basis)}`;
  return [
    strong(`Stage ${index + 1} of ${route.stages.length}: ${stage.name}`),
    wrap(stage.aim, width),
    wrap(`Running: ${stage.running.text} ${cite(stage.running.basis)}`, width),
    ...(stage.leave.length > 0
      ? [
          'You move on when',
          bullets(
            stage.leave.map((one) => `${one.says} ${cite(one.basis)}`),
            width,
            ' ',
          ),
        ]
      : []),
    ...(stage.daily.length > 0 ? ['Work and daily life', bullets(stage.daily.map(sourced), width, ' ')] : []),
    ...(offer.cross.length > 0 ? ['Instead of running', bullets(offer.cross.map(sourced), width, ' ')] : []),
    ...(stage.avoid.length > 0 ? ['Leave out', bullets(stage.avoid.map(sourced), width, ' ')] : []),
  ].join('\n');
}

/** Days that ask for the same stand together: `2026-03-02 to 2026-03-04`. */
function runsOfEqualDays(week: readonly Session[], width: number): readonly string[] {
  const groups: { from: string; to: string; kind: Session['kind']; text: string }[] = [];
  for (const session of week) {
    const text = sessionText(session, width);
    const same = groups.findLast((group) => group.kind === session.kind);
    if (same?.text === text) same.to = session.date;
    else groups.push({ from: session.date, to: session.date, kind: session.kind, text });
  }
  return groups.map(({ from, to, text }) => `${from === to ? from : `${from} to ${to}`}  ${text}`);
}

function sessionText({ title, items, run }: Session, width: number): string {
  const lines = items.map(({ exercise, dose, side, instead }) => {
    const where = side === 'both' ? '' : side === 'each' ? ', each side' : `, ${side} side`;
    const use = instead.map(({ use: text }) => ` Instead: ${text}`).join('');
    return `${exercise.name}: ${doseInWords(dose)}${where}.${use} ${cite(dose.basis)}`;
  });
  const what = run
    ? [run.step === undefined ? run.text : `Step ${run.step} of ${run.of}. ${run.text}`]
    : lines;
  return [title, ...(what.length > 0 ? [bullets(what, width, '  ')] : [])].join('\n');
}

function withheldText(knowledge: KnowledgeBase, { withheld }: OpenPlan, width: number): readonly string[] {
  if (withheld.length === 0) return [];
  const groups = new Map<string, string[]>();
  for (const one of withheld) {
    const why = whyText(knowledge, one);
    groups.set(why, [...(groups.get(why) ?? []), one.name]);
  }
  return [
    '',
    strong('Left out, because something else is still possible'),
    bullets(
      [...groups].map(([why, names]) => `${names.join(', ')}: ${why}`),
      width,
      ' ',
    ),
  ];
}

function whyText(knowledge: KnowledgeBase, { reasons, opensWith }: Withheld): string {
  const unknown = reasons.filter(({ kind }) => kind === 'unknown').map(({ name }) => name);
  const told = reasons.filter(({ kind }) => kind !== 'unknown').map(({ because }) => because);
  const questions = [...new Set(opensWith.map((one) => `“${openerWords(knowledge, one)}”`))];
  return [
    ...told,
    ...(unknown.length > 0
      ? [`It is not known to be safe if it is one of these: ${unknown.join('; ')}.`]
      : []),
    questions.length > 0
      ? `Answers that could open it: ${questions.join(', ')}.`
      : 'No single answer opens it; a clinician can.',
  ].join(' ');
}
