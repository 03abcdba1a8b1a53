/**
 * The fields of one line of CSV; undefined when its quotation marks do not match. Our own, and tested against csv-parse:
 * that makes a parser for each line, 10 microseconds where this takes one fifth of one.
 */
export function fieldsOf(text: string): readonly string[] | undefined {
  if (!text.includes('"')) return text.split(',');
  const fields: string[] = [];
  for (let at = 0; at <= text.length;) {
    const field = text[at] === '"' ? quoted(text, at) : plain(text, at);
    if (field === undefined) return undefined;
    fields.push(field.value);
    at = field.end + 1;
  }
  return fields;
}

type Field = { readonly value: string; readonly end: number };

function plain(text: string, from: number): Field | undefined {
  const comma = text.indexOf(',', from);
  const end = comma === -1 ? text.length : comma;
  const value = text.slice(from, end);
  return value.includes('"') ? undefined : { value, end };
}

function quoted(text: string, from: number): Field | undefined {
  let value = '';
  for (let at = from + 1; ;) {
    const mark = text.indexOf('"', at);
    if (mark === -1) return undefined;
    value += text.slice(at, mark);
    if (text[mark + 1] !== '"') return endsHere(text, mark + 1) ? { value, end: mark + 1 } : undefined;
    value += '"';
    at = mark + 2;
  }
}

const endsHere = (text: string, at: number): boolean => at === text.length || text[at] === ',';
