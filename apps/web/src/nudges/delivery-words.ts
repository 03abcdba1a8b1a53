import type {
  DeliveryDetail,
  DeliveryLine,
  Settlement,
  SettleReason,
} from '@followon/shared/contract/deliveries';
import { sayMoment } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { sayWhyNot } from './nudge-words.js';

type State = DeliveryLine['state'];

/** In the order in which they are looked at: first what needs somebody. */
export const STATES: Readonly<Record<State, MessageKey>> = {
  unknown: 'delivery.state.unknown',
  dead: 'delivery.state.dead',
  held: 'delivery.state.held',
  bounced: 'delivery.state.bounced',
  queued: 'delivery.state.queued',
  sending: 'delivery.state.sending',
  sent: 'delivery.state.sent',
  delivered: 'delivery.state.delivered',
  suppressed: 'delivery.state.suppressed',
};
export const STATE_ORDER = Object.keys(STATES) as State[];

export const CHANNELS: Readonly<Record<string, MessageKey>> = {
  outbox: 'delivery.channel.outbox',
  smtp: 'delivery.channel.email',
  'notify-email': 'delivery.channel.notify-email',
  'notify-sms': 'delivery.channel.sms',
  push: 'delivery.channel.push',
  paper: 'delivery.channel.paper',
  'by-hand': 'delivery.channel.by-hand',
};

const WHY: Readonly<Record<string, MessageKey>> = {
  restored: 'delivery.why.restored',
  'nobody-there': 'delivery.why.nobody-there',
  'not-taken': 'delivery.why.not-taken',
  'cannot-be-written': 'delivery.why.cannot-be-written',
  'rate-limited': 'delivery.why.provider-limit',
  'smtp-silent': 'delivery.why.silent',
  'http-silent': 'delivery.why.silent',
  'http-no-id': 'delivery.why.silent',
  'push-silent': 'delivery.why.silent',
  'too-slow': 'delivery.why.silent',
  threw: 'delivery.why.threw',
  'to-print': 'delivery.why.to-print',
  'by-hand': 'delivery.why.by-hand',
  'no-channel': 'delivery.why.no-channel',
  'no-address': 'delivery.why.no-address',
  'let-go': 'delivery.why.let-go',
  'quiet-hours': 'delivery.why.quiet-hours',
  'bad-day': 'delivery.why.bad-day',
  'quiet-day': 'delivery.why.quiet-day',
  'not-a-working-day': 'delivery.why.not-a-working-day',
  'half-day': 'delivery.why.half-day',
  'told-elsewhere': 'delivery.why.told-elsewhere',
  'reply-waits': 'delivery.why.reply-waits',
  'provider-limit': 'delivery.why.provider-limit',
  'bad-address': 'delivery.why.bad-address',
  unreachable: 'delivery.why.unreachable',
  'sender-lost': 'delivery.why.sender-lost',
};

/** Why it waits or did not leave; a code of a provider that we have no words for is told as it is. */
export function sayWhy(reason: string | null): string | undefined {
  if (reason === null) return undefined;
  const known = WHY[reason];
  return known ? t(known) : (sayWhyNot(reason) ?? t('delivery.why.other', { code: reason }));
}

export const sayChannel = (channel: string): string => t(CHANNELS[channel] ?? 'delivery.channel.other');

const sayLetter = ({ reason }: DeliveryLine): string =>
  t(reason === 'by-hand' ? 'delivery.is.byHand' : 'delivery.is.letter');

/** How it stands, and since or until when. */
export function sayState(line: DeliveryLine, now: string): string {
  const { state, dueAt, sentAt } = line;
  if (line.isLetter) return sayLetter(line);
  if (sentAt !== null && (state === 'sent' || state === 'delivered'))
    return t(state === 'sent' ? 'delivery.is.sent' : 'delivery.is.delivered', {
      when: sayMoment(sentAt, now),
    });
  if (state === 'queued' || state === 'held') return t('delivery.is.waits', { when: sayMoment(dueAt, now) });
  return t('delivery.is.other', { state: t(STATES[state]) });
}

