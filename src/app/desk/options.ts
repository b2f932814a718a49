// What the server hands to the pages of comments and of the desk: everything they need of the world.

import type { Context } from 'hono';
import type { KnowledgeBase, Texts } from '../../knowledge/index.ts';
import type { ClaimAtDesk, DeskStore, Rate } from '../../learn/index.ts';
import type { CommentedPage, DeskWords } from '../../pages/desk/index.ts';
import type { Stylesheets, Words } from '../../pages/index.ts';
import type { Language } from '../../vocabulary/index.ts';
import type { LanguageKeeper } from '../choice-keeper.ts';
import type { FormGuard } from './form-guard.ts';
import type { MakeSigner, Secrets } from './secrets.ts';

/** The pages and claims that comments, reports and sign-offs belong to. */
export interface Guide {
  /** Undefined for no page, and for one that takes no comments, as an emergency page. */
  readonly page: (id: string) => CommentedPage | undefined;
  readonly claim: (id: string) => ClaimAtDesk | undefined;
  readonly claims: () => readonly ClaimAtDesk[];
  /** What a verdict is called, by its id, in the order of the scale. */
  readonly verdicts: Readonly<Record<string, string>>;
}

/** Port: hashes of passwords, slow on purpose. */
export interface Passwords {
  readonly hash: (password: string) => Promise<string>;
  /** Takes the same time whatever is wrong; `undefined` stands for somebody who is not there. */
  readonly verify: (password: string, hash: string | undefined) => Promise<boolean>;
}

/** Port: passkeys, by WebAuthn. */
export interface Passkeys {
  /** What a browser is asked for, as JSON. */
  readonly askToSignIn: (origin: string, challenge: string) => Promise<string>;
  readonly askToAdd: (
    origin: string,
    challenge: string,
    editor: { readonly id: string; readonly login: string; readonly name: string },
    known: readonly string[],
  ) => Promise<string>;
  /** The id of the passkey that a browser answers with; undefined for what is no answer. */
  readonly idOf: (answer: string) => string | undefined;
  /** The new counter; undefined when the answer does not prove it. */
  readonly proves: (
    origin: string,
    challenge: string,
    answer: string,
    passkey: { readonly id: string; readonly publicKey: string; readonly counter: number },
  ) => Promise<number | undefined>;
  readonly added: (
    origin: string,
    challenge: string,
    answer: string,
  ) => Promise<{ readonly id: string; readonly publicKey: string; readonly counter: number } | undefined>;
}

export interface Rates {
  /** Comments, reports and letters from one address. */
  readonly perAddress: Rate;
  /** And from everybody together. */
  readonly everybody: Rate;
  /** Tries to sign in from one address. */
  readonly signInsPerAddress: Rate;
  /** And for one login, from wherever. */
  readonly signInsPerLogin: Rate;
  /** Letters to one e-mail. */
  readonly letters: Rate;
}

const MINUTE = 60_000;
/** Estimates of ours: a person writes less, a flood more. */
export const RATES: Rates = {
  perAddress: { most: 5, perMs: 10 * MINUTE },
  everybody: { most: 300, perMs: 10 * MINUTE },
  signInsPerAddress: { most: 20, perMs: 15 * MINUTE },
  signInsPerLogin: { most: 10, perMs: 15 * MINUTE },
  letters: { most: 5, perMs: 24 * 60 * MINUTE },
};

export interface DeskOptions {
  readonly knowledge: KnowledgeBase;
  readonly texts?: (language: Language) => Promise<Texts>;
  readonly languages?: LanguageKeeper;
  readonly stylesheets: Stylesheets;
  readonly store: DeskStore;
  readonly guide: Guide;
  readonly passwords: Passwords;
  /** Undefined where passkeys cannot be used. */
  readonly passkeys: Passkeys | undefined;
  /** 32 bytes that all servers of this store share. */
  readonly secret: Uint8Array<ArrayBuffer>;
  /** The platform's own way to sign, where it has a quicker one. */
  readonly makeSigner?: MakeSigner;
  /** The site as its readers write it, as `https://example.org`; without it, as the request has it. */
  readonly origin: string | undefined;
  /** Whether somebody sends the letters. */
  readonly canMail: boolean;
  /** Whether an editor reads each comment before it is shown. */
  readonly premoderated: boolean;
  readonly rates: Rates;
  /** The network address of who asks. */
  readonly addressOf: (context: Context) => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Time-ordered and never said before (UUID version 7). */
  readonly newId: () => string;
  /** Told of a bug; must not write what was typed anywhere. */
  readonly report: (bug: unknown) => void;
}

/** The options for one language, with what is made of them once. */
export interface SpokenDesk extends DeskOptions {
  readonly words: Words;
  readonly says: DeskWords;
  readonly language: Language;
  readonly guard: FormGuard;
  readonly secrets: Secrets;
}
