// What a browser has to be able to do for the walk, whichever engine it is. Functions given to `run` are sent as text: they may use
// nothing but their arguments and what is in the page.

export interface OtherBrowser {
  readonly name: string;
  readonly open: (url: string) => Promise<void>;
  /** Runs a function in the page that is shown; arguments and result travel as JSON. */
  readonly run: <Given extends readonly unknown[], Found>(
    inPage: (...given: Given) => Found | Promise<Found>,
    ...given: Given
  ) => Promise<Found>;
  /** Presses and lets go at a point of what is visible; CSS pixels. */
  readonly press: (x: number, y: number) => Promise<void>;
  /** A picture of what is visible; PNG. */
  readonly picture: () => Promise<Uint8Array>;
  /** Errors and warnings of the console since the beginning; undefined where the engine does not tell. */
  readonly complaints: () => readonly string[] | undefined;
  readonly close: () => Promise<void>;
}

/** A mouse button pressed and let go, as WebDriver and WebDriver BiDi both say it. */
export function pressing(x: number, y: number): readonly unknown[] {
  return [
    {
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions: [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    },
  ];
}