export const WAYS: Readonly<Record<Settlement, MessageKey>> = {
  again: 'delivery.way.again',
  'let-go': 'delivery.way.let-go',
  posted: 'delivery.way.posted',
  arrived: 'delivery.way.arrived',
};

export const DONE: Readonly<Record<Settlement, MessageKey>> = {
  again: 'delivery.done.again',
  'let-go': 'delivery.done.let-go',
  posted: 'delivery.done.posted',
  arrived: 'delivery.done.arrived',
};

/** Asked in one tap before it is done, and told with the step. */
export const WHY_SO: Readonly<Record<Settlement, MessageKey>> = {
  again: 'delivery.because.ask.again',
  'let-go': 'delivery.because.ask.let-go',
  posted: 'delivery.because.ask.posted',
  arrived: 'delivery.because.ask.arrived',
};

export const BECAUSE: Readonly<Record<SettleReason, MessageKey>> = {
  'did-not-arrive': 'delivery.because.did-not-arrive',
  'provider-mended': 'delivery.because.provider-mended',
  'address-mended': 'delivery.because.address-mended',
  'they-said': 'delivery.because.they-said',
  'provider-shows': 'delivery.because.provider-shows',
  'told-another-way': 'delivery.because.told-another-way',
  'not-needed': 'delivery.because.not-needed',
  'asked-to': 'delivery.because.asked-to',
};

/** Those that the server takes with a decision, the likeliest first. A letter that is posted needs none: it is only asked. */
const REASONS: Readonly<Record<Settlement, readonly SettleReason[]>> = {
  again: ['did-not-arrive', 'provider-mended', 'address-mended'],
  'let-go': ['told-another-way', 'not-needed', 'asked-to'],
  posted: [],
  arrived: ['they-said', 'provider-shows'],
};

const ofUnknown: readonly SettleReason[] = ['did-not-arrive', 'provider-shows'];

/** That it did not come, or what its provider shows, is said only of a message that may have left. */
export const reasonsFor = (how: Settlement, state: State): readonly SettleReason[] =>
  REASONS[how].filter((reason) => !ofUnknown.includes(reason) || state === 'unknown');

const STEPS: Readonly<Record<string, MessageKey>> = {
  chosen: 'delivery.step.chosen',
  held: 'delivery.step.held',
  'handed-over': 'delivery.step.handed-over',
  refused: 'delivery.step.refused',
  retry: 'delivery.step.retry',
  unknown: 'delivery.step.unknown',
  dead: 'delivery.step.dead',
  suppressed: 'delivery.step.suppressed',
  delivered: 'delivery.step.delivered',
  bounced: 'delivery.step.bounced',
  'sender-lost': 'delivery.step.sender-lost',
  settled: 'delivery.step.settled',
  'to-print': 'delivery.step.to-print',
};

const isWay = (code: string): code is Settlement => Object.hasOwn(WAYS, code);
const isReason = (code: string): code is SettleReason => Object.hasOwn(BECAUSE, code);

/** What was decided, and why if it was said: kept as `arrived/they-said`. */
function saySettled(said: string | null): string | undefined {
  const [how = '', why = ''] = said?.split('/') ?? [];
  if (!isWay(how)) return undefined;
  const what = isReason(why)
    ? t('delivery.step.because', { what: t(DONE[how]), why: t(BECAUSE[why]) })
    : t(DONE[how]);
  return t('delivery.step.settled', { what });
}

/** "Handed over by e-mail. Monday 23 November at 9am" */
export function sayStep({ what, channel, reason }: DeliveryDetail['steps'][number]): string {
  const settled = what === 'settled' ? saySettled(reason) : undefined;
  if (settled !== undefined) return settled;
  const said = t(STEPS[what] ?? 'delivery.step.other');
  const by = what === 'handed-over' && channel ? ` ${sayChannel(channel)}.` : '';
  return [`${said}${by}`, whyBeside(said, reason)].filter((part) => part !== undefined).join(' ');
}

/** Nothing is said twice. */
function whyBeside(said: string, reason: string | null): string | undefined {
  const why = sayWhy(reason);
  return why === said ? undefined : why;
}
