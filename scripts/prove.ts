// `npm run prove`: the safety claims over all combinations of answers, one line each, and the slips made on purpose that
// show the claims can fail. Exit code 1 on a counter-example or a slip that nobody caught. `--claims` leaves the slips out.

import { claimsAbout } from '../test/prove/claims.ts';
import { dossierClaim, textsClaim } from '../test/prove/dossier-claims.ts';
import { CODE_MUTANTS, mutantsOf } from '../test/prove/mutants.ts';
import {
  agreementVerdict,
  dataVerdict,
  decide,
  isCaught,
  isNoticed,
  keep,
  reachVerdict,
  readAll,
  type Verdict,
} from '../test/prove/prove.ts';
import { reachOfFlags } from '../test/prove/reach.ts';
import { openSolver } from '../test/prove/solver.ts';

/** Interviews and random sets of answers in the comparison with the real code. */
const RUNNERS = 25;

const claimsOnly = process.argv.includes('--claims');
const { knowledge, cases } = await readAll();
const solver = await openSolver();
let refuted = 0;
try {
  for (const claim of claimsAbout(knowledge)) await report(await decide(knowledge, solver, claim));
  await report(reachVerdict(await reachOfFlags(knowledge, solver)));
  await report(dataVerdict(textsClaim(knowledge)));
  await report(dataVerdict(dossierClaim(knowledge, cases)));
  await report(await agreementVerdict(knowledge, cases, RUNNERS));
  if (!claimsOnly) await reportMutants();
} finally {
  await solver.close();
}
console.log(
  `\n${solver.answered()} questions to the solver. Knowledge ${knowledge.version}+${knowledge.hash.slice(0, 12)}.`,
);
process.exitCode = refuted > 0 ? 1 : 0;

async function report({ id, says, counterExamples, remark }: Verdict): Promise<void> {
  const proved = counterExamples.length === 0;
  const word = proved ? 'proved        ' : 'counter-example';
  console.log(`${word} ${id}: ${says}${proved && remark ? ` (${remark})` : ''}`);
  refuted += counterExamples.length;
  for (const [index, { about, answers, then, possible }] of counterExamples.entries()) {
    console.log(`  ${index + 1}. ${about}`);
    if (!answers) continue;
    console.log(`     answers ${JSON.stringify(answers)}`);
    if (then) console.log(`     then    ${JSON.stringify(then)}`);
    if (possible) console.log(`     while these causes are possible: ${possible.join(', ')}`);
    const path = await keep(`${id}-${index + 1}`, answers);
    console.log(`     see it: npm run -s backstride -- assess --answers ${path}`);
  }
}

async function reportMutants(): Promise<void> {
  const mutants = mutantsOf(knowledge);
  const escaped: string[] = [];
  const all = mutants.length + CODE_MUTANTS.length;
  for (const [index, mutant] of mutants.entries()) {
    showProgress(index, all);
    if (!(await isCaught(mutant, knowledge, cases, solver))) escaped.push(`${mutant.name} (${mutant.claim})`);
  }
  for (const [index, mutant] of CODE_MUTANTS.entries()) {
    showProgress(mutants.length + index, all);
    if (!(await isNoticed(mutant, index, knowledge, cases))) escaped.push(`${mutant.name} (${mutant.file})`);
  }
  showProgress(all, all);
  console.log(`\n${all} mutants, ${all - escaped.length} caught`);
  for (const name of escaped) console.log(`  not caught: ${name}`);
  refuted += escaped.length;
}

/** One line that overwrites itself, for a person who waits; nothing in a log. */
function showProgress(done: number, all: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(done < all ? `\rMutants: ${done} of ${all}` : '\r\u001b[K');
}
