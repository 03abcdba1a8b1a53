#!/usr/bin/env node
import { existsSync } from 'node:fs';
import process from 'node:process';

const repository = new URL('../bundle.mjs', import.meta.url);
if (existsSync(repository)) await prepare();
await import('../dist/command.js');

/** A published package is ready. In the repository, the command is made on first use and when its sources have changed. */
async function prepare() {
  const { isBundleOld, makeBundle } = await import(repository.href);
  if (isBundleOld()) {
    process.stderr.write('Building the command…\n');
    await makeBundle().catch(cannotBuild);
  }
  // npm runs a script in the root of the repository; files are where they were typed.
  const { npm_lifecycle_event: script, INIT_CWD: typedIn } = process.env;
  if (script === 'health:score' && typedIn) process.chdir(typedIn);
}

function cannotBuild(error) {
  const isMissing = error.code === 'ERR_MODULE_NOT_FOUND';
  process.stderr.write(
    isMissing ? 'Run "npm ci" first.\n' : `The command cannot be built. ${error.message}\n`,
  );
  process.exit(1);
}
