import { expect, test } from '@jest/globals';
import { aServer } from './a-server.test-support.js';
import { get, send } from './client.js';
import { Problem } from './problem.js';

test('filters that are not set stay out of the address', async () => {
  const { asked } = aServer(() => ({ body: { items: [] } }));
  await get('/groups', { site: undefined, q: '', level: 'fading' });
  expect(asked[0]?.path).toBe('/api/groups?level=fading');
});

test('a write says where it comes from, which submit it is and which version it was typed against', async () => {
  const { asked } = aServer(() => ({}));
  await send('PATCH', '/handover-tasks/a', { body: { state: 'done' }, key: 'k-1', version: 3 });
  expect(asked[0]?.headers).toMatchObject({
    'x-requested-with': 'followon',
    'idempotency-key': 'k-1',
    'if-match': '"3"',
  });
});

test('a refusal carries the words of the server when a person can mend it', async () => {
  aServer(() => ({
    status: 409,
    body: { title: 'Conflict', detail: 'There is a register for that day already.' },
  }));
  const refused = await send('POST', '/x').catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Problem);
  expect((refused as Problem).words).toBe('There is a register for that day already.');
});

test('the inside of the server is never shown', async () => {
  aServer(() => ({ status: 500, body: { detail: 'relation "x" does not exist' } }));
  const failed = (await get('/x').catch((error: unknown) => error)) as Problem;
  expect(failed.words).toMatch(/^Something went wrong on our side/);
});

test('no answer at all tells the person that nothing they entered is lost', async () => {
  aServer(() => 'no answer');
  const failed = (await get('/x').catch((error: unknown) => error)) as Problem;
  expect(failed.status).toBe(0);
  expect(failed.words).toMatch(/What you entered is still here/);
});

test('a refusal without a second sentence says its first one', async () => {
  aServer(() => ({ status: 409, body: { title: 'This person has this role already.' } }));
  const refused = (await send('POST', '/x').catch((error: unknown) => error)) as Problem;
  expect(refused.words).toBe('This person has this role already.');
});
