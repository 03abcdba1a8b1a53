import { z } from 'zod';
import { readEnv } from '../env.js';
import { migrateDatabase } from './migrate-database.js';

const env = readEnv(z.object({ OWNER_DATABASE_URL: z.url() }), process.env);
await migrateDatabase(env.OWNER_DATABASE_URL);
