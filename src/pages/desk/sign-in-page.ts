// Signing in at the desk. Works without JavaScript by password or recovery code; a script of this page alone brings passkeys.

import { html } from 'hono/html';
import { errorSummary } from '../components/form.ts';
import type { Html } from '../components/html.ts';
import { layout } from '../components/layout.ts';
import { type DeskFrame, type Guarded, notice, textField, tokenField } from './parts.ts';

export interface SignInPage extends DeskFrame, Guarded {
  readonly error: string | undefined;
  readonly note: string | undefined;
  /** What the browser is asked for a passkey, as JSON; undefined where passkeys cannot be used. */
  readonly passkeyOptions: string | undefined;
}

export function signInPage(view: SignInPage): Html {
  const { words, says, error, passkeyOptions } = view;
  const { desk } = says;
  const title = `${desk.signIn} – ${desk.title}`;
  return layout({
    words,
    stylesheets: view.stylesheets,
    sheet: 'learn',
    title: error === undefined ? title : words.frame.errorTitle(title),
    scripts: passkeyOptions !== undefined ? ['passkey'] : [],
    main: html`${errorSummary(words, error === undefined ? [] : [{ field: 'login', message: error }])}
${notice(view.note)}<h1>${desk.title}</h1>
${
  passkeyOptions === undefined
    ? ''
    : html`<form method="post" action="/desk/sign-in" data-passkey="get" data-options="${passkeyOptions}" hidden>
${tokenField(view)}<input type="hidden" name="credential" value="">
<button type="submit" name="by" value="passkey">${desk.usePasskey}</button>
</form>`
}
<form method="post" action="/desk/sign-in" class="writing">
${tokenField(view)}
${textField(view, { name: 'login', label: desk.login, most: 64, autocomplete: 'username' })}
${textField(view, { name: 'password', label: desk.password, type: 'password', most: 256, autocomplete: 'current-password' })}
<button type="submit" name="by" value="password">${desk.signIn}</button>
</form>
<details><summary>${desk.useCode}</summary><div class="details">
<form method="post" action="/desk/sign-in" class="writing">
${tokenField(view)}
${textField(view, { name: 'login', id: 'code-login', label: desk.login, most: 64, autocomplete: 'username' })}
${textField(view, { name: 'code', label: desk.code, hint: desk.codeHint, most: 40, autocomplete: 'off' })}
<button type="submit" name="by" value="code" class="secondary">${desk.signIn}</button>
</form>
</div></details>`,
  });
}
