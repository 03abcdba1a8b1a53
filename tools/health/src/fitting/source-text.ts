const WIDTH = 108;
const MOST_ON_A_LINE = 5;
const FEW = 2;

/** A value as TypeScript, laid out as the formatter of this repository does: what holds little, and little deeper, stands on one line. */
export function sourceText(value: unknown, indent = ''): string {
  if (typeof value === 'string') return `'${value}'`;
  if (!isObject(value)) return String(value);
  const isList = Array.isArray(value);
  const deeper = `${indent}  `;
  const parts = Object.entries(value).map(([key, item]: [string, unknown]) =>
    isList ? sourceText(item, deeper) : `${key}: ${sourceText(item, deeper)}`,
  );
  const line = isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
  if (isFlat(value) && indent.length + line.length < WIDTH) return line;
  const lines = parts.map((part) => `${deeper}${part},\n`).join('');
  return isList ? `[\n${lines}${indent}]` : `{\n${lines}${indent}}`;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isFlat = (value: object): boolean => {
  const items: unknown[] = Object.values(value);
  if (items.some(isObject)) return !Array.isArray(value) && items.length <= FEW;
  return items.length <= MOST_ON_A_LINE;
};

const BEGIN = 'export const fitted: Fitted = ';
const END = '\n};\n';

/** The parameter file with other numbers in it. Throws where its literal is not found. */
export function withLiteral(file: string, value: unknown): string {
  const from = file.indexOf(BEGIN);
  const to = file.indexOf(END, from);
  if (from < 0 || to < 0) throw new Error('The parameter file does not hold what was expected.');
  return `${file.slice(0, from)}${BEGIN}${sourceText(value)};\n${file.slice(to + END.length)}`;
}
