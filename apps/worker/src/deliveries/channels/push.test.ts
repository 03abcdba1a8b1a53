import { expect, test } from '@jest/globals';
import type { Outgoing } from './messenger.js';
import { push } from './push.js';

const options = {
  ...{ subject: 'mailto:help@followon.example', publicKey: 'public', privateKey: 'private' },
  limits: { perSecond: 1, burst: 1, atOnce: 1 },
};
const to = JSON.stringify({ endpoint: 'https://push.example/1', keys: { p256dh: 'a', auth: 'b' } });
const message: Outgoing = {
  ...{ idemKey: 'key', deliveryId: '11111111-2222-4333-8444-555555555555', to },
  letter: {
    ...{ format: 'standard', subject: 'How did it go?', stop: undefined },
    parts: [
      { language: 'en', subject: 'How did it go?', lines: ['Did “Thursday walkers” meet?'], choices: [] },
    ],
  },
};

test('a push says that there is a message, and nothing of it', async () => {
  const payloads: string[] = [];
  const messenger = push(options, async (_subscription, payload) => payloads.push(payload));
  expect(await messenger.send(message)).toMatchObject({ kind: 'sent' });
  expect(payloads).toEqual(['{"title":"You have a message"}']);
});

test.each([
  [404, { kind: 'never', noSuchPlace: true }],
  [410, { kind: 'never', noSuchPlace: true }],
  [429, { kind: 'rate-limited', retryAfterS: 7 }],
  [500, { kind: 'no-answer' }],
  [413, { kind: 'never' }],
])('a push service that answers %s', async (statusCode, answer) => {
  const messenger = push(options, () =>
    Promise.reject(Object.assign(new Error('no'), { statusCode, headers: { 'retry-after': '7' } })),
  );
  expect(await messenger.send(message)).toMatchObject(answer);
});

test.each(['no json', '{"endpoint":"http://10.0.0.1/","keys":{"p256dh":"a","auth":"b"}}'])(
  'what is no address of a push service is never called: %s',
  async (bad) => {
    let calls = 0;
    const messenger = push(options, async () => (calls += 1));
    expect(await messenger.send({ ...message, to: bad })).toMatchObject({ kind: 'never', noSuchPlace: true });
    expect(calls).toBe(0);
  },
);
