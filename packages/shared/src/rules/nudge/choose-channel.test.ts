import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ChannelFacts } from './choose-channel.js';
import { chooseChannel } from './choose-channel.js';
import { messageChannels } from './consent.js';
import { wishFormats } from './facts.js';

const everyProvider = { email: 'smtp', sms: 'notify-sms', push: 'push' };
const everyPoint = messageChannels.map((channel) => ({ id: `the ${channel}`, channel }));
const facts = (some: Partial<ChannelFacts> = {}): ChannelFacts => ({
  ...{ mode: 'live', format: 'standard', points: everyPoint },
  ...{ hasAccountEmail: false, wants: () => true, providers: everyProvider, ...some },
});
const only = (...channels: string[]) => everyPoint.filter(({ channel }) => channels.includes(channel));
const allBut =
  (...refused: string[]) =>
  (way: string): boolean =>
    !refused.includes(way);

describe('a message goes by', () => {
  test.each<[string, Partial<ChannelFacts>, object]>([
    ['e-mail first', {}, { send: 'smtp', pointId: 'the email' }],
    [
      'text where there is no e-mail',
      { points: only('sms', 'push') },
      { send: 'notify-sms', pointId: 'the sms' },
    ],
    ['push where there is only that', { points: only('push') }, { send: 'push', pointId: 'the push' }],
    ['post where there is only that', { points: only('letter') }, { toPrint: true, pointId: 'the letter' }],
    [
      'text where no mail can leave',
      { providers: { sms: 'notify-sms' } },
      { send: 'notify-sms', pointId: 'the sms' },
    ],
    ['the address of the account', { points: [], hasAccountEmail: true }, { send: 'smtp', pointId: null }],
    ['text after a no to e-mail', { wants: allBut('email') }, { send: 'notify-sms', pointId: 'the sms' }],
    ['e-mail in large print', { format: 'large-print' }, { send: 'smtp', pointId: 'the email' }],
    ['paper for whoever asked for it', { format: 'paper' }, { toPrint: true, pointId: 'the letter' }],
    ['a person where no machine makes it', { format: 'bsl', points: [] }, { toPrint: true, pointId: null }],
    [
      'a person, without post, where that was refused',
      { format: 'bsl', wants: allBut('letter') },
      { byHand: true },
    ],
    ['a person in Easy Read too', { format: 'easy-read', wants: allBut('letter') }, { byHand: true }],
    ['the screen of the demo, always', { mode: 'demo', format: 'paper' }, { send: 'outbox', pointId: null }],
  ])('%s', (_, some, choice) => {
    expect(chooseChannel(facts(some))).toEqual(choice);
  });
});

describe('a message that reaches nobody', () => {
  test('waits where nothing is set up, and where nobody knows an address', () => {
    expect(chooseChannel(facts({ providers: {}, points: only('email', 'sms') }))).toEqual({
      hold: 'no-channel',
    });
    expect(chooseChannel(facts({ points: [] }))).toEqual({ hold: 'no-address' });
  });

  test('is let go where every way was refused', () => {
    expect(chooseChannel(facts({ points: only('email'), wants: allBut('email') }))).toEqual({
      suppress: 'refused',
    });
  });

  test('is let go where paper is wished for and then post refused', () => {
    expect(chooseChannel(facts({ format: 'paper', wants: allBut('letter') }))).toEqual({
      suppress: 'refused',
    });
  });
});

test('no message goes a way that was refused, or to a point that is not there', () => {
  const channels = fc.subarray([...messageChannels]);
  const format = fc.constantFrom(...wishFormats);
  fc.assert(
    fc.property(channels, channels, fc.boolean(), format, (known, refused, hasAccountEmail, wished) => {
      const choice = chooseChannel(
        facts({ points: only(...known), wants: allBut(...refused), hasAccountEmail, format: wished }),
      );
      const names = { smtp: 'email', 'notify-sms': 'sms', push: 'push' } as const;
      const way =
        'send' in choice
          ? names[choice.send as keyof typeof names]
          : 'toPrint' in choice
            ? 'letter'
            : undefined;
      if (way === undefined) return;
      expect(refused).not.toContain(way);
      const places = [...known, ...(hasAccountEmail ? ['email'] : [])];
      // A letter may wait for somebody to write down where it goes.
      if (!('toPrint' in choice && choice.pointId === null)) expect(places).toContain(way);
    }),
  );
});
