// The tables as Kysely sees them; migrations.ts makes them. Times are whole milliseconds since 1970, truths are 0 and 1, lists
// are words with a space between: what both databases read and write alike.

import type { CommentState, ReportState, SignOffState } from '../../learn/index.ts';

export interface Tables {
  format: { one: number; version: number };
  keys: { name: string; value: string };
  comments: {
    id: string;
    page: string;
    parent: string | null;
    name: string;
    email: string;
    text: string;
    state: CommentState;
    reason: string | null;
    edited_by: string | null;
    edited_at: number | null;
    suspicions: string;
    mail: 'none' | 'asked' | 'confirmed';
    secret: string;
    essence: string;
    version: number;
    created_at: number;
    changed_at: number;
  };
  reports: {
    id: string;
    kind: 'claim' | 'letter';
    claim: string | null;
    name: string;
    email: string;
    text: string;
    state: ReportState;
    answer: string;
    secret: string;
    version: number;
    created_at: number;
    changed_at: number;
  };
  sign_offs: {
    id: string;
    claim: string;
    edition: string;
    verdict: string;
    note: string;
    editor: string;
    by_name: string;
    second: string | null;
    second_name: string | null;
    state: SignOffState;
    version: number;
    created_at: number;
    decided_at: number | null;
  };
  editors: {
    id: string;
    login: string;
    name: string;
    roles: string;
    password: string;
    disabled_at: number | null;
    created_at: number;
  };
  recovery_codes: { id: string; editor: string; code: string; used_at: number | null };
  passkeys: {
    id: string;
    editor: string;
    name: string;
    public_key: string;
    counter: number;
    created_at: number;
    used_at: number | null;
  };
  sessions: { secret: string; editor: string; created_at: number; seen_at: number };
  throttles: { key: string; until: number };
  letters: {
    id: string;
    recipient: string;
    subject: string;
    text: string;
    tries: number;
    due_at: number | null;
  };
  audit: {
    seq: number;
    at: number;
    by_name: string;
    action: string;
    subject: string;
    detail: string;
    before: string;
    hash: string;
  };
}

/** In an order in which each table comes after those it refers to. */
export const TABLES = [
  'keys',
  'editors',
  'comments',
  'reports',
  'sign_offs',
  'recovery_codes',
  'passkeys',
  'sessions',
  'throttles',
  'letters',
  'audit',
] as const satisfies readonly (keyof Tables)[];
