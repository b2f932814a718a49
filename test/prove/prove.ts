// The whole proof: claims, reach, agreement, mutants, and a report of it line by line.

import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type Case, parseCases } from '../../src/evaluate/index.ts';
import { formatMistake, type KnowledgeBase } from '../../src/knowledge/index.ts';
import { readKnowledgeKept } from '../../src/store/index.ts';
import type { Answers } from '../../src/vocabulary/index.ts';
import { agreement, loadEngine } from './agreement.ts';
import { type Breach, type Claim, claimsAbout, urgentFlags } from './claims.ts';
import { type DataClaim, dossierClaim, textsClaim } from './dossier-claims.ts';
import type { CodeMutant, Mutant } from './mutants.ts';
import { type Reach, reachOfFlags } from './reach.ts';
import type { Solver } from './solver.ts';
import { answersIn, answersOf } from './symbolic-answers.ts';
import { not, or, type Term, variable } from './terms.ts';

const ROOT = new URL('../../', import.meta.url);
/** Not .cache: that is emptied whenever the knowledge is compiled anew. */
const SCRATCH = new URL('.proof/', ROOT);

/** What a claim came to. */
export interface Verdict {
  readonly id: string;
  readonly says: string;
  readonly counterExamples: readonly CounterExample[];
  /** Said behind `proved`. */
  readonly remark?: string;
}

export interface CounterExample {
  readonly about: string;
  /** Answers that `assess --answers` reads; absent where no answers are needed to see it. */
  readonly answers?: Answers;
  /** Answers given afterwards, and causes taken as still possible. */
  readonly then?: Answers;
  readonly possible?: readonly string[];
}

export async function readAll(): Promise<{ knowledge: KnowledgeBase; cases: readonly Case[] }> {
  const read = await readKnowledgeKept();
  if (!read.ok)
    throw new Error(`The knowledge does not load:\n${read.refusal.map(formatMistake).join('\n')}`);
  const text = await readFile(new URL('cases/triage-rules.jsonl', ROOT), 'utf8');
  const cases = parseCases(text, read.value);
  if (!cases.ok) throw new Error(`cases/triage-rules.jsonl: ${JSON.stringify(cases.refusal, null, 2)}`);
  return { knowledge: read.value, cases: cases.value };
}

/** Proves or refutes one claim; every breach that can come true is a counter-example, made as plain as possible. */
export async function decide(knowledge: KnowledgeBase, solver: Solver, claim: Claim): Promise<Verdict> {
  const { id, says } = claim;
  if (!(await solver.solve(...claim.given))) {
    return {
      id,
      says,
      counterExamples: [{ about: 'what is taken for granted can never be: nothing is proved' }],
    };
  }
  if (!(await isRefuted(solver, claim))) return { id, says, counterExamples: [] };
  const counterExamples: CounterExample[] = [];
  for (const breach of claim.breaches) {
    const example = await counterExample(knowledge, solver, claim, breach);
    if (example) counterExamples.push(example);
  }
  return { id, says, counterExamples };
}

export async function isRefuted(solver: Solver, claim: Claim): Promise<boolean> {
  return (await solver.solve(...claim.given, or(...claim.breaches.map(({ term }) => term)))) !== undefined;
}

/** Takes back, one by one, answers and possible causes that the breach does not need; else prefers the first state. */
async function counterExample(
  knowledge: KnowledgeBase,
  solver: Solver,
  { given, id }: Claim,
  { about, term }: Breach,
): Promise<CounterExample | undefined> {
  const fixed: Term[] = [...given, term];
  let found = await solver.solve(...fixed);
  if (!found) return undefined;
  const insist = async (wish: Term): Promise<boolean> => {
    const again = await solver.solve(...fixed, wish);
    if (!again) return false;
    fixed.push(wish);
    found = again;
    return true;
  };
  for (const { id: condition } of knowledge.conditions) await insist(not(variable(`possible:${condition}`)));
  for (const name of ['later', 'now']) {
    for (const finding of knowledge.findings) {
      const answers = answersOf(finding).map((answer) => variable(`${name}:${finding.id}=${answer}`));
      const [first] = answers;
      if (!(await insist(not(or(...answers)))) && first) await insist(first);
    }
  }
  const now = answersIn(knowledge, 'now', found);
  const later = answersIn(knowledge, 'later', found);
  const then = Object.fromEntries(
    Object.entries(later).filter(([finding, answer]) => now[finding] !== answer),
  );
  const possible = [...found].flatMap((name) => name.match(/^possible:(.*)$/)?.[1] ?? []);
  return {
    about,
    answers: now,
    ...(TWO_MOMENTS.has(id) ? { then } : {}),
    ...(possible.length > 0 ? { possible } : {}),
  };
}

