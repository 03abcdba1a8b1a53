import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { typed } from '../../../tests/support/typed-command.js';

/**
 * What the command says of a small file, byte by byte. After a refit of the engine, make the files anew, look at what has
 * changed, and say so: `npm run -s health:score -- registers.csv --out scores.csv --ticks weekly` in the folder `golden`,
 * and the same with `--explain "Tea and talk" > explained.txt` instead of `--out`.
 */
const golden = (name: string): string => fileURLToPath(new URL(`../golden/${name}`, import.meta.url));

test('the scores of the small file are those that were looked at', async () => {
  const { stdout } = await typed([golden('registers.csv'), '--out', '-', '--ticks', 'weekly']);
  expect(stdout).toBe(readFileSync(golden('scores.csv'), 'utf8'));
});

test('so is the story of one of its groups', async () => {
  const { stdout } = await typed([golden('registers.csv'), '--explain', 'Tea and talk']);
  expect(stdout).toBe(readFileSync(golden('explained.txt'), 'utf8'));
});
