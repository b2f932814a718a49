// Letters that editors' decisions send out.

import type { Comment, Letter, Report } from '../../learn/index.ts';
import type { CommentedPage } from '../../pages/desk/index.ts';
import type { SpokenDesk } from './options.ts';

/** To the author of a comment that has been replied to, if they have said yes. */
export async function replyLetter(
  { canMail, says, secrets }: SpokenDesk,
  origin: string,
  page: CommentedPage | undefined,
  parent: Comment | undefined,
): Promise<Letter | undefined> {
  if (!canMail || !page || parent?.mail !== 'confirmed' || parent.state !== 'published') return undefined;
  const stop = `${origin}/replies/${parent.id}.${await secrets.of('replies', parent.id)}`;
  const link = `${origin}/comments/${page.id}#c-${parent.id}`;
  return {
    to: parent.email,
    subject: says.letters.replySubject,
    text: says.letters.reply(page.title, link, stop),
  };
}

/** To who has sent a report, when its state changes. */
export async function stateLetter(
  { canMail, says, secrets }: SpokenDesk,
  origin: string,
  report: Report,
): Promise<Letter | undefined> {
  if (!canMail || report.email === '') return undefined;
  const link = `${origin}/my-report/${report.id}.${await secrets.of('report', report.id)}`;
  return { to: report.email, subject: says.letters.stateSubject, text: says.letters.state(link) };
}
