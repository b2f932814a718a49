// The search field of the guide: a plain form, so that it works without a script, on the server as on the device.

import { html } from 'hono/html';
import type { Words } from '../words/index.ts';
import type { Html } from './html.ts';

export function guideSearch({ guide }: Words, query = ''): Html {
  return html`<form class="search" method="get" action="/guide/search" role="search">
<label for="q">${guide.searchFor}</label>
<div class="search-field"><input type="search" id="q" name="q" value="${query}" maxlength="120" autocomplete="off" lang="en-GB">
<button type="submit">${guide.searchButton}</button></div>
</form>`;
}