/** Claims that compare the answers now with those after a few more. */
const TWO_MOMENTS: ReadonlySet<string> = new Set(['floor', 'unsure', 'asked', 'doubts']);

export function reachVerdict(reaches: readonly Reach[]): Verdict {
  const second = reaches.filter((one) => one.kind === 'comes-second');
  return {
    id: 'reach',
    says: 'every emergency and same-day flag can fire by questions that the interview asks, no self-test among them',
    counterExamples: reaches.flatMap((one) =>
      one.kind === 'never' ? [{ about: `${one.flag.id} never fires: ${one.why}` }] : [],
    ),
    ...(second.length > 0
      ? {
          remark: second
            .map(({ flag, others }) => `${flag.id} only after ${others.join(' or ')}, an emergency too`)
            .join('; '),
        }
      : {}),
  };
}

export function dataVerdict({ id, says, breaches }: DataClaim): Verdict {
  return { id, says, counterExamples: breaches.map((about) => ({ about })) };
}

export async function agreementVerdict(
  knowledge: KnowledgeBase,
  cases: readonly Case[],
  runners: number,
): Promise<Verdict> {
  const engine = await loadEngine(new URL('src/', ROOT));
  const { compared, differs } = agreement(engine, knowledge, cases, runners);
  return {
    id: 'agreement',
    says: 'the translation that is proved decides as the real code does',
    counterExamples: differs ? [{ about: differs.about, answers: differs.answers }] : [],
    remark: `${compared} sets of answers compared`,
  };
}

/** Tells whether the claim named by the mutant fails on it. */
export async function isCaught(
  mutant: Mutant,
  knowledge: KnowledgeBase,
  cases: readonly Case[],
  solver: Solver,
): Promise<boolean> {
  const changed = mutant.knowledge ?? knowledge;
  switch (mutant.claim) {
    case 'texts':
      return textsClaim(changed).breaches.length > 0;
    case 'dossier':
      return dossierClaim(changed, cases).breaches.length > 0;
    case 'reach': {
      const flags = urgentFlags(changed).filter(({ id }) => id === mutant.flag);
      return (await reachOfFlags(changed, solver, flags)).some(({ kind }) => kind === 'never');
    }
    default: {
      const claim = claimsAbout(changed, mutant.mistakes).find(({ id }) => id === mutant.claim);
      if (!claim) throw new Error(`No claim is called ${mutant.claim}.`);
      return isRefuted(solver, claim);
    }
  }
}

/** Copies the engine, makes the slip, and tells whether the agreement notices it. */
export async function isNoticed(
  mutant: CodeMutant,
  index: number,
  knowledge: KnowledgeBase,
  cases: readonly Case[],
): Promise<boolean> {
  const folder = new URL(`mutant-${index}/`, SCRATCH);
  await rm(folder, { recursive: true, force: true });
  for (const room of ['vocabulary', 'probability', 'inference', 'knowledge', 'assess']) {
    await cp(new URL(`src/${room}/`, ROOT), new URL(`${room}/`, folder), { recursive: true });
  }
  const file = new URL(mutant.file, folder);
  const [before, ...after] = (await readFile(file, 'utf8')).split(mutant.from);
  if (before === undefined || after.length !== 1) {
    throw new Error(
      `The slip “${mutant.name}” no longer fits src/${mutant.file}: its text stands there ${after.length} times. ` +
        'Mend it in test/prove/mutants.ts.',
    );
  }
  await writeFile(file, `${before}${mutant.to}${after[0]}`);
  const engine = await loadEngine(folder);
  await rm(folder, { recursive: true, force: true });
  return agreement(engine, knowledge, cases, MUTANT_RUNNERS).differs !== undefined;
}

/** Enough interviews for every slip that was made to show; the first difference ends the comparison. */
const MUTANT_RUNNERS = 12;

/** Writes the answers of a counter-example to a file that `assess --answers` reads; returns its path. */
export async function keep(name: string, answers: Answers): Promise<string> {
  await mkdir(SCRATCH, { recursive: true });
  await writeFile(new URL(`${name}.json`, SCRATCH), `${JSON.stringify(answers, null, 2)}\n`);
  return `.proof/${name}.json`;
}
