import { expect, test } from '@jest/globals';
import { typed } from '../../../tests/support/typed-command.js';
import { keptByNpm } from './kept-by-npm.js';

const health = (env: NodeJS.ProcessEnv) => keptByNpm({ npm_lifecycle_event: 'health:score', ...env });

test.each([
  {
    args: ['registers.csv', 'scores.csv'],
    env: { npm_config_out: 'true' },
    says: 'registers.csv --out scores.csv',
  },
  { args: ['registers.csv'], env: { npm_config_out: 's.csv' }, says: 'registers.csv --out scores.csv' },
  {
    args: ['registers.csv', 'Walk'],
    env: { npm_config_explain: 'true' },
    says: 'registers.csv --explain "Tuesday walk"',
  },
  {
    args: ['weekly', 'registers.csv', '--out', 's.csv'],
    env: { npm_config_ticks: 'true' },
    says: 'registers.csv --ticks weekly',
  },
])('whoever forgot the -- of npm is told where it goes ($env)', async ({ args, env, says }) => {
  const { code, stderr } = await typed(args, { keptByNpm: health(env) });
  expect(code).toBe(1);
  expect(stderr).toBe(`Put -- before the file: npm run -s health:score -- ${says}\n`);
});

test('without any file, that is what is missing', async () => {
  const { stderr } = await typed([], { keptByNpm: health({ npm_config_out: 's.csv' }) });
  expect(stderr).toMatch(/^Say which file of registers to read\. Put -- before the file: /);
});

test('settings of an npm that runs something else are none of ours', () => {
  expect(keptByNpm({ npm_lifecycle_event: 'test', npm_config_out: 'true' })).toEqual([]);
  expect(health({})).toEqual([]);
});
