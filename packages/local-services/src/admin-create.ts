import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ownerEnv } from './child-env.js';
import { repositoryRoot } from './data-dir.js';
import { ownerUrlHere } from './owner-url.js';
import { explain, PlainError } from './plain-error.js';

const program = join(repositoryRoot, 'packages/shared/dist/accounts/admin-create.js');

/** `npm run admin:create`: finds this installation's database and lets the product ask the questions. Answers the exit code. */
async function adminCreate(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<number> {
  if (!existsSync(program)) throw new PlainError('The product is not built. Run "npm run build" first.');
  const ownerUrl = env.OWNER_DATABASE_URL ?? ownerUrlHere(env);
  const child = spawn(process.execPath, [program, ...args], {
    env: ownerEnv(env, ownerUrl),
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code) => resolve(code ?? 1));
  });
}

try {
  process.exitCode = await adminCreate(process.env, process.argv.slice(2));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
