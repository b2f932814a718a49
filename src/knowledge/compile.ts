// From checked files to one KnowledgeBase. Everything that can be worked out once is worked out here: missing states
// take the rest, shares make room for the atypical presentation, context factors become likelihoods.

import type { TriageLevel } from '../vocabulary/index.ts';
import type {
  AuthoredCondition,
  AuthoredDistribution,
  AuthoredFinding,
  AuthoredGate,
  AuthoredRedFlag,
} from './authored.ts';
import type { ShapedKnowledge } from './check-shape.ts';
import { sourcesOfKnowledge } from './check-sources.ts';
import { basisOf, compileForbids, optional, parameterOf } from './compile-basis.ts';
import { compileFormula } from './compile-formula.ts';
import { compilePrognosis } from './compile-prognosis.ts';
import { compileRecovery } from './compile-recovery.ts';
import { compileTraining } from './compile-training.ts';
import type {
  Advice,
  Condition,
  Finding,
  Gate,
  KnowledgeBase,
  LevelText,
  Likelihood,
  Model,
  Pairing,
  Presentation,
  RedFlag,
} from './knowledge-base.ts';

/**
 * Compiles knowledge that the checker has passed.
 * @param hashOf SHA-256 of a text, hexadecimal; passed in because the pure rooms have no such thing.
 * @throws when the knowledge was not checked: that is a bug.
 */
export function compile(shaped: ShapedKnowledge, hashOf: (text: string) => string): KnowledgeBase {
  if (!shaped.interview || !shaped.model) throw new Error('Unchecked knowledge reached the compiler.');
  const interview = shaped.interview.content;
  const model = shaped.model.content;
  const misreport = new Map(Object.entries(model.misreport).map(([kind, { value }]) => [kind, value]));
  const authored = shaped.conditions.map((file) => file.content);
  const findings = shaped.findings.map((file) =>
    compileFinding(file.content, misreport.get(file.content.kind) ?? 0, isContext(authored, file.content.id)),
  );
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const content: Omit<KnowledgeBase, 'hash'> = {
    version: model.version,
    findings,
    conditions: authored.map(compileCondition),
    presentations: authored.flatMap((condition, index) => compilePresentations(condition, index, byId)),
    pairings: authored.flatMap(compilePairings),
    redFlags: shaped.redFlags.map((file) => compileRedFlag(file.content)),
    gates: shaped.gates.map((file) => compileGate(file.content)),
    screens: interview.screens,
    first: interview.first,
    levels: compileLevels(interview.levels),
    opposites: (interview.opposites ?? []).map(({ givesWay, to, ...rest }) => ({
      givesWay,
      to,
      basis: basisOf(rest),
    })),
    places: interview.places.map(({ source, certainty, note, ...place }) => ({
      ...place,
      basis: basisOf({ source, certainty, ...(note === undefined ? {} : { note }) }),
    })),
    model: compileModel(model),
    recovery: compileRecovery(shaped.recovery),
    ...optional('prognosis', compilePrognosis(shaped.prognosis)),
    ...optional('training', compileTraining(shaped.training?.content)),
    sources: Object.fromEntries(sourcesOfKnowledge(shaped).map((file) => [file.content.key, file.content])),
  };
  return { ...content, hash: hashOf(canonicalJson(content)) };
}

/** JSON with sorted keys: the same content gives the same text whatever the order of files and keys. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Completes a written distribution over the states of a finding; undefined when it cannot be one. */
export function completeDistribution(
  written: AuthoredDistribution['p'],
  states: readonly string[],
): readonly number[] | undefined {
  const open = states.filter((state) => written[state] === undefined);
  const sum = Object.values(written).reduce((total, p) => total + p, 0);
  if (Object.keys(written).some((state) => !states.includes(state))) return undefined;
  if (open.length > 1 || sum > 1 + 1e-9) return undefined;
  if (open.length === 0 && Math.abs(sum - 1) > 0.001) return undefined;
  const rest = Math.max(0, 1 - sum);
  const full = states.map((state) => written[state] ?? rest);
  const total = full.reduce((all, p) => all + p, 0);
  return full.map((p) => p / total);
}

