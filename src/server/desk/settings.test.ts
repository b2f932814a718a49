import { describe, expect, test } from 'vitest';
import { deskSettings } from './settings.ts';

describe('what an operator sets', () => {
  test('needs nothing: a file, an editor first, no letters', () => {
    expect(deskSettings({}, undefined)).toEqual({
      ok: true,
      value: {
        place: { url: undefined, folder: undefined },
        origin: undefined,
        mail: undefined,
        premoderated: true,
      },
    });
    expect(deskSettings({ DATABASE_URL: '', SMTP_URL: '', BACKSTRIDE_DATA: '' }, undefined)).toEqual(
      deskSettings({}, undefined),
    );
    expect(deskSettings({ BACKSTRIDE_COMMENTS: 'off', DATABASE_URL: 'nonsense' }, undefined)).toEqual({
      ok: true,
      value: undefined,
    });
  });

  test('is taken as it is meant', () => {
    expect(
      deskSettings(
        {
          DATABASE_URL: 'postgresql://a:b@db/x',
          BACKSTRIDE_COMMENTS: 'open',
          SMTP_URL: 'smtps://a:b@mail.example',
          SMTP_FROM: 'editors@example.org',
        },
        'https://backstride.example',
      ),
    ).toMatchObject({
      value: {
        place: { url: 'postgresql://a:b@db/x' },
        origin: 'https://backstride.example',
        premoderated: false,
        mail: { from: 'editors@example.org' },
      },
    });
  });

  test.each([
    [{ BACKSTRIDE_COMMENTS: 'yes' }, 'BACKSTRIDE_COMMENTS must be moderated, open or off; found yes.'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be the address of a PostgreSQL database'],
    [{ DATABASE_URL: 'db' }, 'DATABASE_URL must be'],
    [{ SMTP_URL: 'http://x' }, 'SMTP_URL must be as'],
    [{ SMTP_URL: 'smtp://x' }, 'SMTP_FROM is missing'],
    [{ SMTP_URL: 'smtp://x', SMTP_FROM: 'a@b.org' }, 'BACKSTRIDE_PUBLIC_URL is missing'],
  ])('is refused when it is wrong: %j', (env, says) => {
    const read = deskSettings(env, undefined);
    expect(read.ok ? '' : read.refusal).toContain(says);
  });
});
