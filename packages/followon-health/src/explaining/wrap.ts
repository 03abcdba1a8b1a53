/** Takes no room on the screen. */
// eslint-disable-next-line no-control-regex
const COLOUR = /\u001B\[\d+m/g;

const widthOf = (text: string): number => text.replace(COLOUR, '').length;

/** Text in rows of at most `columns` characters, cut between words; the rows may begin with an indent. */
export function wrap(text: string, columns: number, indent = ''): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(' ')) {
    if (row !== '' && widthOf(indent + row) + 1 + widthOf(word) > columns) {
      rows.push(indent + row);
      row = '';
    }
    row = row === '' ? word : `${row} ${word}`;
  }
  return [...rows, indent + row];
}
