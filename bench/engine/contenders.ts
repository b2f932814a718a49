// The others: the textbook's way in plain JavaScript, and three packages from npm.

import { compileTables, type NetworkSpec, rowsOf, Session, type Tables } from '../../src/inference/index.ts';
import { entropyOfTwo, randomFrom } from '../../src/probability/index.ts';
import { loadPeer } from '../peers.ts';
import type { Asked } from './dump.ts';
import { spent, timed } from './timing.ts';

/**
 * The dense textbook way, as one would write it to be fast: P(yes | set) and H(answer | set) in tables, and for every finding a pass
 * over all sets.
 * @returns what works out all values after the first `count` answers
 */
export function denseValues(tables: Tables): (one: Asked, count: number) => Float64Array {
  const { sets } = tables;
  const findings = Array.from(tables.states, (_, index) => tables.finding(index));
  const session = new Session(tables);
  const likelihoods = findings.map(({ subsets, weak, states }) => {
    const yes = Float64Array.from(rowsOf(sets, subsets), (row) => weak[row * states + 1] ?? 0);
    return { yes, entropy: yes.map((p) => entropyOfTwo(p)) };
  });
  const posterior = new Float64Array(sets.size);
  const values = new Float64Array(findings.length);
  return ({ findings: asked, states }, count) => {
    session.clear();
    for (let at = 0; at < count; at++) session.answer(asked[at] as number, states[at] as number);
    session.setProbabilities(posterior);
    likelihoods.forEach(({ yes, entropy }, finding) => {
      let chance = 0;
      let within = 0;
      for (let set = 0; set < posterior.length; set++) {
        const p = posterior[set] as number;
        chance += p * (yes[set] as number);
        within += p * (entropy[set] as number);
      }
      values[finding] = entropyOfTwo(chance) - within;
    });
    return values;
  };
}

interface BayesJs {
  readonly infer: (network: unknown, nodes: unknown, given: unknown) => number;
}

/**
 * bayesjs, exact: the probabilities of all causes after five answers, and ours for the same people. Its network has the answered
 * findings only, since the whole one does not end. Its time grows from milliseconds to minutes with the number of links: measured are
 * the three quartiles, so the worst quarter is left out, in its favour.
 */
export function bayesjs(network: NetworkSpec, cases: readonly Asked[], say: (line: string) => void) {
  const peer = loadPeer('bayesjs', say) as BayesJs | undefined;
  if (!peer) return {};
  const sorted = [...cases].sort((a, b) => linksOf(network, a) - linksOf(network, b));
  const quartiles = [0.25, 0.5, 0.75].map((share) => sorted[Math.floor(share * sorted.length)] as Asked);
  const session = new Session(compileTables(network));
  const ours = ({ findings, states }: Asked) => {
    session.clear();
    for (let at = 0; at < 5; at++) session.answer(findings[at] as number, states[at] as number);
    session.posterior();
  };
  timed(quartiles, 10_000, 1, ours);
  return {
    'bayesjs ours': () => timed(quartiles, 10_000, 1, ours),
    bayesjs: () =>
      timed(quartiles, 1, 1, (one) => {
        // Anew each time: it remembers what it worked out about a network object.
        const { nodes, given } = networkFor(network, one);
        network.odds.forEach((_, cause) => {
          peer.infer(nodes, { [`c${cause}`]: 'T' }, given);
        });
      }),
  };
}

function networkFor(network: NetworkSpec, { findings, states }: Asked) {
  const nodes: Record<string, unknown> = {};
  const given: Record<string, string> = {};
  network.odds.forEach((odds, cause) => {
    const p = odds / (1 + odds);
    nodes[`c${cause}`] = { id: `c${cause}`, states: ['T', 'F'], parents: [], cpt: { T: p, F: 1 - p } };
  });
  findings.slice(0, 5).forEach((finding, at) => {
    const links = network.findings[finding]?.links ?? [];
    nodes[`f${finding}`] = {
      id: `f${finding}`,
      states: ['T', 'F'],
      parents: links.map(({ cause }) => `c${cause}`),
      cpt: tableOf(network, finding),
    };
    given[`f${finding}`] = states[at] ? 'T' : 'F';
  });
  return { nodes, given };
}

