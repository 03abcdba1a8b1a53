import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from '../support/repository.js';
import { campaigns } from './campaigns.js';
import { complaints, table, type Verdict } from './verdict.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '7' }, short: { type: 'boolean', default: false } },
});

const seed = Number(values.seed);
if (!Number.isInteger(seed)) throw new Error('--seed takes a whole number');
const unknown = positionals.filter((name) => !campaigns.some(({ fault }) => fault === name));
if (unknown.length > 0) {
  throw new Error(
    `No campaign is called ${unknown.join(', ')}. There are: ${campaigns.map(({ fault }) => fault).join(', ')}.`,
  );
}

const verdicts: Verdict[] = [];
const say = (line: string): void => void process.stderr.write(`${line}\n`);
for (const campaign of campaigns.filter(
  ({ fault }) => positionals.length === 0 || positionals.includes(fault),
)) {
  say(`${campaign.fault}: ${campaign.title} (seed ${seed})`);
  verdicts.push(await campaign.run({ seed, size: values.short ? 'short' : 'full', say }));
}

const passed = verdicts.every((verdict) => complaints(verdict).length === 0);
const dir = join(repository, 'test-results');
mkdirSync(dir, { recursive: true });
const json = JSON.stringify({ passed, at: new Date().toISOString(), verdicts }, undefined, 2);
writeFileSync(join(dir, 'verdict.json'), `${json}\n`);
process.stdout.write(`${table(verdicts)}\n${json}\n`);
process.exit(passed ? 0 : 1);
