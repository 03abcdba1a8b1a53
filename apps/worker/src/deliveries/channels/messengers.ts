import type { ChannelsEnv } from './channels-env.js';
import type { Messenger } from './messenger.js';
import { outbox } from './messenger.js';
import { notifyEmail, notifySms } from './notify.js';
import { push } from './push.js';
import { smtp } from './smtp.js';

/** Two of one way are never used together: the first of a way is the installation's. */
export function messengersFor(env: ChannelsEnv & { readonly FOLLOWON_MODE: 'demo' | 'live' }): Messenger[] {
  if (env.FOLLOWON_MODE === 'demo') return [outbox];
  return [outbox, ...mail(env), ...notify(env), ...pushed(env)];
}

const limitsOf = (perSecond: number, atOnce: number) => ({
  perSecond,
  burst: Math.max(1, perSecond),
  atOnce,
});

const mail = ({ SMTP_URL: url, MAIL_FROM: from, SMTP_PER_SECOND, SMTP_AT_ONCE }: ChannelsEnv): Messenger[] =>
  url === undefined ? [] : [smtp({ url, from, limits: limitsOf(SMTP_PER_SECOND, SMTP_AT_ONCE) })];

function notify(env: ChannelsEnv): Messenger[] {
  const { NOTIFY_API_KEY: apiKey, NOTIFY_EMAIL_TEMPLATE: email, NOTIFY_SMS_TEMPLATE: sms } = env;
  if (apiKey === undefined) return [];
  const limits = limitsOf(env.NOTIFY_PER_SECOND, env.NOTIFY_AT_ONCE);
  const options = { apiKey, limits, baseUrl: env.NOTIFY_BASE_URL };
  return [
    ...(email === undefined ? [] : [notifyEmail(options, email)]),
    ...(sms === undefined ? [] : [notifySms(options, sms)]),
  ];
}

function pushed(env: ChannelsEnv): Messenger[] {
  const { VAPID_SUBJECT: subject, VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = env;
  if (subject === undefined || publicKey === undefined || privateKey === undefined) return [];
  return [push({ subject, publicKey, privateKey, limits: limitsOf(env.PUSH_PER_SECOND, 8) })];
}

/** For one line at start: nobody should learn from silence that no message leaves. */
export function waysOf(messengers: readonly Messenger[], mode: 'demo' | 'live'): string {
  if (mode === 'demo') return 'messages are shown on the screen of the demo and none leaves';
  const names = messengers.filter(({ way }) => way !== 'screen').map(({ name }) => name);
  return names.length > 0
    ? `messages leave by ${names.join(', ')}`
    : 'no way for messages to leave is set up: they are held, and administrators see them';
}
