// The three muscles at the back of the thigh, drawn from behind. Our own drawing, much simplified. Each part has a number and a pattern
// of its own besides its tone; the table below it says the same and is what a screen reader reads.

import { html } from 'hono/html';
import { english, type Words } from '../words/index.ts';
import type { Html } from './html.ts';

const SKIN =
  'M52 6C30 34 24 74 34 112C38 128 40 140 42 156C48 214 62 262 66 316C66 340 60 362 62 394H168C172 362 164 340 166 316C172 262 196 214 202 150C208 98 200 44 184 6Z';
const FOLD = 'M40 118C70 140 170 142 202 120';
/** Deepest first, so that what lies nearer covers it. */
const PARTS: readonly (readonly [name: string, path: string])[] = [
  [
    'deep',
    'M114 82C94 122 80 176 78 232C76 284 80 318 88 352C94 358 102 354 104 346C106 300 114 246 122 190C126 148 128 108 124 82Z',
  ],
  ['short', 'M158 190C146 216 148 270 164 336L176 340C178 290 174 236 164 192Z'],
  [
    'cord',
    'M118 80C110 126 102 176 102 222C101 256 96 292 92 322C90 344 86 360 82 378L90 382C98 358 102 334 106 306C116 256 126 204 130 152C131 124 131 100 128 80Z',
  ],
  [
    'outer',
    'M126 80C132 126 140 172 150 214C158 256 164 300 168 348L178 350C184 300 180 246 170 196C160 148 146 108 138 80Z',
  ],
];
const BONES = 'M124 70m-13 0a13 13 0 1 0 26 0a13 13 0 1 0-26 0M178 356m-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0';
const NERVE = 'M146 20C156 60 150 110 142 160C136 220 132 270 128 320C127 350 126 370 126 392';
/** Number, where it stands, and the point that it names. */
const NUMBERS: readonly (readonly [number, number, number, number, number])[] = [
  [1, 222, 232, 172, 226],
  [2, 18, 296, 99, 296],
  [3, 18, 220, 84, 224],
  [4, 18, 66, 114, 68],
  [5, 222, 36, 151, 40],
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
