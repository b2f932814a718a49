// `serve`: starts the web server. The shells do not import each other, so it runs as a child process; it is
// told what it needs by its environment, gets our input and output, and the signals that are sent to us.

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Command, Given } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { complain } from './terminal.ts';

const SERVER = fileURLToPath(new URL('../server/main.ts', import.meta.url));
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export const SERVE: Command = {
  name: 'serve',
  summary: 'Start the web server.',
  about: ['Runs until it is interrupted. The exit code is the one of the server.'],
  operands: [],
  options: [
    { name: 'port', value: 'N', means: 'Port to listen on; without it, PORT or the default of the server.' },
    {
      name: 'host',
      value: 'H',
      means: 'Address to listen on; without it, HOST or the default of the server.',
    },
  ],
  run: runServe,
};

async function runServe(given: Given): Promise<ExitCode> {
  const port = given.text('port');
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
    complain(`--port wants a number from 0 to 65535, not ${port}.`);
    return EXIT.badInput;
  }
  const host = given.text('host');
  const environment = {
    ...process.env,
    ...(port === undefined ? {} : { PORT: port }),
    ...(host === undefined ? {} : { HOST: host }),
  };
  const server = spawn(process.execPath, [SERVER], { env: environment, stdio: 'inherit' });
  // A terminal gives Ctrl-C to the server as well; sent a second time it would look like an impatient person.
  const fromTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  const forwarders = FORWARDED.map((signal) => {
    const forward = () => {
      if (signal !== 'SIGINT' || !fromTerminal) server.kill(signal);
    };
    process.on(signal, forward);
    return () => process.removeListener(signal, forward);
  });
  const code = await new Promise<ExitCode>((settle) => {
    server.on('error', (error) => {
      complain(`The server could not be started: ${error.message}`);
      settle(EXIT.failed);
    });
    server.on('exit', (exit, signal) =>
      settle(signal ? 128 + constants.signals[signal] : (exit ?? EXIT.failed)),
    );
  });
  for (const remove of forwarders) remove();
  return code;
}
