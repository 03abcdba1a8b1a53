import { parse } from 'csv-parse/sync';

/** The fields of one line of CSV; undefined when its quotation marks do not match. */
export function fieldsOf(text: string): readonly string[] | undefined {
  if (!text.includes('"')) return text.split(',');
  try {
    const records: string[][] = parse(text, { relax_column_count: true });
    return records[0];
  } catch {
    return undefined;
  }
}
