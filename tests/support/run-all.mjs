// `npm test`: everything a change must pass, from a clean clone after `npm ci` (with or without install scripts).
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';
import { jestCount } from './jest-count.mjs';
import { runStep } from './run-step.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
const reports = mkdtempSync(join(tmpdir(), 'followon-reports-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

/** The JavaScript file behind a command of an installed package. */
function command(name, bin = name) {
  const manifest = packageJsonOf(name);
  const { bin: bins } = require(manifest);
  return join(dirname(manifest), typeof bins === 'string' ? bins : bins[bin]);
}

function packageJsonOf(name) {
  const found = require.resolve
    .paths(name)
    .map((dir) => join(dir, name, 'package.json'))
    .find(existsSync);
  if (!found) throw new Error(`The package ${name} is missing: run "npm ci" first.`);
  return found;
}

/** One program that says yes or no. */
const check = (title, args, options = {}) => step(title, { args, ...options });

/** One Jest run; its tests are counted. */
async function jest(title, projects, { workers = 2, ...options } = {}) {
  const report = join(reports, `${projects.join('-')}.json`);
  const jestArgs = [command('jest'), '--selectProjects', ...projects, '--maxWorkers', String(workers)];
  await step(title, {
    args: ['--experimental-vm-modules', '--no-warnings', ...jestArgs, '--json', '--outputFile', report],
    env: { NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
    count: () => jestCount(report),
    ...options,
  });
}

async function step(title, { args, count, ...options }) {
  if (!options.quiet) console.log(`\n== ${title}`);
  const {
    passed: exitedWell,
    seconds,
    said,
  } = await runStep({ program: process.execPath, args, cwd: root, ...options });
  const counted = count?.() ?? { passed: 0, failed: exitedWell ? 0 : 1, skipped: 0 };
  const ranNothing = count !== undefined && counted.passed + counted.failed === 0;
  const passed = exitedWell && !ranNothing; // a pattern that no longer matches must not look like success
  if (!passed && counted.failed === 0) counted.failed = 1;
  for (const key of Object.keys(totals)) totals[key] += counted[key];
  if (!passed) failures.push(title);
  const tests = count ? ` (${counted.passed} passed, ${counted.failed} failed)` : '';
  console.log(`== ${title}: ${passed ? 'passed' : 'FAILED'} in ${seconds.toFixed(1)} s${tests}`);
  if (!passed && said) console.log(said);
}

function skip(title, why) {
  totals.skipped += 1;
  console.log(`\n== ${title}: skipped. ${why}`);
}

/** The files under version control, so that a scratch file fails nobody; where git does not answer, everything. */
function trackedFiles() {
  try {
    const list = execFileSync('git', ['ls-files', '-z'], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: 1e8,
    });
    return list.split('\0').filter((file) => file && existsSync(join(root, file)));
  } catch {
    return ['.'];
  }
}

/** What needs no test run, one after the other on one core while the unit tests have the other. */
async function checkHouse() {
  const quiet = true;
  await check('Types of the tests', [command('typescript', 'tsc'), '-p', 'tests/tsconfig.check.json'], {
    quiet,
  });
  await check('Lint', [command('eslint'), '.'], { quiet });
  const pretty = [
    command('prettier'),
    '--check',
    '--ignore-unknown',
    '--log-level',
    'warn',
    ...trackedFiles(),
  ];
  await check('Format', pretty, { quiet });
  await check('Boundaries', ['tools/boundaries.mjs'], { quiet });
  await check('Unused code and packages', [command('knip'), '--no-progress'], { quiet });
}

async function tellStories() {
  const title = 'Whole stories in a browser';
  const chromium = findChromium();
  if (!chromium) return skip(title, 'No Chromium was found: install one, or set CHROMIUM_PATH, to run them.');
  // Each file has a product of its own, and waits more than it works: two beside each other.
  await jest(title, ['e2e'], {
    env: { NODE_OPTIONS: '--experimental-vm-modules --no-warnings', CHROMIUM_PATH: chromium },
  });
}

const startedAt = performance.now();
await check('Build', [command('turbo'), 'run', 'build', '--output-logs=errors-only'], {
  env: { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
});
if (failures.length === 0) {
  console.log('\n== House rules and unit tests, beside each other');
  await Promise.all([
    checkHouse(),
    jest('Rules and parts of pages', ['unit', 'web'], { workers: 1, quiet: true }),
  ]);
  await jest('Integration and architecture, on both doorbells', ['integration']);
  await tellStories();
  await jest('Short fault campaign', ['faults'], { workers: 1 });
}
rmSync(reports, { recursive: true, force: true });

console.log(`\nTook ${Math.round((performance.now() - startedAt) / 1000)} s.`);
if (failures.length > 0) console.log(`Failed: ${failures.join('; ')}.`);
console.log(
  `${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ''}`,
);
process.exitCode = failures.length > 0 ? 1 : 0;