function isContext(conditions: readonly AuthoredCondition[], finding: string): boolean {
  return conditions.some((condition) => condition.context?.some((effect) => effect.finding === finding));
}

function compileFinding(written: AuthoredFinding, misreport: number, context: boolean): Finding {
  const states = written.states.map((state) => state.id);
  const background = written.otherwise && completeDistribution(written.otherwise.p, states);
  return {
    id: written.id,
    kind: written.kind,
    short: written.short,
    question: written.question,
    ...optional('hint', written.hint),
    why: written.why,
    ...optional('item', written.item),
    states: written.states,
    ...optional('sides', written.sides),
    combines: context ? 'product' : written.combines,
    ...optional('group', written.group),
    ...optional('mark', written.mark === undefined ? undefined : states.indexOf(written.mark)),
    effort: written.effort.seconds,
    effortBasis: basisOf(written.effort),
    ...optional('asksWhen', written.asksWhen && compileFormula(written.asksWhen)),
    ...optional(
      'selfTest',
      written.selfTest && {
        steps: written.selfTest.steps,
        stop: written.selfTest.stop,
        notIf: compileFormula(written.selfTest.notIf),
        accuracy: written.selfTest.accuracy,
        ...optional('figure', written.selfTest.figure),
        basis: basisOf(written.selfTest),
      },
    ),
    misreport,
    background: background ?? states.map(() => 1 / states.length),
    backgroundBasis: basisOf(written.otherwise ?? { source: 'dossier-triage', certainty: 'estimate' }),
  };
}

function compileCondition(written: AuthoredCondition): Condition {
  return {
    id: written.id,
    name: written.name,
    clinicalName: written.clinicalName,
    aliases: written.aliases ?? [],
    codes: written.codes,
    summary: written.summary,
    prior: written.prior.perThousand / 1000,
    priorBasis: basisOf(written.prior),
    forbids: (written.forbids ?? []).map(compileForbids),
    now: written.care.now.map(compileAdvice),
    avoid: written.care.avoid.map(({ text, ...rest }) => ({ text, basis: basisOf(rest) })),
    getHelp: written.care.getHelp.map(({ text, ...rest }) => ({ text, basis: basisOf(rest) })),
    outlook: { text: written.outlook.text, basis: basisOf(written.outlook) },
    review: written.review,
  };
}

function compilePresentations(
  written: AuthoredCondition,
  condition: number,
  findings: ReadonlyMap<string, Finding>,
): readonly Presentation[] {
  const atypical = written.atypical?.share ?? 0;
  const context = contextLikelihoods(written, findings);
  const total = written.presentations.reduce((sum, presentation) => sum + presentation.share, 0);
  const typical = written.presentations.map((presentation) => ({
    id: `${written.id}/${presentation.id}`,
    name: presentation.name,
    condition,
    share: ((1 - atypical) * presentation.share) / total,
    basis: basisOf(presentation),
    triage: presentation.triage,
    likelihoods: {
      ...compileLikelihoods(written.findings ?? {}, findings),
      ...compileLikelihoods(presentation.findings, findings),
      ...context,
    },
  }));
  if (!written.atypical) return typical;
  const commonest = typical.reduce((most, one) => (one.share > most.share ? one : most));
  return [
    ...typical,
    {
      id: `${written.id}/atypical`,
      name: 'Not typical',
      condition,
      share: atypical,
      basis: basisOf(written.atypical),
      triage: commonest.triage,
      likelihoods: context,
    },
  ];
}

function compileLikelihoods(
  written: Readonly<Record<string, AuthoredDistribution>>,
  findings: ReadonlyMap<string, Finding>,
): Readonly<Record<string, Likelihood>> {
  return Object.fromEntries(
    Object.entries(written).map(([id, distribution]) => {
      const states = findings.get(id)?.states.map((state) => state.id) ?? [];
      const p = completeDistribution(distribution.p, states);
      if (!p) throw new Error(`Unchecked likelihood of ${id} reached the compiler.`);
      return [id, { p, basis: basisOf(distribution), ...optional('n', distribution.n) }];
    }),
  );
}

