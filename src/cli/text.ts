// Laying out plain text: wrapped paragraphs, bullets and tables. Colour is put on afterwards, by the caller.

/** Holds two words on one line until they are printed: `28${TOGETHER}%`. */
export const TOGETHER = '\u00a0';

/** Breaks a text into lines of at most `width` columns; `first` and `rest` stand before the lines. */
export function wrap(text: string, width: number, first = '', rest = first): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \t\r\n]+/).filter((one) => one !== '')) {
    const lead = lines.length === 0 ? first : rest;
    if (line !== '' && lead.length + line.length + 1 + word.length > width) {
      lines.push(lead + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push((lines.length === 0 ? first : rest) + line);
  return lines.join('\n').replaceAll(TOGETHER, ' ');
}

/** One bullet a text. */
export function bullets(texts: readonly string[], width: number, indent = ''): string {
  return texts.map((text) => wrap(text, width, `${indent}• `, `${indent}  `)).join('\n');
}

/** One numbered line a text, from 1. */
export function numbered(texts: readonly string[], width: number, indent = ''): string {
  const digits = String(texts.length).length;
  return texts
    .map((text, index) => {
      const lead = `${indent}${String(index + 1).padStart(digits)}. `;
      return wrap(text, width, lead, ' '.repeat(lead.length));
    })
    .join('\n');
}

export function indented(text: string, indent = '  '): string {
  return text.replace(/^(?=.)/gm, indent);
}

const GAP = '  ';
const NARROWEST = 12;

/**
 * A table that fits the width: the widest columns give way first, and their cells are wrapped.
 * @returns the lines, the header first; no header line when all its cells are empty
 */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly string[] {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const room = width - GAP.length * (header.length - 1);
  for (let surplus = sum(widths) - room; surplus > 0; surplus--) {
    const widest = widths.indexOf(Math.max(...widths));
    const now = widths[widest] ?? 0;
    if (now <= NARROWEST) break;
    widths[widest] = now - 1;
  }
  const shown = header.every((cell) => cell === '') ? rows : all;
  return shown.flatMap((row) => {
    const cells = widths.map((columnWidth, column) => wrap(row[column] ?? '', columnWidth).split('\n'));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((cell, column) => (cell[line] ?? '').padEnd(widths[column] ?? 0))
        .join(GAP)
        .trimEnd(),
    );
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** `1 mistake`, `2 mistakes`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
