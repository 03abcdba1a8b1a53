import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fitted } from '@followon/shared/rules/health/fitted';
import { dataFiles, loadSeries } from './data/load.js';
import { freeRecipe } from './fitting/recipes.js';
import { crossValidated } from './judging/cross-validate.js';
import { judgeAll } from './judging/judge-all.js';
import { engineLine, writeEvaluation } from './report/document.js';
import { evaluation } from './report/evaluation.js';
import { engineHash, fileHash } from './report/hashes.js';

const help = `Judges the group health engine on registers of known fate, beside every simple rule.

  npm run health:evaluate -- --data <folder> [--cross-validate] [--write]

  --data            a folder with registers.csv, headcounts.csv and episodes.csv; any of them may be absent
  --cross-validate  also fits the engine anew for each group on the other groups (10 folds): for data it was fitted on
  --write           cross-validates and puts the evaluation into docs/group-health.md`;

const { values: asked } = parseArgs({
  options: {
    data: { type: 'string' },
    'cross-validate': { type: 'boolean' },
    write: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

if (asked.help || asked.data === undefined) {
  console.log(help);
  process.exitCode = asked.help ? 0 : 1;
} else evaluate(asked.data);

function evaluate(folder: string): void {
  const series = loadSeries(folder);
  const shipped = judgeAll(series);
  const isRefitted = asked['cross-validate'] === true || asked.write === true;
  const again = isRefitted
    ? {
        refitted: crossValidated(series),
        free: crossValidated(series, freeRecipe),
      }
    : {};
  const text = `${provenance(folder)}\n\n${evaluation({ shipped, ...again })}`;
  console.log(text);
  if (asked.write) writeEvaluation(text);
}

function provenance(folder: string): string {
  const inputs = dataFiles.flatMap((file) => {
    const hash = fileHash(join(folder, file));
    return hash === undefined ? [] : [`- \`${file}\`: \`${hash}\``];
  });
  return [
    `Parameters: \`${fitted.version}\``,
    engineLine(engineHash()),
    ['Input files (SHA-256):', '', ...inputs].join('\n'),
  ].join('\n\n');
}
