import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { MAIN } from './test-run.ts';

describe('serve', () => {
  it('starts the server on the port given, and stops it with the signal that it gets', async () => {
    const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--host', '127.0.0.1'], {
      env: { ...process.env, BACKSTRIDE_COMMENTS: 'off' },
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      const listen = (part: Buffer) => {
        said += part.toString();
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
        if (address) resolve(address);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.on('close', () => reject(new Error(`The server ended: ${said}`)));
    });
    expect((await fetch(url)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
