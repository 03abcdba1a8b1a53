import { ensureRoles, type RoleUrls } from './roles.js';

/** The run-time URLs: those the operator set, all four or none, else roles of our own making. */
export async function roleUrls(
  env: NodeJS.ProcessEnv,
  ownerUrl: string,
  secretsFile: string,
): Promise<RoleUrls> {
  return givenUrls(env) ?? (await ensureRoles(ownerUrl, secretsFile));
}

/** APP_, WORKER_, RELAY_ and AUTH_DATABASE_URL, when all are set. */
export function givenUrls(env: NodeJS.ProcessEnv): RoleUrls | undefined {
  const {
    APP_DATABASE_URL: app,
    WORKER_DATABASE_URL: worker,
    RELAY_DATABASE_URL: relay,
    AUTH_DATABASE_URL: auth,
  } = env;
  return app && worker && relay && auth ? { app, worker, relay, auth } : undefined;
}
