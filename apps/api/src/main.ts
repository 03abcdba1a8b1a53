import { fileURLToPath } from 'node:url';
import { createApp } from './create-app.js';
import { apiEnv } from './env.js';
import { log } from './http/log.js';

const builtDashboard = fileURLToPath(new URL('../../web/dist', import.meta.url));

const env = apiEnv();
log.level = env.LOG_LEVEL;
const app = await createApp({ ...env, WEB_ROOT: env.WEB_ROOT ?? builtDashboard });
await app.listen(env.PORT, env.HOST);
log.info({ port: env.PORT }, 'the API is ready');