function linksOf(network: NetworkSpec, { findings }: Asked): number {
  return findings
    .slice(0, 5)
    .reduce((sum, finding) => sum + (network.findings[finding]?.links.length ?? 0), 0);
}

/** The full table of a noisy-OR, as bayesjs writes it. */
function tableOf(network: NetworkSpec, finding: number) {
  const { background, links } = network.findings[finding] as NetworkSpec['findings'][number];
  const leak = background[0] ?? 1;
  return Array.from({ length: 2 ** links.length }, (_, mask) => {
    const no = links.reduce((p, link, bit) => (mask & (1 << bit) ? (p * (link.p[0] ?? 1)) / leak : p), leak);
    return {
      when: Object.fromEntries(links.map(({ cause }, bit) => [`c${cause}`, mask & (1 << bit) ? 'T' : 'F'])),
      // biome-ignore lint/suspicious/noThenProperty: bayesjs names it so.
      then: { T: 1 - no, F: no },
    };
  });
}

interface JsBayes {
  readonly newGraph: () => {
    readonly addNode: (name: string, values: readonly string[]) => JsBayesNode;
    readonly observe: (name: string, value: string) => void;
    readonly sample: (count: number) => Promise<unknown>;
    saveSamples: boolean;
  };
}

interface JsBayesNode {
  readonly addParent: (parent: JsBayesNode) => void;
  readonly setCpt: (cpt: unknown) => void;
}

/** jsbayes: 10,000 weighted samples of the whole network with ten answers. */
export function jsbayes(network: NetworkSpec, cases: readonly Asked[], say: (line: string) => void) {
  const peer = loadPeer('jsbayes', say) as JsBayes | undefined;
  const one = cases[0];
  if (!peer || !one) return undefined;
  const graph = peer.newGraph();
  const causes = network.odds.map((odds, cause) => {
    const node = graph.addNode(`c${cause}`, ['true', 'false']);
    node.setCpt([odds / (1 + odds), 1 / (1 + odds)]);
    return node;
  });
  network.findings.forEach((_, finding) => {
    const node = graph.addNode(`f${finding}`, ['true', 'false']);
    const { links } = network.findings[finding] as NetworkSpec['findings'][number];
    for (const { cause } of links) if (causes[cause]) node.addParent(causes[cause]);
    const rows = (level: number, no: number): number[][] => {
      const link = links[level];
      if (!link) return [[1 - no, no]];
      const leak = network.findings[finding]?.background[0] ?? 1;
      return [...rows(level + 1, (no * (link.p[0] ?? 1)) / leak), ...rows(level + 1, no)];
    };
    node.setCpt(rows(0, network.findings[finding]?.background[0] ?? 1));
  });
  one.findings.slice(0, 10).forEach((finding, at) => {
    graph.observe(`f${finding}`, one.states[at] ? 'true' : 'false');
  });
  graph.saveSamples = false;
  return () => {
    const from = process.threadCpuUsage();
    // The work is done before the promise is handed out.
    void graph.sample(10_000);
    return spent(from);
  };
}

interface JsCat {
  readonly Cat: new (
    options: unknown,
  ) => {
    readonly findNextItem: (items: readonly unknown[]) => unknown;
    readonly updateAbilityEstimate: (item: unknown, answer: number) => void;
  };
}

/**
 * jsCAT: the most informative of 150 items for one trait, after ten answers. Items are written as its manual has them, with a name to
 * tell which to ask next; the time to estimate the trait after each answer is not counted.
 */
export function jscat(say: (line: string) => void) {
  const peer = loadPeer('@bdelab/jscat', say) as JsCat | undefined;
  if (!peer) return undefined;
  const random = randomFrom(5);
  const items = Array.from({ length: 150 }, (_, at) => ({
    discrimination: 0.5 + random(),
    difficulty: 6 * random() - 3,
    guessing: 0,
    slipping: 1,
    item: `item${at}`,
  }));
  const cat = new peer.Cat({ method: 'MLE', itemSelect: 'MFI', nStartItems: 0, theta: 0 });
  for (const { discrimination, difficulty } of items.slice(0, 10)) {
    cat.updateAbilityEstimate({ a: discrimination, b: difficulty, c: 0, d: 1 }, random() < 0.5 ? 1 : 0);
  }
  return () => timed([items], 100, 1, (all) => cat.findNextItem(all));
}
