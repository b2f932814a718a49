// What the operator may set, all in one place: read from the environment once, before anything starts. Wrong values are refused
// all together, each with what was expected and found; docs/operating.md lists the same variables, and a test compares.

import { ok, type Result, refuse } from '../vocabulary/index.ts';
import { type DeskSettings, deskSettings } from './desk/index.ts';

export interface Configuration {
  readonly port: number;
  readonly host: string;
  /** Seals the cookies; undefined: a new one with each start. */
  readonly secret: Uint8Array<ArrayBuffer> | undefined;
  /** The address under which the public reaches this server, without a slash at the end. */
  readonly publicUrl: string | undefined;
  /** How many proxies stand in front and add their caller to X-Forwarded-For. */
  readonly proxies: number;
  readonly logFormat: 'text' | 'json';
  /** Port of 127.0.0.1 for metrics; undefined: none are served. */
  readonly metricsPort: number | undefined;
  /** The longest that a request may wait for its turn, in milliseconds, before it is told to come back later. */
  readonly patience: number;
  /** How long requests under way may take to end after a signal to stop, in milliseconds. */
  readonly grace: number;
  /** Comments and the editors' desk; undefined: there are none. */
  readonly desk: DeskSettings | undefined;
}

export interface Variable {
  readonly name: string;
  readonly means: string;
  readonly wanted: string;
  readonly standard: string;
}

const PORT = 'a whole number from 0 to 65535; 0 takes any that is free';

export const VARIABLES = {
  port: { name: 'PORT', means: 'Port to listen on.', wanted: PORT, standard: '3000' },
  host: {
    name: 'HOST',
    means: 'Address to listen on.',
    wanted: 'a host name or address',
    standard: '127.0.0.1',
  },
  secret: {
    name: 'BACKSTRIDE_SECRET',
    means: 'Seals the cookies. Without it every start has a new one, and interviews under way are lost.',
    wanted: '64 hexadecimal digits, for example from: openssl rand -hex 32',
    standard: 'made at the start',
  },
  publicUrl: {
    name: 'BACKSTRIDE_PUBLIC_URL',
    means:
      'The address under which the public reaches this server. With https, browsers are told to use nothing else.',
    wanted: 'an address like https://backstride.example, without a path',
    standard: 'none',
  },
  proxies: {
    name: 'BACKSTRIDE_PROXIES',
    means: 'How many proxies of yours stand in front, so that limits count callers and not the proxy.',
    wanted: 'a whole number from 0 to 9',
    standard: '0',
  },
  logFormat: {
    name: 'BACKSTRIDE_LOG',
    means: 'Form of the log: a line of text or of JSON for each request.',
    wanted: 'text or json',
    standard: 'text',
  },
  metricsPort: {
    name: 'BACKSTRIDE_METRICS_PORT',
    means: 'Serves metrics for Prometheus at 127.0.0.1 on this port, at /metrics.',
    wanted: PORT,
    standard: 'none',
  },
  patience: {
    name: 'BACKSTRIDE_PATIENCE',
    means: 'The longest that a request may wait for its turn, in milliseconds; beyond it the answer is 503.',
    wanted: 'a whole number from 10 to 10000',
    standard: '250',
  },
  grace: {
    name: 'BACKSTRIDE_GRACE',
    means: 'How long requests under way may take to end after a signal to stop, in milliseconds.',
    wanted: 'a whole number from 0 to 60000',
    standard: '10000',
  },
  comments: {
    name: 'BACKSTRIDE_COMMENTS',
    means:
      'Whether comments show once an editor has let them (moderated), at once (open), or are not taken (off).',
    wanted: 'moderated, open or off',
    standard: 'moderated',
  },
  data: {
    name: 'BACKSTRIDE_DATA',
    means: 'Folder of the database for comments, editors and reviews, where there is no DATABASE_URL.',
    wanted: 'the path of a folder',
    standard: './data',
  },
  database: {
    name: 'DATABASE_URL',
    means: 'PostgreSQL for the same, so that several servers can share it.',
    wanted: 'an address like postgres://user:password@host/database',
    standard: 'none',
  },
  mail: {
    name: 'SMTP_URL',
    means: 'Server for letters to those who comment; without it none are sent.',
    wanted: 'an address like smtps://user:password@mail.example.org',
    standard: 'none',
  },
  mailFrom: {
    name: 'SMTP_FROM',
    means: 'Whom the letters are from; needed with SMTP_URL.',
    wanted: 'an e-mail address',
    standard: 'none',
  },
} as const satisfies Record<string, Variable>;

/** Reads the environment; refused with a line for each variable that is wrong. */
export function configurationFrom(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Configuration, readonly string[]> {
  const given = Object.fromEntries(
    Object.entries(environment).map(([name, text]) => [name, text?.trim() ?? '']),
  );
  const wrong: string[] = [];
  function read<T>(variable: Variable, parse: (text: string) => T | undefined): T | undefined;
  function read<T>(variable: Variable, parse: (text: string) => T | undefined, otherwise: T): T;
  function read<T>(variable: Variable, parse: (text: string) => T | undefined, otherwise?: T): T | undefined {
    const text = given[variable.name] ?? '';
    if (text === '') return otherwise;
    const value = parse(text);
    if (value !== undefined) return value;
    // A secret that is wrong by one digit is still a secret.
    const found = variable === VARIABLES.secret ? `${text.length} characters that are not that` : text;
    wrong.push(`${variable.name} must be ${variable.wanted}; found ${found}.`);
    return otherwise;
  }
  const { port, host, secret, publicUrl, proxies, logFormat, metricsPort, patience, grace } = VARIABLES;
  const configuration: Configuration = {
    port: read(port, wholeFrom(0, 65_535), 3000),
    host: read(host, (text) => (/^[\w.:-]+$/.test(text) ? text : undefined), host.standard),
    secret: read(secret, secretIn),
    publicUrl: read(publicUrl, originIn),
    proxies: read(proxies, wholeFrom(0, 9), 0),
    logFormat: read(logFormat, (text) => (text === 'text' || text === 'json' ? text : undefined), 'text'),
    metricsPort: read(metricsPort, wholeFrom(0, 65_535)),
    patience: read(patience, wholeFrom(10, 10_000), 250),
    grace: read(grace, wholeFrom(0, 60_000), 10_000),
    desk: undefined,
  };
  const desk = deskSettings(given, configuration.publicUrl);
  if (!desk.ok) wrong.push(desk.refusal);
  return wrong.length === 0 && desk.ok ? ok({ ...configuration, desk: desk.value }) : refuse(wrong);
}

function wholeFrom(least: number, most: number): (text: string) => number | undefined {
  return (text) => {
    const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : undefined;
  };
}

function secretIn(text: string): Uint8Array<ArrayBuffer> | undefined {
  return /^[0-9a-f]{64}$/i.test(text) ? new Uint8Array(Buffer.from(text, 'hex')) : undefined;
}

function originIn(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url || !['https:', 'http:'].includes(url.protocol)) return undefined;
  return text.replace(/\/$/, '') === url.origin ? url.origin : undefined;
}
