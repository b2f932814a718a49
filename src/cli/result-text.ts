// The result as text. Order: how urgent and what to do; what it could be and why; what to do today; when to
// get help sooner; what would change it; how far to trust it. A cause never shows without the urgency above
// it.

import type { Candidate, Evidence, Explanation, Range, Withheld } from '../assess/index.ts';
import type { RedFlag } from '../knowledge/index.ts';
import { sensitivityLines } from '../pages/index.ts';
import { peopleOfHundred, rangeOfHundred } from '../probability/index.ts';
import { cite } from './cite.ts';
import { emergencyNumber, noticesOf, once, type ShownOutcome } from './result.ts';
import { alarming, faint, strong } from './terminal.ts';
import { bullets, wrap } from './text.ts';

const OF_HUNDRED = 'Of 100 runners who answer like you';

/** The whole result; only the emergency card when a red flag calls for emergency help. */
export function resultText(outcome: ShownOutcome, width: number): string {
  if (outcome.assessment.triage.floor === 'emergency') return emergencyCard(outcome, width);
  const parts = outcome.reasons.care.safetyOnly
    ? [urgency, unfinished, doubts, safetyOnly, help, notices]
    : [urgency, unfinished, doubts, causes, today, help, firmness, pivot, notices];
  return parts
    .map((part) => part(outcome, width))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The number to call and what to do while waiting; nothing that distracts. */
function emergencyCard(outcome: ShownOutcome, width: number): string {
  const { knowledge, place, assessment } = outcome;
  const text = knowledge.levels.emergency;
  const flags = assessment.triage.fired.filter(({ level }) => level === 'emergency');
  return [
    alarming(`EMERGENCY: ${text.title}`),
    strong(`Call now: ${emergencyNumber(place)}`),
    wrap(text.action, width),
    wrap(text.where, width),
    ...flags.flatMap((flag) => ['', reason(outcome, flag, width)]),
    '',
    bullets(text.safetyNet, width),
    '',
    wrap('If you answered by mistake, start again and change the answer.', width),
    faint(wrap(noticesOf(knowledge).join(' '), width)),
  ].join('\n');
}

function urgency(outcome: ShownOutcome, width: number): string {
  const { knowledge, assessment, place } = outcome;
  const { triage } = assessment;
  const text = knowledge.levels[triage.level];
  const flags = triage.fired.filter(({ level }) => level === triage.level);
  const others = triage.fired.filter(({ level }) => level !== triage.level);
  const share = peopleOfHundred(triage.atLeast[triage.level]);
  const demanded = `${OF_HUNDRED}, ${share} have something that needs care this soon or sooner.`;
  return [
    triage.level === 'emergency' ? alarming(text.title) : strong(text.title),
    wrap(text.action, width),
    wrap(text.where, width, 'Where: ', '  '),
    ...flags.map((flag) => `\n${reason(outcome, flag, width)}`),
    ...(flags.length === 0 && triage.level !== 'self-care' ? [wrap(demanded, width)] : []),
    ...others.map((flag) => `\n${reason(outcome, flag, width)}`),
    wrap(numbersOf(place), width),
  ].join('\n');
}

function reason({ reasons }: ShownOutcome, flag: RedFlag, width: number): string {
  const lines = reasons.care.firstAid[flag.id] ?? [];
  return [wrap(flag.because, width, `${flag.name}: `, '  '), bullets(lines, width, '  ')].join('\n');
}

function numbersOf(place: ShownOutcome['place']): string {
  const { urgent } = place;
  const advice = urgent ? ` For urgent advice call ${urgent.number} (${urgent.name}).` : '';
  return `In an emergency call ${emergencyNumber(place)}.${advice}`;
}

/** Answers from a file need not be a whole interview; what was not asked may matter. */
function unfinished({ assessment: { next } }: ShownOutcome, width: number): string {
  if (next.kind === 'stop') return '';
  const missing =
    next.kind === 'screen'
      ? `“${next.screen.title}” has not been answered in full, so this may be more urgent than it looks.`
      : `The next question would be: ${next.finding.question}`;
  return [strong('These answers are not a whole interview'), wrap(missing, width)].join('\n');
}

/** Red flags that hang on "not sure": not cleared, so said again. */
function doubts({ assessment, knowledge }: ShownOutcome, width: number): string {
  const { doubtful } = assessment.triage;
  if (doubtful.length === 0) return '';
  return [
    strong('You were not sure about these'),
    wrap('“Not sure” is not a no. Check them again; if one is true, answer again or get help.', width),
    bullets(
      doubtful.map(({ name, because, level }) => `${name}: ${because} (${knowledge.levels[level].title})`),
      width,
      '  ',
    ),
  ].join('\n');
}

/** For those whom the causes do not fit: why there is no list and no care here. */
function safetyOnly({ reasons }: ShownOutcome, width: number): string {
  const { name = '', because = '' } = reasons.care.safetyOnly ?? {};
  return [strong(`${name}: no list of causes here`), wrap(because, width)].join('\n');
}

function causes(outcome: ShownOutcome, width: number): string {
  const { assessment, leading, important, reasons } = outcome;
  const { twoAtOnce } = assessment;
  const several =
    `In ${peopleOfHundred(twoAtOnce)} of 100 two causes are there at once, ` +
    'so the numbers can add up to more than 100.';
  return [
    strong('What it could be'),
    ...leading.map((candidate, index) =>
      cause(candidate, index, reasons.explanations[index], reasons.stability.ranges[index], width),
    ),
    ...(twoAtOnce >= 0.05 ? ['', wrap(several, width)] : []),
    ...(important.length > 0
      ? ['', strong('Less likely, but important not to miss'), ...important.map((one) => briefly(one, width))]
      : []),
  ].join('\n');
}

function cause(
  { condition, probability, presentation }: Candidate,
  index: number,
  explanation: Explanation | undefined,
  range: Range | undefined,
  width: number,
): string {
  const typical = presentation.probability >= 0.5 && presentation.name !== 'Not typical';
  return [
    `\n${strong(wrap(`${index + 1}. ${condition.name} (${condition.clinicalName})`, width, '', '   '))}`,
    wrap(`${OF_HUNDRED}, ${peopleOfHundred(probability)}.`, width, '   '),
    ...(range ? [wrap(rangeOfHundred(range.low, range.high), width, '   ')] : []),
    wrap(condition.summary, width, '   '),
    ...(typical ? [wrap(`Most like: ${presentation.name}.`, width, '   ')] : []),
    ...evidenceLines('Fits because', explanation?.for ?? [], width),
    ...evidenceLines('Does not fit because', explanation?.against ?? [], width),
    wrap(`${condition.outlook.text} ${cite(condition.outlook.basis)}`, width, '   '),
  ].join('\n');
}

function evidenceLines(title: string, evidence: readonly Evidence[], width: number): readonly string[] {
  if (evidence.length === 0) return [];
  const lines = evidence.map(({ state, weightBits, basis }) => {
    const weight = `${weightBits > 0 ? '+' : '−'}${Math.abs(weightBits).toFixed(1)} bits`.padStart(10);
    return wrap(`${state.says} ${cite(basis)}`, width, `   ${weight}  `, ' '.repeat(15));
  });
  return [`   ${title} (1 bit doubles or halves the odds)`, ...lines];
}

function briefly({ condition, probability }: Candidate, width: number): string {
  const sign = condition.getHelp[0];
  const name = `${condition.name} (${condition.clinicalName})`;
  const line = `${name}: ${OF_HUNDRED.toLowerCase()}, ${peopleOfHundred(probability)}.`;
  return wrap(sign ? `${line} ${sign.text}` : line, width, '  • ', '    ');
}

function today({ leading, reasons }: ShownOutcome, width: number): string {
  const { now, withheld, told } = reasons.care;
  const avoid = once(leading.flatMap(({ condition }) => condition.avoid));
  const list = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [`\n${strong(title)}`, bullets(lines, width, '  ')] : [];
  const closed = (limit: Withheld['limit']) =>
    withheld
      .filter((one) => one.limit === limit)
      .map(
        ({ name, because, opens }) =>
          `${name}: ${[...because.map(({ text, basis }) => `${text} ${cite(basis)}`), ...opens].join(' ')}`,
      );
  return [
    strong('What you can do today'),
    ...(now.length > 0
      ? now.map(({ text, basis, cautions }) =>
          [
            bullets([`${text} ${cite(basis)}`], width, '  '),
            ...cautions.map(({ text: how, basis: from }) =>
              wrap(`${how} ${cite(from)}`, width, '    - ', '      '),
            ),
          ].join('\n'),
        )
      : [wrap('Nothing can be advised safely until you have been seen. Do not run.', width, '  ')]),
    ...list(
      'Because of your health and medicines',
      told.map(({ text, basis }) => `${text} ${cite(basis)}`),
    ),
    ...list(
      'Avoid for now',
      avoid.map(({ text, basis }) => `${text} ${cite(basis)}`),
    ),
    ...list('Ask a pharmacist or doctor first', closed('ask')),
    ...list('Not advised for you now', closed('withhold')),
  ].join('\n');
}

function help({ knowledge, assessment, leading, important, reasons }: ShownOutcome, width: number): string {
  const text = knowledge.levels[assessment.triage.level];
  const shown = reasons.care.safetyOnly ? [] : [...leading, ...important];
  const signs = shown.flatMap(({ condition }) => condition.getHelp.map((one) => one.text));
  return [
    strong('Get help sooner if'),
    bullets([...new Set([...text.safetyNet, ...signs])], width, '  '),
    '',
    strong('Look again'),
    wrap(text.recheck, width, '  '),
  ].join('\n');
}

function firmness({ knowledge, assessment, reasons }: ShownOutcome, width: number): string {
  const lines = sensitivityLines(knowledge, assessment.triage, reasons.sensitivity);
  return [strong('How firm this is'), ...lines.map((line) => wrap(line, width, '  '))].join('\n');
}

function pivot({ knowledge, reasons }: ShownOutcome, width: number): string {
  const answer = reasons.pivot;
  if (!answer || answer.change < 0.01) return '';
  const leads = knowledge.conditions[answer.leads]?.name ?? '';
  return [
    strong('What would change this most'),
    wrap(
      `${answer.finding.question} With “${answer.state.label}”, ${leads} would lead: ` +
        `of 100 runners, ${peopleOfHundred(answer.probability)}.`,
      width,
      '  ',
    ),
  ].join('\n');
}

function notices({ knowledge }: ShownOutcome, width: number): string {
  return [
    strong('How far to trust this'),
    bullets(noticesOf(knowledge), width, '  '),
    faint(`  Knowledge ${knowledge.version}+${knowledge.hash.slice(0, 12)}`),
    faint('  What a source key in square brackets stands for: backstride knowledge show KEY'),
  ].join('\n');
}
