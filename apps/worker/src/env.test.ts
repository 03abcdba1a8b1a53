import { describe, expect, test } from '@jest/globals';
import { workerEnv } from './env.js';

test('a worker that is told nothing lives in real time: the time machine is asked for by name', () => {
  const source = {
    WORKER_DATABASE_URL: 'postgres://worker_rt@127.0.0.1/followon',
    FOLLOWON_SECRET: 'ab'.repeat(32),
  };
  expect(workerEnv(source).FOLLOWON_MODE).toBe('live');
  expect(workerEnv({ ...source, FOLLOWON_MODE: 'demo' }).FOLLOWON_MODE).toBe('demo');
});

test('nothing stands in for a secret that is not given: links would be anybody’s to make', () => {
  expect(() => workerEnv({ WORKER_DATABASE_URL: 'postgres://worker_rt@127.0.0.1/followon' })).toThrow(
    /FOLLOWON_SECRET/,
  );
});

describe('a worker that is to send messages', () => {
  const source = {
    WORKER_DATABASE_URL: 'postgres://worker_rt@127.0.0.1/followon',
    FOLLOWON_SECRET: 'ab'.repeat(32),
    PUBLIC_URL: 'https://followon.example',
  };

  test('takes what compose hands over empty for not set', () => {
    const env = workerEnv({ ...source, SMTP_URL: '', NOTIFY_API_KEY: '', VAPID_SUBJECT: '', PUBLIC_URL: '' });
    expect([env.SMTP_URL, env.NOTIFY_API_KEY, env.PUBLIC_URL]).toEqual([undefined, undefined, undefined]);
  });

  test.each([
    ['no address for its links', { SMTP_URL: 'smtp://mail:1025', PUBLIC_URL: '' }, /PUBLIC_URL/],
    ['a sender that tells of a condition', { MAIL_FROM: 'Pain Clinic <a@followon.example>' }, /MAIL_FROM/],
    ['a sender with two lines', { MAIL_FROM: 'Followon\nBcc: all@x.test <a@b.test>' }, /MAIL_FROM/],
    ['half of a key pair', { VAPID_PUBLIC_KEY: 'BNc' }, /VAPID_PRIVATE_KEY/],
    ['Notify without a template', { NOTIFY_API_KEY: `x-${'1'.repeat(73)}` }, /NOTIFY_SMS_TEMPLATE/],
    ['mail by the web', { SMTP_URL: 'https://mail.example' }, /SMTP_URL/],
  ])('does not start with %s, and prints no value', (_, wrong, named) => {
    const start = (): unknown => workerEnv({ ...source, ...wrong });
    expect(start).toThrow(named);
    expect(start).not.toThrow(/1111|BNc|Bcc/);
  });
});
