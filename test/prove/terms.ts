// Boolean terms: built once, read twice. The same term is worked out here for given answers (to compare it with the
// real code) and handed to the solver (to prove it for all answers), so there is one translation to trust.

export type Term =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'not'; readonly of: Term }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly Term[] };

export const TRUE: Term = { kind: 'constant', value: true };
export const FALSE: Term = { kind: 'constant', value: false };

export function variable(name: string): Term {
  return { kind: 'variable', name };
}

export function not(of: Term): Term {
  if (of.kind === 'constant') return of.value ? FALSE : TRUE;
  return of.kind === 'not' ? of.of : { kind: 'not', of };
}

/** True when at least `count` of the terms are; a term that stands twice counts twice. */
export function atLeast(count: number, terms: readonly Term[]): Term {
  const open = terms.filter((term) => term.kind !== 'constant');
  const needed = count - terms.filter((term) => term === TRUE).length;
  if (needed <= 0) return TRUE;
  if (needed > open.length) return FALSE;
  const [only] = open;
  return open.length === 1 && only ? only : { kind: 'at-least', count: needed, of: open };
}

export function and(...terms: readonly Term[]): Term {
  return atLeast(terms.length, terms);
}

export function or(...terms: readonly Term[]): Term {
  return atLeast(1, terms);
}

export function implies(one: Term, other: Term): Term {
  return or(not(one), other);
}

export function same(one: Term, other: Term): Term {
  return and(implies(one, other), implies(other, one));
}

/** Makes the term for each key once: the same term again is found at once, here and in the solver. */
export function remembered<Key>(make: (key: Key) => Term): (key: Key) => Term {
  const memory = new Map<Key, Term>();
  return (key) => {
    const before = memory.get(key);
    if (before) return before;
    const term = make(key);
    memory.set(key, term);
    return term;
  };
}

/** Works a term out; a variable that is not in the set is false. */
export function holds(term: Term, trueOnes: ReadonlySet<string>, known = new Map<Term, boolean>()): boolean {
  const before = known.get(term);
  if (before !== undefined) return before;
  const value = holdsAnew(term, trueOnes, known);
  known.set(term, value);
  return value;
}

function holdsAnew(term: Term, trueOnes: ReadonlySet<string>, known: Map<Term, boolean>): boolean {
  switch (term.kind) {
    case 'constant':
      return term.value;
    case 'variable':
      return trueOnes.has(term.name);
    case 'not':
      return !holds(term.of, trueOnes, known);
    case 'at-least':
      return term.of.filter((one) => holds(one, trueOnes, known)).length >= term.count;
  }
}
