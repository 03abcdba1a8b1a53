import { expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { startRedis } from './redis.js';
import { findRedisProgram } from './redis-program.js';

function ask(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.once('error', reject).once('data', (data) => {
      resolve(data.toString().trim());
      socket.destroy();
    });
  });
}

test('Valkey in WebAssembly answers where no redis-server is installed', async () => {
  const redis = await startRedis({ wasm: true });
  expect(redis.kind).toBe('valkey in WebAssembly');
  expect(await ask(redis.port, 'PING')).toBe('+PONG');
  await redis.stop();
  await expect(ask(redis.port, 'PING')).rejects.toThrow();
});

const installed = findRedisProgram(process.env.PATH ?? '');
(installed ? test : test.skip)(
  'a killed redis-server comes back on its old port with nothing in it',
  async () => {
    const redis = await startRedis();
    expect(redis.kind).toBe('redis-server');
    expect(await ask(redis.port, 'SET a 1')).toBe('+OK');
    await redis.kill();
    const again = await startRedis({ port: redis.port });
    expect(await ask(again.port, 'GET a')).toBe('$-1');
    expect(await ask(again.port, 'CONFIG GET maxmemory-policy')).toContain('noeviction');
    await again.stop();
  },
);
