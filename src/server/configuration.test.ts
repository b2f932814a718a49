import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { configurationFrom, VARIABLES } from './configuration.ts';

describe('the configuration', () => {
  test('is complete without any variable', () => {
    const read = configurationFrom({});
    expect(read.ok && read.value).toEqual({
      port: 3000,
      host: '127.0.0.1',
      secret: undefined,
      publicUrl: undefined,
      proxies: 0,
      logFormat: 'text',
      metricsPort: undefined,
      patience: 250,
      grace: 10_000,
      desk: {
        place: { url: undefined, folder: undefined },
        origin: undefined,
        mail: undefined,
        premoderated: true,
      },
    });
  });

  test.each([
    ['PORT', '8080', { port: 8080 }],
    ['HOST', '::1', { host: '::1' }],
    ['BACKSTRIDE_SECRET', 'ab'.repeat(32), { secret: new Uint8Array(32).fill(0xab) }],
    ['BACKSTRIDE_PUBLIC_URL', 'https://backstride.example/', { publicUrl: 'https://backstride.example' }],
    ['BACKSTRIDE_PROXIES', '1', { proxies: 1 }],
    ['BACKSTRIDE_LOG', 'json', { logFormat: 'json' }],
    ['BACKSTRIDE_METRICS_PORT', '9100', { metricsPort: 9100 }],
    ['BACKSTRIDE_PATIENCE', '1000', { patience: 1000 }],
    ['BACKSTRIDE_GRACE', '0', { grace: 0 }],
    ['BACKSTRIDE_COMMENTS', 'off', { desk: undefined }],
    ['BACKSTRIDE_DATA', 'elsewhere', { desk: { place: { folder: 'elsewhere' } } }],
  ])('reads %s', (name, text, expected) => {
    const read = configurationFrom({ [name]: ` ${text} ` });
    expect(read.ok && read.value).toMatchObject(expected);
  });

  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['HOST', 'two words'],
    ['BACKSTRIDE_SECRET', 'ab'.repeat(31)],
    ['BACKSTRIDE_PUBLIC_URL', 'https://backstride.example/path'],
    ['BACKSTRIDE_PUBLIC_URL', 'ftp://backstride.example'],
    ['BACKSTRIDE_PROXIES', 'yes'],
    ['BACKSTRIDE_LOG', 'xml'],
    ['BACKSTRIDE_METRICS_PORT', 'true'],
    ['BACKSTRIDE_PATIENCE', '9'],
    ['BACKSTRIDE_GRACE', '60001'],
  ])('refuses %s=%s, and says what was expected', (name, text) => {
    const read = configurationFrom({ [name]: text });
    const variable = Object.values(VARIABLES).find((one) => one.name === name);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.refusal).toHaveLength(1);
    expect(read.refusal[0]).toContain(`${name} must be ${variable?.wanted}`);
    expect(read.refusal[0]?.includes(text), 'a secret is not repeated').toBe(name !== 'BACKSTRIDE_SECRET');
  });

  test('tells of all that is wrong at once', () => {
    const read = configurationFrom({ PORT: 'x', BACKSTRIDE_LOG: 'y' });
    expect(!read.ok && read.refusal).toHaveLength(2);
  });

  test('is described in full where operators read', async () => {
    const guide = await readFile(new URL('../../docs/operating.md', import.meta.url), 'utf8');
    for (const { name, means, standard } of Object.values(VARIABLES)) {
      expect(guide).toContain(`| \`${name}\` | ${means} | ${standard} |`);
    }
    const named = [...guide.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
    expect(named).toEqual(Object.values(VARIABLES).map(({ name }) => name));
  });
});
