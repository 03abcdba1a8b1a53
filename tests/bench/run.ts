import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from '../support/repository.js';
import { benches } from './benches.js';
import { thisMachine } from './machine.js';
import type { BenchResult } from './measure.js';
import { table } from './table.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '7' }, repeats: { type: 'string', default: '3' } },
});
const [seed, repeats] = [Number(values.seed), Number(values.repeats)];
if (!Number.isInteger(seed) || !Number.isInteger(repeats) || repeats < 1) {
  throw new Error('--seed and --repeats take whole numbers');
}
const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  throw new Error(
    `No bench is called ${unknown.join(', ')}. There are: ${benches.map(({ name }) => name).join(', ')}.`,
  );
}

const before = thisMachine();
const results: BenchResult[] = [];
const say = (line: string): void => void process.stderr.write(`${line}\n`);
for (const bench of benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  say(`${bench.name}: ${bench.title}`);
  results.push(await bench.run({ seed, repeats, say }));
}

const passed = results.every(({ floors }) => floors.every(({ holds }) => holds));
const report = {
  passed,
  at: new Date().toISOString(),
  seed,
  repeats,
  machine: before,
  loadAverageAfter: thisMachine().loadAverage,
  results,
};
const dir = join(repository, 'test-results');
mkdirSync(dir, { recursive: true });
writeFileSync(join(dir, 'bench.json'), `${JSON.stringify(report, undefined, 2)}\n`);
process.stdout.write(`${table(report)}\n${JSON.stringify(report)}\n`);
process.exit(passed ? 0 : 1);
