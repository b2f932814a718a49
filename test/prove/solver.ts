// Z3, compiled to WebAssembly, asked whether terms can hold together. Terms are built through its interface, not as
// text: its asynchronous text entrance reads the text from a stack that is gone by then. It starts worker threads that
// keep Node alive until `close`.

import { init, killThreads, type Z3_ast } from 'z3-solver';
import type { Term } from './terms.ts';

export interface Solver {
  /** The variables that are true in one way to make all terms hold, or undefined when there is none. */
  readonly solve: (...assertions: readonly Term[]) => Promise<ReadonlySet<string> | undefined>;
  /** How many questions it has answered. */
  readonly answered: () => number;
  readonly close: () => Promise<void>;
}

export async function openSolver(): Promise<Solver> {
  const { Z3, em } = await init();
  const config = Z3.mk_config();
  const context = Z3.mk_context(config);
  Z3.del_config(config);
  const built = new Map<Term, Z3_ast>();
  const variables = new Map<string, Z3_ast>();
  let answered = 0;

  const build = (term: Term): Z3_ast => {
    const before = built.get(term);
    if (before !== undefined) return before;
    const ast = buildAnew(term);
    built.set(term, ast);
    return ast;
  };
  const buildAnew = (term: Term): Z3_ast => {
    switch (term.kind) {
      case 'constant':
        return term.value ? Z3.mk_true(context) : Z3.mk_false(context);
      case 'variable': {
        const before = variables.get(term.name);
        if (before !== undefined) return before;
        const symbol = Z3.mk_string_symbol(context, term.name);
        const ast = Z3.mk_const(context, symbol, Z3.mk_bool_sort(context));
        variables.set(term.name, ast);
        return ast;
      }
      case 'not':
        return Z3.mk_not(context, build(term.of));
      case 'at-least': {
        const parts = term.of.map(build);
        if (term.count === 1) return Z3.mk_or(context, parts);
        return term.count === parts.length
          ? Z3.mk_and(context, parts)
          : Z3.mk_atleast(context, parts, term.count);
      }
    }
  };

  return {
    solve: async (...assertions) => {
      answered += 1;
      const solver = Z3.mk_simple_solver(context);
      Z3.solver_inc_ref(context, solver);
      try {
        for (const term of assertions) Z3.solver_assert(context, solver, build(term));
        const verdict = await Z3.solver_check(context, solver);
        if (verdict === FALSE) return undefined;
        if (verdict !== TRUE) throw new Error('Z3 neither proves nor refutes a claim.');
        const model = Z3.solver_get_model(context, solver);
        Z3.model_inc_ref(context, model);
        const names = [...variables].filter(([, ast]) => {
          const value = Z3.model_eval(context, model, ast, false);
          return value !== null && Z3.get_bool_value(context, value) === TRUE;
        });
        Z3.model_dec_ref(context, model);
        return new Set(names.map(([name]) => name));
      } finally {
        Z3.solver_dec_ref(context, solver);
      }
    },
    answered: () => answered,
    close: () => killThreads(em),
  };
}

/** Z3's three verdicts are −1, 0 and 1; its enumeration cannot be imported where types are only stripped. */
const TRUE = 1;
const FALSE = -1;
