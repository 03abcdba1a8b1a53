import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const documentPath = fileURLToPath(new URL('../../../../docs/group-health.md', import.meta.url));

const BEGIN = '<!-- evaluation: written by npm run health:evaluate -- --data <folder> --write -->';
const END = '<!-- end of evaluation -->';

/** Puts the evaluation between its marks. Throws where the marks are gone. */
export function withEvaluation(document: string, text: string): string {
  const [from, to] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (from < 0 || to < from) throw new Error('The marks of the evaluation are not in the document.');
  return `${document.slice(0, from)}${BEGIN}\n\n${text}\n\n${document.slice(to)}`;
}

export function writeEvaluation(text: string): void {
  writeFileSync(documentPath, withEvaluation(readFileSync(documentPath, 'utf8'), text));
}

export const engineLine = (hash: string): string => `Engine: \`${hash}\``;

/** The engine that the evaluation in the document is about. */
export const engineIn = (document: string): string | undefined =>
  /^Engine: `([0-9a-f]{64})`$/m.exec(document)?.[1];
