import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isWorkingDay } from '../calendar/working-days.js';
import { wallClock } from '../calendar/zoned.js';
import { caps } from './budget.js';
import type { NudgeFacts } from './decide-nudge.js';
import { decideNudge } from './decide-nudge.js';
import type { Audience } from './nudge.js';
import { alertOpened } from './nudges/alert-opened.js';
import { firstMeetingSoon } from './nudges/first-meeting-soon.js';
import { howWasIt } from './nudges/how-was-it.js';
import { missedYouSoft } from './nudges/missed-you-soft.js';
import { noWishes } from './wishes.js';

const DAY_MS = 86_400_000;
const place = { zone: 'Europe/London', country: 'wales' } as const;

/** Starts that have a change of the clocks, Easter or Christmas within the sixty days. */
const starts = ['2026-03-01', '2026-10-01', '2026-12-01', '2027-03-10'].map((on) =>
  Date.parse(`${on}T00:00:00Z`),
);
const wanted = fc.record({
  minute: fc.integer({ min: 0, max: 60 * 24 * 60 }),
  nudge: fc.constantFrom(firstMeetingSoon, howWasIt, missedYouSoft, alertOpened),
  audience: fc.constantFrom<Audience>('member', 'role-holder', 'volunteer', 'staff'),
});
const life = fc.record({
  start: fc.constantFrom(...starts),
  wanted: fc.array(wanted, { maxLength: 80 }),
  /** On which day they stop everything, if they do. */
  stops: fc.option(fc.integer({ min: 0, max: 60 })),
  choseToBeMissed: fc.boolean(),
});

type Sent = { readonly at: Date; readonly key: string; readonly audience: Audience };

/** Sixty days of one person: each message is thought of and, when it was held, weighed again as it leaves. */
function live({
  start,
  wanted: all,
  stops,
  choseToBeMissed,
}: typeof life extends fc.Arbitrary<infer T> ? T : never): Sent[] {
  const stoppedAt = stops === null ? Infinity : start + stops * DAY_MS;
  const sent: Sent[] = [];
  const queue = all.map((one) => ({
    ...one,
    at: start + one.minute * 60_000,
    useBy: start + one.minute * 60_000 + 7 * DAY_MS,
  }));
  for (let next = take(queue); next; next = take(queue)) {
    const { at, nudge, audience, useBy } = next;
    const decision = decideNudge(factsOf(next, { sent, stopped: at >= stoppedAt, choseToBeMissed, useBy }));
    if ('suppress' in decision) continue;
    if (decision.dueAt.getTime() > at) queue.push({ ...next, at: decision.dueAt.getTime() });
    else sent.push({ at: decision.dueAt, key: nudge.key, audience });
  }
  return sent;
}

/** The next in time. */
function take<T extends { readonly at: number }>(queue: T[]): T | undefined {
  queue.sort((a, b) => b.at - a.at);
  return queue.pop();
}

type Thought = { readonly at: number; readonly nudge: NudgeFacts['nudge']; readonly audience: Audience };

function factsOf(
  { at, nudge, audience }: Thought,
  {
    sent,
    stopped,
    choseToBeMissed,
    useBy,
  }: { sent: readonly Sent[]; stopped: boolean; choseToBeMissed: boolean; useBy: number },
): NudgeFacts {
  const same = sent.filter(({ key }) => key === nudge.key).at(-1)?.at;
  const consents = choseToBeMissed
    ? [{ channel: 'any', purpose: 'missed-you', wants: true, saidAt: new Date(0) } as const]
    : [];
  return {
    ...{ nudge, audience, place, consents, stillTrue: true, origin: 'live', groupState: 'meeting' },
    recipient: { optedIn: true, paused: false, left: false, accountDisabled: false },
    wishes: { ...noWishes, stopped },
    sentAt: sent.filter((one) => isCapped(one.audience)).map((one) => one.at),
    ...(same && { lastTold: same }),
    ...{ now: new Date(at), useBy: new Date(useBy) },
  };
}

const isCapped = (audience: Audience): boolean => caps[audience].length > 0;
const within = (sent: readonly Sent[], from: Date, days: number) =>
  sent.filter(({ at }) => at >= from && at.getTime() < from.getTime() + days * DAY_MS);

test('sixty days of anybody: never too much, never out of hours, never after a stop, never about an absence unasked', () => {
  fc.assert(
    fc.property(life, (one) => {
      const sent = live(one);
      const capped = sent.filter(({ audience }) => isCapped(audience));
      for (const { at } of capped) {
        // The loosest cap of any capacity bounds all that is capped; a member's own, all up to what they got as a member.
        expect(within(capped, at, 7).length).toBeLessThanOrEqual(3);
        for (const { days, most } of caps.member) {
          const span = within(capped, at, days);
          const last = span.findLastIndex(({ audience }) => audience === 'member');
          expect(last + 1).toBeLessThanOrEqual(most);
        }
      }
      for (const { at } of sent) {
        const { date, hour } = wallClock(at, place.zone);
        expect(isWorkingDay(date, place.country) && hour >= 8 && hour < 18).toBe(true);
        if (one.stops !== null) expect(at.getTime()).toBeLessThan(one.start + one.stops * DAY_MS);
      }
      const missed = sent.filter(({ key }) => key === missedYouSoft.key);
      expect(missed.length).toBeLessThanOrEqual(one.choseToBeMissed ? 1 : 0);
    }),
    { numRuns: 300 },
  );
});
