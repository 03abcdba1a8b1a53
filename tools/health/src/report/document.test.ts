import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { documentPath, engineIn, engineLine, withEvaluation } from './document.js';
import { engineHash } from './hashes.js';

const document = readFileSync(documentPath, 'utf8');

test('the evaluation in docs/group-health.md is about the engine as it is', () => {
  const isCurrent = engineIn(document) === engineHash();
  const toDo =
    'The engine has moved on. Run: npm run health:evaluate -- --data <folder> --write (docs/group-health.md says which data).';
  expect(isCurrent ? '' : toDo).toBe('');
});

test('an evaluation is put between its marks and nowhere else', () => {
  const written = withEvaluation(document, `${engineLine('a'.repeat(64))}\n\nNew.`);
  expect(engineIn(written)).toBe('a'.repeat(64));
  expect(withEvaluation(written, 'Newer.')).not.toContain('New.\n');
  expect(written.slice(0, 200)).toBe(document.slice(0, 200));
  expect(() => withEvaluation('No marks here.', 'x')).toThrow('marks');
});
