import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fitted } from '@followon/shared/rules/health/fitted';
import { loadSeries } from './data/load.js';
import { changes } from './fitting/difference.js';
import { fitAll, shippedNumbers } from './fitting/fit-all.js';
import { withLiteral } from './fitting/source-text.js';
import { fileHash } from './report/hashes.js';

const help = `Fits the numbers of the group health engine on registers of known fate, and says what differs from the shipped ones.

  npm run health:fit -- --data <folder> [--write <version>]

  --data   a folder with registers.csv and episodes.csv
  --write  puts the numbers into the parameter file, under this new version`;

const parameterFile = fileURLToPath(
  new URL('../../../packages/shared/src/rules/health/fitted.ts', import.meta.url),
);

const { values: asked } = parseArgs({
  options: { data: { type: 'string' }, write: { type: 'string' }, help: { type: 'boolean' } },
});

if (asked.help || asked.data === undefined) {
  console.log(help);
  process.exitCode = asked.help ? 0 : 1;
} else fit(asked.data);

function fit(folder: string): void {
  const numbers = { ...fitAll(loadSeries(folder)), fittedOn: fileHash(join(folder, 'registers.csv')) ?? '' };
  const found = changes({ ...shippedNumbers(), fittedOn: fitted.fittedOn }, numbers);
  console.log(JSON.stringify(numbers, null, 2));
  for (const { path, before, now } of found)
    console.log(`${path}: shipped ${String(before)}, fitted ${String(now)}`);
  console.log(
    found.length === 0
      ? `The shipped numbers (${fitted.version}) are those fitted on this data.`
      : `${found.length} numbers differ from the shipped ones (${fitted.version}).`,
  );
  if (asked.write === undefined) return;
  const literal = { ...fitted, ...numbers, version: asked.write };
  writeFileSync(parameterFile, withLiteral(readFileSync(parameterFile, 'utf8'), literal));
  console.log(
    `Written, as ${asked.write}. Evaluate next: npm run health:evaluate -- --data <folder> --write`,
  );
}
