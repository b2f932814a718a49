// `html` escapes whatever is put into it; a value of type Html has been through it.

import type { html } from 'hono/html';

export type Html = ReturnType<typeof html>;
