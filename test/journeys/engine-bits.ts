// The same interviews anywhere: every bit of what the engine says about them, folded into one number.

import { drawFindings, drawPerson, LARGE, networkOf, REFERENCE } from '../../bench/networks.ts';
import {
  compileLarge,
  compileTables,
  type NetworkSpec,
  SearchSession,
  Session,
} from '../../src/inference/index.ts';
import { randomFrom } from '../../src/probability/index.ts';

/** FNV-1a over the bytes of all probabilities, values and chosen questions; hexadecimal. */
export function engineBits(): string {
  let hash = 0x811c9dc5;
  const take = (numbers: Iterable<number>) => {
    for (const byte of new Uint8Array(Float64Array.from(numbers).buffer))
      hash = Math.imul(hash ^ byte, 0x01000193);
  };
  const random = randomFrom(12);
  const plain = networkOf({ ...REFERENCE, misreport: 0.02 });
  // Halves need an exponential, which is where engines differ.
  const grouped: NetworkSpec = {
    ...plain,
    findings: plain.findings.map((finding, at) => (at % 5 === 0 ? { ...finding, group: at % 2 } : finding)),
    spreads: [1.2, 0.7],
  };
  for (const network of [networkOf(REFERENCE), plain, grouped]) {
    const session = new Session(compileTables(network));
    for (let person = 0; person < 10; person++) {
      const { states } = drawPerson(network, random);
      session.clear();
      for (const finding of drawFindings(network, 3 * person, random)) {
        session.answer(finding, states[finding] ?? 0);
        take(session.posterior());
      }
      take(session.setProbabilities());
      take(session.values());
    }
  }
  const large = networkOf({ ...LARGE, causes: 200, findings: 800 });
  const search = new SearchSession(compileLarge(large));
  for (let person = 0; person < 10; person++) {
    const { states } = drawPerson(large, random);
    search.clear();
    for (const finding of drawFindings(large, 10, random)) search.answer(finding, states[finding] ?? 0);
    take(search.posterior());
    const best = search.best();
    take([best?.finding ?? -1, best?.bits ?? -1, search.leftOut()]);
  }
  return (hash >>> 0).toString(16);
}
