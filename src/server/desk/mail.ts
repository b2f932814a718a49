// Letters go out by SMTP, through nodemailer, where SMTP_URL is set. They wait in the store until then, and are tried again when
// the mail server does not answer: after one minute, then twice as long each time, for about a day.

import { createTransport } from 'nodemailer';
import type { LetterStore } from '../../learn/index.ts';

export interface MailOptions {
  /** As `smtps://user:password@mail.example.org` or `smtp://localhost:25`. */
  readonly url: string;
  /** Whom the letters are from. */
  readonly from: string;
}

export interface Postman {
  /** Sends what is due; a call while one is under way waits for it. */
  readonly deliver: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const AT_ONCE = 20;
const FIRST_WAIT_MS = 60_000;
const MOST_TRIES = 11;
const TIMEOUT_MS = 20_000;

export function postman(
  letters: LetterStore,
  { url, from }: MailOptions,
  now: () => number,
  log: (line: string) => void,
): Postman {
  const transport = createTransport(url, { from });
  Object.assign(transport.options, { connectionTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS });
  let underWay: Promise<void> | undefined;

  const deliver = async () => {
    for (;;) {
      const due = await letters.take(AT_ONCE, now());
      for (const { id, to, subject, text, tries } of due) {
        try {
          // Only as an address: nothing in it can add another one or a header.
          await transport.sendMail({
            to: { name: '', address: to },
            subject,
            text,
            disableFileAccess: true,
            disableUrlAccess: true,
          });
          await letters.sent(id);
        } catch (error) {
          const again = tries < MOST_TRIES ? now() + FIRST_WAIT_MS * 2 ** (tries - 1) : undefined;
          await letters.failed(id, again);
          // Neither to whom nor what: the kind of failure alone.
          log(`letter ${id} failed ${codeOf(error)}${again === undefined ? ' for good' : ''}`);
        }
      }
      if (due.length < AT_ONCE) return;
    }
  };
  return {
    deliver: () => {
      underWay ??= deliver().finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
    stop: async () => {
      await underWay?.catch(() => {});
      transport.close();
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
