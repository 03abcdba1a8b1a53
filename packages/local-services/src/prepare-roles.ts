import { ensureDatabase } from './database.js';
import { explain, PlainError } from './plain-error.js';
import { givenUrls } from './role-urls.js';
import { applyRoles } from './roles.js';

// For installations that set every URL themselves, such as docker compose: creates the run-time users with the
// passwords in those URLs. Run once before the migrations; safe to repeat.
async function prepareRoles(env: NodeJS.ProcessEnv): Promise<void> {
  const owner = env.OWNER_DATABASE_URL;
  const urls = givenUrls(env);
  if (!owner || !urls) {
    throw new PlainError('Set OWNER_DATABASE_URL and APP_, WORKER_, RELAY_ and AUTH_DATABASE_URL.');
  }
  await ensureDatabase(owner);
  await applyRoles(owner, urls);
}

try {
  await prepareRoles(process.env);
  console.log('The run-time database users are ready.');
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
