// Which rules go out together. A first page needs few of them, so there is one stylesheet for every page and one more for each
// part of the product whose pages look like no other. The server joins the files of `styles/` in this order.
//
// A page links them, and the browser keeps them. A page that somebody arrives at carries its own instead: the browser has nothing of
// ours yet, and would wait a whole round trip for them before it shows anything.

/**
 * `common` is on every page; `plan` on pages of the way back, of runs and of the open knowledge; `learn` on those of the guide,
 * its comments and the editors' desk. The guide draws exercises too.
 */
export type SheetName = 'common' | 'plan' | 'learn';

/** A stylesheet that stands in the page itself. */
export interface InlineSheet {
  readonly text: string;
  /** Of the text, as a content security policy names it: `sha256-…`. */
  readonly hash: string;
}

export type InlineSheets = Readonly<Record<SheetName, InlineSheet>>;

/** Paths of the stylesheets; `inline` where pages carry them. */
export type Stylesheets = Readonly<Record<SheetName, string>> & { readonly inline?: InlineSheets };

/** Files of each stylesheet, without their ending; what comes later wins. */
export const SHEETS: Readonly<Record<SheetName, readonly string[]>> = {
  common: ['tokens', 'frame', 'forms', 'body-picture', 'drawings', 'result'],
  plan: ['charts', 'exercises', 'plan'],
  learn: ['exercises', 'guide', 'comments'],
};

/** The same rules without comments and without the space that only people need. Knows our own files, not every file there may be. */
export function compactRules(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}')
    .trim();
}
