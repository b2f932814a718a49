// What an editor keeps for signing in: passkeys, recovery codes, the password.

import { html } from 'hono/html';
import type { Passkey } from '../../learn/index.ts';
import { errorSummary } from '../components/form.ts';
import type { Html } from '../components/html.ts';
import { type DeskPage, deskFrame } from './desk-frame.ts';
import { textField, tokenField } from './parts.ts';

export interface AccountPage extends DeskPage {
  readonly passkeys: readonly Passkey[];
  readonly codesLeft: number;
  /** Recovery codes that were just made: shown once. */
  readonly newCodes: readonly string[];
  /** What the browser is asked to make a passkey, as JSON; undefined where passkeys cannot be used. */
  readonly passkeyOptions: string | undefined;
  readonly errors: Readonly<Partial<Record<'old' | 'new' | 'passkey-name', string>>>;
}

export function accountPage(view: AccountPage): Html {
  const { says, words, editor, errors, newCodes, passkeyOptions } = view;
  const { account, desk } = says;
  const list = Object.entries(errors).map(([field, message]) => ({ field, message }));
  return deskFrame(
    view,
    account.title,
    'account',
    html`${errorSummary(words, list)}
<p>${account.yourRoles(editor.roles.map((role) => desk.roles[role]).join(', '))}</p>
${
  newCodes.length === 0
    ? ''
    : html`<div class="notice"><p><strong>${account.codesOnce}</strong></p><ul class="codes">${newCodes.map((code) => html`<li><code>${code}</code></li>`)}</ul></div>`
}
<h2>${account.passkeys}</h2>
${
  view.passkeys.length === 0
    ? html`<p>${account.noPasskeys}</p>`
    : html`<ul>${view.passkeys.map(
        ({ id, name, createdAt }) =>
          html`<li>${name} <span class="hint">${account.added(says.moments.day(createdAt))}</span>
<form method="post" action="/desk/account">${tokenField(view)}<input type="hidden" name="passkey" value="${id}"><button type="submit" name="do" value="remove-passkey" class="secondary">${account.removePasskey}<span class="hidden"> ${name}</span></button></form></li>`,
      )}</ul>`
}
${
  passkeyOptions === undefined
    ? ''
    : html`<noscript><p class="hint">${account.needsScript}</p></noscript>
<form method="post" action="/desk/account" class="writing" data-passkey="create" data-options="${passkeyOptions}" hidden>
${tokenField(view)}<input type="hidden" name="credential" value="">
${textField(view, { name: 'passkey-name', label: account.passkeyName, most: 40, error: errors['passkey-name'] })}
<button type="submit" name="do" value="add-passkey">${account.addPasskey}</button>
</form>`
}
<h2>${account.codes}</h2>
<p>${account.codesText} ${desk.codesLeft(view.codesLeft)}</p>
<form method="post" action="/desk/account">${tokenField(view)}<p class="hint">${account.newCodesHint}</p>
<button type="submit" name="do" value="new-codes" class="secondary">${account.newCodes}</button></form>
<h2>${account.changePassword}</h2>
<form method="post" action="/desk/account" class="writing" novalidate>
${tokenField(view)}
<input type="hidden" name="username" value="${editor.login}" autocomplete="username">
${textField(view, { name: 'old', label: account.oldPassword, type: 'password', most: 256, error: errors.old, autocomplete: 'current-password' })}
${textField(view, { name: 'new', label: account.newPassword, type: 'password', most: 256, error: errors.new, autocomplete: 'new-password' })}
<button type="submit" name="do" value="password">${account.save}</button>
</form>`,
    { passkey: passkeyOptions !== undefined },
  );
}
