// The lines of an iCalendar file (RFC 5545, 3.1 and 3.3.11): text with its four marks escaped, and lines folded at 75 octets
// of UTF-8 without cutting a character. Counted by code points, not with TextEncoder: the pure rooms have none.

const MOST_OCTETS = 75;
/** What no text may hold: every control character but the tab; line breaks are written as \n. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** A value of type TEXT. Control characters are left out; every kind of line break becomes `\n`. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/**
 * One content line with its line break, folded.
 * @param name the property, with its parameters: `DTSTART;VALUE=DATE`
 * @param value already in the form of its type
 */
export function contentLine(name: string, value: string): string {
  const lines: string[] = [];
  let line = '';
  let octets = 0;
  for (const character of `${name}:${value}`) {
    const size = octetsOf(character);
    if (octets + size > MOST_OCTETS) {
      lines.push(line);
      // The space that marks a continuation counts too.
      line = ' ';
      octets = 1;
    }
    line += character;
    octets += size;
  }
  return `${[...lines, line].join('\r\n')}\r\n`;
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
