import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createDataSource } from '../db/data-source.js';
import { inTransaction } from '../db/transaction.js';
import { readEnv } from '../env.js';
import { AdministratorRefused, createAdministrator, NewAdministrator } from './create-administrator.js';
import type { Terminal } from './terminal.js';
import { openTerminal } from './terminal.js';

const HELP = `Makes a network administrator, and a site when there is none of that name.

  npm run admin:create -- [--email ADDRESS] [--name NAME] [--site NAME]

What is not given is asked for. The password is asked for without showing it, or read from standard input;
--password is there for scripts, but others on this machine can see it while the command runs.`;

const options = {
  email: { type: 'string' },
  name: { type: 'string' },
  site: { type: 'string' },
  password: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const labels = { email: 'E-mail', displayName: 'Name', siteName: 'Site', password: 'Password' } as const;

async function answersOf(given: {
  email?: string;
  name?: string;
  site?: string;
  password?: string;
}): Promise<unknown> {
  const terminal = openTerminal(process.stdin, process.stdout);
  try {
    return {
      email: given.email ?? (await terminal.ask('E-mail address: ')),
      displayName: given.name ?? (await terminal.ask('Name, as others see it: ')),
      siteName: given.site ?? (await terminal.ask('Name of the site: ')),
      password: given.password ?? (await askPassword(terminal)),
    };
  } finally {
    terminal.close();
  }
}

async function askPassword(terminal: Terminal): Promise<string> {
  const password = await terminal.askSecret('Password: ');
  if (terminal.isPerson && (await terminal.askSecret('The same again: ')) !== password) {
    throw new AdministratorRefused('The two passwords differ. Nothing was made.');
  }
  return password;
}

function check(answers: unknown): NewAdministrator {
  const parsed = NewAdministrator.safeParse(answers);
  if (parsed.success) return parsed.data;
  const bad = parsed.error.issues.map(
    ({ path, message }) => `${labels[path[0] as keyof typeof labels]} ${message}.`,
  );
  throw new AdministratorRefused(`${bad.join(' ')} Nothing was made.`);
}

async function make(administrator: NewAdministrator): Promise<void> {
  const env = readEnv(z.object({ OWNER_DATABASE_URL: z.url() }), process.env);
  const database = createDataSource({
    url: env.OWNER_DATABASE_URL,
    name: 'followon-admin-create',
    poolSize: 1,
  });
  await database.initialize();
  try {
    await inTransaction(database, { kind: 'none' }, (manager) => createAdministrator(manager, administrator));
  } finally {
    await database.destroy();
  }
}

try {
  const { values } = parseArgs({ options });
  if (values.help) {
    console.log(HELP);
  } else {
    const administrator = check(await answersOf(values));
    await make(administrator);
    console.log(
      `${administrator.email} now administers ${administrator.siteName} and sees the whole network.`,
    );
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
