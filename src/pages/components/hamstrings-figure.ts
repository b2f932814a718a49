// The three muscles at the back of the thigh, drawn from behind. Our own drawing, much simplified. Each part has a number and a pattern
// of its own besides its tone; the table below it says the same and is what a screen reader reads.

import { html } from 'hono/html';
import { english, type Words } from '../words/index.ts';
import type { Html } from './html.ts';

const SKIN =
  'M52 6C30 34 24 74 34 112C40 150 46 190 52 236C56 276 60 300 60 322C60 346 54 366 54 394H184C190 366 184 344 184 322C186 296 196 240 202 190C208 140 208 60 188 6Z';
const FOLD = 'M36 118C70 142 170 144 204 120';
/** Deepest first, so that what lies nearer covers it. */
const PARTS: readonly (readonly [name: string, path: string])[] = [
  [
    'deep',
    'M114 82C88 122 72 176 70 228C70 280 76 318 84 350C92 358 102 354 104 346C108 300 116 246 124 190C128 148 128 108 124 82Z',
  ],
  ['short', 'M142 196C132 228 140 286 160 340L174 342C166 290 154 236 150 196Z'],
  [
    'cord',
    'M118 80C108 120 100 168 102 216C103 250 98 288 92 318C88 342 82 362 76 382L85 386C94 362 102 336 108 308C122 256 134 200 132 150C131 124 130 100 128 80Z',
  ],
  [
    'outer',
    'M126 80C132 120 140 168 146 212C152 258 164 306 168 346L178 348C188 300 190 246 182 196C172 148 154 108 140 80Z',
  ],
];
const BONES = 'M124 70m-13 0a13 13 0 1 0 26 0a13 13 0 1 0-26 0M176 357m-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0';
const NERVE = 'M150 18C158 56 152 100 142 150C138 200 136 260 132 320C131 350 130 372 130 394';
/** Number, where it stands, and the point that it names. */
const NUMBERS: readonly (readonly [number, number, number, number, number])[] = [
  [1, 224, 232, 176, 226],
  [2, 18, 300, 98, 300],
  [3, 18, 220, 80, 224],
  [4, 18, 66, 114, 68],
  [5, 224, 36, 155, 42],
];

export function hamstringsFigure(words: Words = english): Html {
  const { hamstrings } = words;
  return html`<figure class="muscles"><svg viewBox="0 0 240 400" aria-hidden="true" focusable="false">
<defs><pattern id="muscle-lines" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(75)"><path class="grain" d="M0 0H7"/></pattern></defs>
<path class="skin" d="${SKIN}"/>${PARTS.map(
    ([name, path]) =>
      html`<path class="muscle muscle-${name}" d="${path}"/><path class="muscle-grain" d="${path}"/>`,
  )}
<path class="bone" d="${BONES}"/><path class="nerve" d="${NERVE}"/><path class="contour" d="${SKIN}${FOLD}"/>
${NUMBERS.map(
  ([number, x, y, toX, toY]) =>
    html`<path class="pointer" d="M${x} ${y}L${toX} ${toY}"/><circle class="number" cx="${x}" cy="${y}" r="13"/><text x="${x}" y="${y + 5}">${number}</text>`,
)}</svg>
<figcaption>${hamstrings.caption}</figcaption></figure>
<section class="scroll" aria-label="${hamstrings.caption}" tabindex="0"><table><caption class="hidden">${hamstrings.caption}</caption>
<thead><tr>${hamstrings.head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${hamstrings.rows.map(
    ([number, ...cells]) =>
      html`<tr><th scope="row">${number}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`,
  )}</tbody></table></section>`;
}
