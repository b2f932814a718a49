// Which rules go out together. A first page needs few of them, so there is one stylesheet for every page and one more for each
// part of the product whose pages look like no other. The server joins the files of `styles/` in this order.

/**
 * `common` is on every page; `plan` on pages of the way back, of runs and of the open knowledge; `learn` on those of the guide,
 * its comments and the editors' desk. The guide draws exercises too.
 */
export type SheetName = 'common' | 'plan' | 'learn';

/** Paths of the stylesheets. */
export type Stylesheets = Readonly<Record<SheetName, string>>;

/** Files of each stylesheet, without their ending; what comes later wins. */
export const SHEETS: Readonly<Record<SheetName, readonly string[]>> = {
  common: ['tokens', 'frame', 'forms', 'body-picture', 'drawings', 'result'],
  plan: ['charts', 'exercises', 'plan'],
  learn: ['exercises', 'guide', 'comments'],
};
