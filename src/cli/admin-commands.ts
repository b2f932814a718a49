// Editors are made here and nowhere else: who can write on this machine decides who sits at the desk.

import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { newCodes, secretsOf, signerOf } from '../app/desk/index.ts';
import {
  oneLine,
  PASSWORD,
  type PasswordFault,
  passwordFault,
  ROLES,
  type Role,
  readLogin,
} from '../learn/index.ts';
import { hashPassword } from '../store/index.ts';
import { deskStore, migrate } from '../store/sql/index.ts';
import type { Command, Given } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { DATA_OPTION, withStore } from './store-commands.ts';
import { complain, print } from './terminal.ts';

const FAULTS: Readonly<Record<PasswordFault, string>> = {
  'too-short': `The password must have at least ${PASSWORD.shortest} letters. A few words in a row are easy to keep in mind.`,
  'too-long': `The password must have at most ${PASSWORD.longest} letters.`,
  guessable: 'The password is easy to guess. Leave out the name of the editor and of the site.',
};

export const ADMIN_CREATE: Command = {
  name: 'admin create',
  summary: 'Make an editor who can sign in at /desk.',
  about: [
    'Asks for what is not given. The password is never an option, as other people on the machine can read those: it is asked for, or it is the first line of standard input.',
    'Prints recovery codes once. A moderator decides about comments and letters, a reviewer signs claims and answers reports on them.',
  ],
  operands: [],
  options: [
    { name: 'login', value: 'NAME', means: 'What they sign in with: small letters, digits and . _ @ -' },
    { name: 'name', value: 'NAME', means: 'What they sign with, as readers see it.' },
    {
      name: 'roles',
      value: 'LIST',
      means: 'moderator, reviewer or both with a comma between; both without it.',
    },
    DATA_OPTION,
  ],
  run: runCreate,
};

export const ADMIN_LIST: Command = {
  name: 'admin list',
  summary: 'List the editors.',
  about: ['Login, roles and name, one editor a line.'],
  operands: [],
  options: [DATA_OPTION],
  run: (given) =>
    withStore(given.text('data'), async (store) => {
      await migrate(store);
      for (const { login, roles, name } of await deskStore(store).editors.all())
        print(`${login}  ${roles.join(',')}  ${name}`);
    }),
};

export const ADMIN_DISABLE: Command = {
  name: 'admin disable',
  summary: 'Take an editor’s rights away.',
  about: ['Their sessions end at once. What they have signed stays, with their name.'],
  operands: [{ name: 'LOGIN' }],
  options: [DATA_OPTION],
  run: async (given) => {
    const [login = ''] = given.operands;
    let found = false;
    const code = await withStore(given.text('data'), async (store) => {
      await migrate(store);
      found = await deskStore(store).editors.disable(login, 'terminal', Date.now());
    });
    if (code !== EXIT.done) return code;
    if (found) print(`${login} is no editor any more.`);
    else complain(`There is no editor ${login}. See: backstride admin list`);
    return found ? EXIT.done : EXIT.badInput;
  },
};

async function runCreate(given: Given): Promise<ExitCode> {
  const asking = openAsking();
  try {
    const login = readLogin(given.text('login') ?? (await asking.ask('Name to sign in with: ')));
    if (login === undefined) {
      return refused(
        '--login wants 2 to 64 small letters, digits and . _ @ - that begin with a letter or a digit.',
      );
    }
    const name = oneLine(given.text('name') ?? (await asking.ask('Name that readers see: ')));
    if (name === '' || name.length > 60) return refused('--name wants 1 to 60 letters.');
    const roles = readRoles(given.text('roles') ?? ROLES.join(','));
    if (roles === undefined)
      return refused(`--roles wants ${ROLES.join(' or ')}, or both with a comma between.`);
    const password = await asking.askHidden(`Password (at least ${PASSWORD.shortest} letters): `);
    const fault = passwordFault(password, { login, name });
    if (fault) return refused(FAULTS[fault]);
    if (asking.isPerson && (await asking.askHidden('The same again: ')) !== password) {
      return refused('The two passwords are not the same.');
    }
    return await create(given, { login, name, roles, password });
  } finally {
    asking.close();
  }
}

async function create(
  given: Given,
  { login, name, roles, password }: { login: string; name: string; roles: readonly Role[]; password: string },
): Promise<ExitCode> {
  const codes = newCodes();
  let isMade = false;
  const code = await withStore(given.text('data'), async (store) => {
    await migrate(store);
    const desk = deskStore(store);
    const secrets = secretsOf(signerOf(await desk.secret()));
    const made = await desk.editors.create({
      login,
      name,
      roles,
      passwordHash: await hashPassword(password),
      codes: await Promise.all(codes.map(({ plain }) => secrets.of('code', plain))),
      by: 'terminal',
      at: Date.now(),
    });
    isMade = made !== undefined;
  });
  if (code !== EXIT.done) return code;
  if (!isMade) return refused(`There is, or was, an editor ${login}. Choose another name to sign in with.`);
  print(`${login} can sign in at /desk as ${roles.join(' and ')}.`);
  print('Recovery codes, each for one sign-in without the password. They are shown only now:');
  for (const { shown } of codes) print(`  ${shown}`);
  return EXIT.done;
}

function refused(why: string): ExitCode {
  complain(why);
  return EXIT.badInput;
}

function readRoles(text: string): readonly Role[] | undefined {
  const asked = text.split(',').map((one) => one.trim());
  const roles = ROLES.filter((role) => asked.includes(role));
  return roles.length > 0 && asked.every((one) => (ROLES as readonly string[]).includes(one))
    ? roles
    : undefined;
}

/** Asks a person at a terminal, or takes line after line from a pipe. */
function openAsking() {
  const isPerson = process.stdin.isTTY === true;
  let isHidden = false;
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      if (isPerson && !isHidden) process.stderr.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output, terminal: isPerson });
  const queue = lines[Symbol.asyncIterator]();
  const ask = async (question: string): Promise<string> => {
    if (isPerson) return lines.question(question);
    const { value, done } = await queue.next();
    return done ? '' : value;
  };
  return {
    isPerson,
    ask,
    askHidden: async (question: string) => {
      if (!isPerson) return ask(question);
      process.stderr.write(question);
      isHidden = true;
      const said = await lines.question('');
      isHidden = false;
      process.stderr.write('\n');
      return said;
    },
    close: () => lines.close(),
  };
}
