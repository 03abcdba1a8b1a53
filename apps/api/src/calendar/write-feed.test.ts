import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCalendar } from '../../../../tests/support/read-calendar.js';
import type { FeedEntry } from './write-feed.js';
import { writeFeed } from './write-feed.js';

const NOW = new Date('2026-04-14T09:00:00Z');
const anEntry = (over: Partial<FeedEntry> = {}): FeedEntry => ({
  uid: 'meeting-1@followon',
  title: 'Thursday Walkers',
  on: '2026-04-16',
  cancelled: false,
  version: 0,
  changedAt: null,
  ...over,
});
const written = (...entries: FeedEntry[]) => writeFeed({ name: 'My dates', entries, now: NOW });
const read = (...entries: FeedEntry[]) => readCalendar(written(...entries)).events;
const at = (time: string) => ({ time, minutes: 90 });

describe('across the changes of the clocks', () => {
  test.each([
    { on: '2026-03-27', start: '2026-03-27T18:30:00.000Z', end: '2026-03-27T20:00:00.000Z' },
    { on: '2026-03-30', start: '2026-03-30T17:30:00.000Z', end: '2026-03-30T19:00:00.000Z' },
    { on: '2026-10-23', start: '2026-10-23T17:30:00.000Z', end: '2026-10-23T19:00:00.000Z' },
    { on: '2026-10-26', start: '2026-10-26T18:30:00.000Z', end: '2026-10-26T20:00:00.000Z' },
  ])('a meeting at half past six on $on is at half past six', ({ on, start, end }) => {
    expect(read(anEntry({ on, from: at('18:30') }))).toMatchObject([{ start, end }]);
  });

  test('on the day itself too, and a time that spring skips is one hour later', () => {
    const march = read(anEntry({ on: '2026-03-29', from: at('10:00') }));
    expect(march[0]?.start).toBe('2026-03-29T09:00:00.000Z');
    const october = read(anEntry({ on: '2026-10-25', from: at('10:00') }));
    expect(october[0]?.start).toBe('2026-10-25T10:00:00.000Z');
    expect(read(anEntry({ on: '2026-03-29', from: at('01:30') }))[0]?.start).toBe('2026-03-29T01:30:00.000Z');
  });

  test.each(['2026-03-29', '2026-10-25'])('a whole day, %s, is a date and needs no zone', (on) => {
    const text = written(anEntry({ on }));
    expect(text).toContain(`DTSTART;VALUE=DATE:${on.replaceAll('-', '')}\r\n`);
    expect(text).not.toContain('VTIMEZONE');
    expect(readCalendar(text).events[0]?.start).toBe(on);
  });
});

describe('what is said of a meeting', () => {
  test('stays the same thing when it changes: its number grows, and when it was changed is told', () => {
    const changedAt = new Date('2026-04-10T08:30:00Z');
    const text = written(anEntry({ version: 4, changedAt, cancelled: true }));
    expect(text).toContain('LAST-MODIFIED:20260410T083000Z\r\n');
    expect(text).toContain('DTSTAMP:20260414T090000Z\r\n');
    expect(readCalendar(text).events).toMatchObject([
      { uid: 'meeting-1@followon', sequence: 4, status: 'CANCELLED' },
    ]);
    expect(read(anEntry())[0]?.status).toBe('CONFIRMED');
  });

  test('the calendar asks to be fetched anew every hour', () => {
    expect(written()).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n');
  });
});

describe('hostile names', () => {
  const names = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom(
      'Tea\r\nEND:VEVENT\r\nBEGIN:VEVENT',
      'a;b,c\\n\\',
      '\u202eevil',
      'x"y:z',
      '🎉'.repeat(120),
    ),
  );

  test('no name adds a line, or an event, and every line is short enough', () => {
    fc.assert(
      fc.property(names, (name) => {
        const text = writeFeed({ name, entries: [anEntry({ title: name, details: name })], now: NOW });
        const lines = text.split('\r\n');
        expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThan(76);
        expect(lines.every((line) => !/[\p{Cc}\u202e]/u.test(line))).toBe(true);
        expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
        expect(readCalendar(text).events).toHaveLength(1);
      }),
    );
  });

  test('is read as it was written', () => {
    const title = 'Walks, talks; and \\ more: “ünïcode” 🎉';
    expect(read(anEntry({ title }))[0]?.summary).toBe(title);
    expect(readCalendar(writeFeed({ name: title, entries: [], now: NOW })).name).toBe(title);
  });
});
