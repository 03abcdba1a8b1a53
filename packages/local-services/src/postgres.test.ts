import { afterAll, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClient } from './database.js';
import { isAlive } from './postmaster.js';
import { type RunningPostgres, startPostgres } from './postgres.js';

const place = mkdtempSync(join(tmpdir(), 'followon-pg-'));
chmodSync(place, 0o711); // as root the server runs as another user, who must pass through
const dataDir = join(place, 'postgres');
const started: RunningPostgres[] = [];

async function boot(): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir, fast: true });
  started.push(server);
  return server;
}

const notes = (url: string): Promise<string[]> =>
  withClient(url, async (client) =>
    (await client.query<{ text: string }>('select text from note')).rows.map((row) => row.text),
  );

afterAll(async () => {
  for (const server of started) if (isAlive(server.pid)) await server.crash();
  rmSync(place, { recursive: true, force: true });
});

describe('the PostgreSQL that comes with npm', () => {
  test('keeps what was written over a stop, a crash and a killed launcher', async () => {
    const first = await boot();
    await withClient(first.ownerUrl, async (client) => {
      await client.query('create table note (text text)');
      await client.query(`insert into note values ('kept')`);
    });
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await boot();
    expect(await notes(second.ownerUrl)).toEqual(['kept']);
    await second.crash();

    const third = await boot();
    expect(await notes(third.ownerUrl)).toEqual(['kept']);
    process.kill(third.pid, 'SIGKILL');
    await third.gone;

    const fourth = await boot();
    expect(await notes(fourth.ownerUrl)).toEqual(['kept']);
    expect(fourth.adopted).toBe(false);
  }, 60_000);

  test('is taken over, not started twice, when it already runs on the same data', async () => {
    const again = await boot();
    expect(again.adopted).toBe(true);
    expect(await notes(again.ownerUrl)).toEqual(['kept']);
    await again.stop();
    expect(isAlive(again.pid)).toBe(false);
  }, 60_000);

  test('checks its pages, speaks UTF-8 and asks for a password on loopback only', async () => {
    const server = await boot();
    const asked = [
      'data_checksums',
      'server_encoding',
      'listen_addresses',
      'unix_socket_directories',
      'max_connections',
    ];
    const answers = await withClient(server.ownerUrl, (client) =>
      client.query<{ name: string; setting: string }>(
        'select name, setting from pg_settings where name = any($1)',
        [asked],
      ),
    );
    expect(Object.fromEntries(answers.rows.map(({ name, setting }) => [name, setting]))).toEqual({
      data_checksums: 'on',
      server_encoding: 'UTF8',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '120',
    });
    expect(statSync(`${dataDir}.password`).mode & 0o777).toBe(0o600);
    const guess = server.ownerUrl.replace(/:[^:@]+@/, ':guess@');
    await expect(withClient(guess, async () => undefined)).rejects.toMatchObject({ code: '28P01' });
    await server.stop();
  }, 60_000);
});
