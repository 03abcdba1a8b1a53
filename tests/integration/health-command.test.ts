import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { repository } from '../support/repository.js';
import { Desk } from '../support/typed-command.js';

const run = promisify(execFile);
const ofPackage = (path: string): string => join(repository, 'packages/followon-health', path);
const command = ofPackage('bin/followon-health.mjs');

beforeAll(async () => void (await run(process.execPath, [command, '--help']))); // it is made now

let desk: Desk;
beforeEach(() => void (desk = new Desk()));
afterEach(() => desk.clear());

/** Groups in turns, so that they must be sorted. */
const manyLines = (groups: number, each: number): string[] =>
  Array.from({ length: groups * each }, (_, n) => {
    const on = addDays('2020-01-06', 7 * Math.floor(n / groups));
    return `Moor,Group ${n % groups},${on},held,4,ä${n % 5};b${n % 7};c;d`;
  });

describe('the health command of a clean clone', () => {
  test('takes files where they were typed, and keeps its output to itself', async () => {
    desk.registers(manyLines(3, 20));
    mkdirSync(desk.path('scores'));
    const args = ['--prefix', repository, 'run', '-s', 'health:score', '--', 'registers.csv'];
    const { stdout } = await run('npm', [...args, '--out', 'scores/mine.csv'], { cwd: desk.folder });
    expect(stdout).toBe('');
    expect(desk.read('scores/mine.csv').trimEnd().split('\n')).toHaveLength(61);
    expect(readdirSync(desk.path('scores'))).toEqual(['mine.csv']);
  });

  test('makes itself on first use, says so, and only then', async () => {
    const parts = ['packages/followon-health', 'packages/shared/src', 'packages/shared/package.json'];
    for (const part of [...parts, 'tsconfig.base.json'])
      cpSync(join(repository, part), desk.path(part), {
        recursive: true,
        filter: (path) => !/(node_modules|dist)$/.test(path),
      });
    symlinkSync(join(repository, 'node_modules'), desk.path('node_modules'));
    const cloned = desk.path('packages/followon-health/bin/followon-health.mjs');
    const first = await run(process.execPath, [cloned, '--help']);
    expect(first.stderr).toBe('Building the command…\n');
    expect(await run(process.execPath, [cloned, '--help'])).toEqual({ stdout: first.stdout, stderr: '' });
  });

  test('says the same bytes whatever the locale and the time zone', async () => {
    const registers = desk.registers(manyLines(5, 40));
    const said = await Promise.all(
      [
        { TZ: 'UTC', LC_ALL: 'C' },
        { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
        { TZ: 'America/St_Johns', LC_ALL: 'sv_SE.UTF-8', LANG: 'sv_SE.UTF-8' },
      ].map(async (env) => {
        const args = [command, registers, '--out', '-', '--ticks', 'weekly'];
        return (await run(process.execPath, args, { env: { ...process.env, ...env }, maxBuffer: 1e8 }))
          .stdout;
      }),
    );
    expect(said[0]?.length).toBeGreaterThan(10_000);
    expect(new Set(said).size).toBe(1);
  });
});

describe('a command that is stopped', () => {
  test('by Ctrl-C leaves neither scores nor what it sorted', async () => {
    const registers = desk.registers(manyLines(2_000, 100));
    for (const folder of ['tmp', 'out']) mkdirSync(desk.path(folder));
    const child = spawn(process.execPath, [command, registers, '--out', desk.path('out/scores.csv')], {
      env: { ...process.env, TMPDIR: desk.path('tmp') },
      stdio: 'ignore',
    });
    const ended = new Promise((done) => child.once('exit', done));
    while (readdirSync(desk.path('tmp')).length === 0) await new Promise((done) => setTimeout(done, 5));
    expect(readdirSync(desk.path('out'))[0]).toMatch(/^scores\.csv\.\d+\.partial$/);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect([...readdirSync(desk.path('tmp')), ...readdirSync(desk.path('out'))]).toEqual([]);
  });

  test('by a reader that has seen enough stops without a word', async () => {
    const registers = desk.registers(manyLines(500, 40));
    const child = spawn(process.execPath, [command, registers, '--out', '-', '--ticks', 'daily']);
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await new Promise((done) => child.once('exit', done))).toBe(141);
    expect(stderr).toBe('');
  });
});

test('the package stands alone: packed, installed offline into an empty folder, and run', async () => {
  await run('npm', ['pack', '--silent', '--pack-destination', desk.folder], { cwd: ofPackage('') });
  const [tarball = ''] = readdirSync(desk.folder);
  const alone = desk.path('alone');
  mkdirSync(alone);
  const install = ['install', '--offline', '--no-audit', '--no-fund', '--prefix', alone, desk.path(tarball)];
  await run('npm', install, { cwd: alone });
  expect(readdirSync(join(alone, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'followon-health',
  ]);

  const installed = join(alone, 'node_modules/followon-health');
  expect(readdirSync(installed).sort()).toEqual([
    'LICENSE',
    'NOTICE',
    'README.md',
    'bin',
    'dist',
    'package.json',
  ]);
  for (const name of ['LICENSE', 'NOTICE'])
    expect(readFileSync(join(installed, name), 'utf8')).toBe(readFileSync(join(repository, name), 'utf8'));
  const code = readFileSync(join(installed, 'dist/command.js'), 'utf8');
  const imported = [...code.matchAll(/^import .* from "([^"]+)";$/gm)].map(([, from = '']) => from);
  expect(imported.length).toBeGreaterThan(3);
  expect(imported.filter((from) => !from.startsWith('node:'))).toEqual([]);

  desk.registers(manyLines(2, 8));
  const typedAlone = (...args: string[]) =>
    run('npx', ['--offline', 'followon-health', ...args], { cwd: alone });
  expect((await typedAlone('--help')).stdout).toContain('--out <file>');
  await typedAlone('../registers.csv', '--out', 'scores.csv');
  expect(readFileSync(join(alone, 'scores.csv'), 'utf8').trimEnd().split('\n')).toHaveLength(17);
});