/**
 * A factor on the odds, relative to the average runner, is a likelihood: P(state | condition) is proportional to
 * the base rate of the state times the factor. So context needs no machinery of its own.
 */
function contextLikelihoods(
  written: AuthoredCondition,
  findings: ReadonlyMap<string, Finding>,
): Readonly<Record<string, Likelihood>> {
  return Object.fromEntries(
    (written.context ?? []).map((effect) => {
      const finding = findings.get(effect.finding);
      if (!finding) throw new Error(`Unchecked context ${effect.finding} reached the compiler.`);
      const weights = finding.states.map(
        (state, index) => (finding.background[index] ?? 0) * (effect.times[state.id] ?? 1),
      );
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return [effect.finding, { p: weights.map((weight) => weight / total), basis: basisOf(effect) }];
    }),
  );
}

function compilePairings(written: AuthoredCondition): readonly Pairing[] {
  return (written.occursWith ?? []).map((link) => ({
    conditions: [written.id, link.condition],
    times: link.times,
    basis: basisOf(link),
  }));
}

function compileRedFlag(written: AuthoredRedFlag): RedFlag {
  return {
    id: written.id,
    code: written.code,
    name: written.name,
    level: written.level,
    when: compileFormula(written.when),
    because: written.because,
    doNow: written.doNow.map((line) => (typeof line === 'string' ? { text: line, does: [] } : line)),
    forbids: (written.forbids ?? []).map(compileForbids),
    suspects: written.suspects ?? [],
    ...optional('share', written.share && { value: written.share.value, basis: basisOf(written.share) }),
    ...optional('accuracy', written.accuracy),
    basis: basisOf(written),
  };
}

function compileGate(written: AuthoredGate): Gate {
  return {
    id: written.id,
    rules: written.rules,
    name: written.name,
    ...optional('when', written.when && compileFormula(written.when)),
    effects: written.effects.map((effect) => ({
      actions: effect.actions,
      limit: effect.limit,
      text: effect.text,
      ...optional('ifUnknown', effect.ifUnknown),
      basis: basisOf(effect),
    })),
    tell: (written.tell ?? []).map(({ text, ...rest }) => ({ text, basis: basisOf(rest) })),
    ...optional('opens', written.opens),
    ...optional('safetyOnly', written.safetyOnly),
  };
}

type WrittenAdvice = AuthoredCondition['care']['now'][number];

function compileAdvice(written: WrittenAdvice): Advice {
  return {
    text: written.text,
    action: written.action,
    ...optional('unless', written.unless && compileFormula(written.unless)),
    basis: basisOf(written),
  };
}

function compileLevels(
  written: NonNullable<ShapedKnowledge['interview']>['content']['levels'],
): Readonly<Record<TriageLevel, LevelText>> {
  const textOf = (level: TriageLevel): LevelText => {
    const text = written[level];
    if (!text) throw new Error(`Unchecked level text ${level} reached the compiler.`);
    const { title, action, where, safetyNet, recheck } = text;
    return { title, action, where, safetyNet, recheck, basis: basisOf(text) };
  };
  return {
    emergency: textOf('emergency'),
    'same-day': textOf('same-day'),
    'within-days': textOf('within-days'),
    routine: textOf('routine'),
    'self-care': textOf('self-care'),
  };
}

function compileModel(written: NonNullable<ShapedKnowledge['model']>['content']): Model {
  const each = (all: Readonly<Record<string, Parameters<typeof parameterOf>[0]>>) =>
    Object.fromEntries(Object.entries(all).map(([key, one]) => [key, parameterOf(one)]));
  return {
    twoCauses: parameterOf(written.twoCauses),
    ...optional('threeCauses', written.threeCauses && parameterOf(written.threeCauses)),
    misreport: each(written.misreport),
    raise: each(written.raise),
    needless: each(written.needless),
    groups: each(written.groups ?? {}),
    stillPossible: parameterOf(written.stillPossible),
    stop: {
      value: parameterOf(written.stop.value),
      cause: parameterOf(written.stop.cause),
      questions: parameterOf(written.stop.questions),
    },
  };
}
