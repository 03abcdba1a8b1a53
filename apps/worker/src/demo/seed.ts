import { createDataSource } from '@followon/shared/db/data-source';
import { readEnv } from '@followon/shared/env';
import { z } from 'zod';
import { seedDemo } from './seed-demo.js';

/** Run by `npm start` before API and worker, with the rights of the database's owner. */
const env = readEnv(
  z.object({ OWNER_DATABASE_URL: z.url(), FOLLOWON_DEMO_PASSWORD: z.string().min(8).max(200) }),
  process.env,
);
const dataSource = createDataSource({ url: env.OWNER_DATABASE_URL, name: 'followon-demo-seed', poolSize: 1 });
await dataSource.initialize();
try {
  console.log(await seedDemo(dataSource, { password: env.FOLLOWON_DEMO_PASSWORD, now: new Date() }));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await dataSource.destroy();
}
