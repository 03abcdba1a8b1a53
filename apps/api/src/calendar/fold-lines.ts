const MOST_OCTETS = 75;
const encoder = new TextEncoder();
const octets = (text: string): number => encoder.encode(text).length;

/** Folds one line so that no part is longer than 75 octets, the space of its beginning included, nor splits a letter. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const letter of line) {
    const more = octets(letter);
    if (size + more > MOST_OCTETS) {
      parts.push(part);
      part = ' ';
      size = 1;
    }
    part += letter;
    size += more;
  }
  return [...parts, part].join('\r\n');
}

/**
 * The lines of a calendar, folded by octets as RFC 5545 (3.1) asks; the library counts letters and goes past it by one
 * where they are not ASCII.
 */
export const foldLines = (text: string): string =>
  `${text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map(fold)
    .join('\r\n')}\r\n`;
