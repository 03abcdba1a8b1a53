import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import en from './locales/en.json' with { type: 'json' };
import { t } from './i18n.js';

const SRC = join(process.cwd(), 'apps/web/src');
const READ_ALOUD = new Set(['aria-label', 'alt', 'title', 'placeholder', 'label', 'hint', 'summary']);

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(SRC, name), 'utf8') }));

/** Words a person would read that stand in the markup instead of among the messages. */
function wordsInMarkup({ name, text }: { readonly name: string; readonly text: string }): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(node.text.trim());
    if (
      ts.isJsxAttribute(node) &&
      READ_ALOUD.has(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    ) {
      found.push(node.initializer.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found.map((words) => `${name}: ${words}`);
}

test('the search for words in the markup sees every page', () => {
  expect(files.length).toBeGreaterThan(60);
  expect(wordsInMarkup({ name: 'x.tsx', text: 'const x = <p title="Hello">There</p>;' })).toHaveLength(2);
});

test('no words stand in the markup: every one is a message', () => {
  // The column names of the register file are a format, not a sentence.
  const found = files
    .flatMap(wordsInMarkup)
    .filter((words) => !words.endsWith('site,group,date,status,headcount,attendees'));
  expect(found).toEqual([]);
});

test('every message is used somewhere', () => {
  const source = files.map(({ text }) => text).join('\n');
  const unused = Object.keys(en).filter(
    (key) => !source.includes(`'${key}'`) && !source.includes(`"${key}"`),
  );
  expect(unused).toEqual([]);
});

test('every message says something, in sentence case and without shouting', () => {
  for (const [key, words] of Object.entries(en)) {
    expect([key, words.trim().length > 0]).toEqual([key, true]);
    expect([key, /[A-Z]{5,}|!/.test(words)]).toEqual([key, false]);
  }
});

test.each(['failing', 'drop-out', 'non-compliant', 'did not attend', 'DNA', 'patient-level', 'score'])(
  'no message says "%s"',
  (word) => {
    const said = Object.values(en).filter((words) => new RegExp(`\\b${word}\\b`).test(words));
    expect(said).toEqual([]);
  },
);

test('counts follow the rules of the language', () => {
  expect(t('date.in', { days: 1 })).toBe('in 1 day');
  expect(t('date.in', { days: 11 })).toBe('in 11 days');
  expect(t('need.title', { count: 0 })).toBe('No group needs you today');
  expect(t('need.title', { count: 2 })).toBe('Two groups may need you');
});
