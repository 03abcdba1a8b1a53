import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { cyTask } from '@followon/shared/messages/tasks-cy';
import type { TaskTemplate } from '@followon/shared/rules/handover/task';
import { baseTemplate } from '@followon/shared/rules/handover/templates/base';
import cy from './locales/cy.json' with { type: 'json' };
import links from './locales/cy-links.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

const english: Readonly<Record<string, string>> = en;
const welsh: Readonly<Record<string, string>> = links;

/** Every page that a link opens, and what those pages are made of. */
const SOURCES = [
  ...['answer-by-link', 'ended', 'link-frame', 'link-language-choice', 'message-by-link', 'register-by-link'],
  ...['stop-by-link', 'task-by-link', 'wish-by-link', 'wish-times', 'wishes-by-link'],
].map((name) => `links/${name}.tsx`);
const PIECES = [
  'answers-before',
  'stepper',
  'wishes-addresses',
  'wishes-form',
  'wishes-now',
  'wishes-postal-address',
]
  .map((name) => `ui/${name}.tsx`)
  .concat('ui/wish-words.ts', 'ui/wishes-words.ts', 'ui/not-yet.tsx', 'ui/task-words.ts', 'ui/task-done.tsx')
  .concat('ui/route-words.ts', 'handovers/one-question.tsx', 'handovers/question-words.ts', 'link-screen.tsx')
  .concat('links/trouble-words.ts', 'api/problem.ts');
/** What a contact person reads of somebody else is on no page of a link, nor is who has a task. */
const OF_OTHERS = /^(wishes\.their|owner)\./;

const keysIn = (path: string): string[] =>
  [...readFileSync(new URL(path, import.meta.url), 'utf8').matchAll(/'([\w.-]+)'/g)]
    .map(([, key = '']) => key)
    .filter((key) => key.includes('.') && key in english && !OF_OTHERS.test(key));

const used = [...new Set([...SOURCES, ...PIECES].flatMap((path) => keysIn(`./${path}`)))];
const valuesIn = (words: string): string[] =>
  [...new Set([...words.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => name))].sort();

test('every word of the pages that a link opens has Welsh', () => {
  expect(used.length).toBeGreaterThan(120);
  expect(used.filter((key) => !(key in welsh) && !(key in cy))).toEqual([]);
});

test('a task is called the same on its page as in the message that leads there', () => {
  const titles = Object.entries(welsh).filter(([key]) => /^handoverTask\..*\.title$/.test(key));
  expect(titles).toHaveLength(20);
  for (const [key, title] of titles) expect(title).toBe(cyTask(key.split('.')[1] ?? ''));
});

test('every question of a task that has Welsh words has them for all its answers', () => {
  const options = baseTemplate.flatMap(({ asks = [] }: TaskTemplate) =>
    asks.flatMap((ask) => (ask.kind === 'choice' ? ask.options.map((one) => [ask.key, one] as const) : [])),
  );
  const keys = options.map(([question, option]) =>
    question === 'route' ? `carry.route.${option}` : `askOption.${question}.${option}`,
  );
  expect(keys.length).toBeGreaterThan(20);
  expect(keys.filter((key) => !(key in welsh))).toEqual([]);
});

test('Welsh on these pages leaves room for the same values, and is not the English again', () => {
  for (const [key, words] of Object.entries(welsh)) {
    expect(Object.keys(english)).toContain(key);
    expect([key, ...valuesIn(words)]).toEqual([key, ...valuesIn(english[key] ?? '')]);
    if (!key.startsWith('language.')) expect(words).not.toBe(english[key]);
    expect(words).not.toMatch(/'|!|\b(the|you|your|with)\b/i);
  }
});
