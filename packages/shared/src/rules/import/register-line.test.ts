import { describe, expect, test } from '@jest/globals';
import { checkReadOnlyLine, checkRegisterLine } from './register-line.js';

const today = '2026-11-23';
const good = {
  site: 'Avonside',
  group: 'Tuesday walk',
  date: '2026-11-03',
  status: 'held',
  headcount: '3',
  attendees: 'a;b',
};
const check = (over: Partial<typeof good> = {}) =>
  checkRegisterLine(Object.values({ ...good, ...over }), today);
const lineOf = (over: Partial<typeof good>) => {
  const checked = check(over);
  return 'line' in checked ? checked.line : checked.refused;
};
const refusedFor = (over: Partial<typeof good>): string => {
  const checked = check(over);
  return 'refused' in checked ? checked.refused : 'not refused';
};

describe('a line that is kept', () => {
  test('says which group met on which day, and who came', () => {
    expect(lineOf({})).toEqual({
      site: 'Avonside',
      group: 'Tuesday walk',
      on: '2026-11-03',
      outcome: 'held',
      headcount: 3,
      attendees: ['a', 'b'],
    });
  });

  test('counts nobody twice, and no blanks between the people', () => {
    expect(lineOf({ attendees: ' a ; b;; a', headcount: '2' })).toMatchObject({ attendees: ['a', 'b'] });
  });

  test.each([
    { over: { attendees: '' }, kept: { outcome: 'held', headcount: 3, attendees: [] } },
    { over: { headcount: '0', attendees: '' }, kept: { outcome: 'held', headcount: 0 } },
    {
      over: { status: 'missing', headcount: '', attendees: '' },
      kept: { outcome: 'missing', headcount: null },
    },
    {
      over: { status: 'not_held', headcount: '', attendees: '' },
      kept: { outcome: 'not-held', headcount: null },
    },
    {
      over: { status: 'cancelled', headcount: '8', attendees: '' },
      kept: { outcome: 'not-held', headcount: null },
    },
    { over: { date: today }, kept: { on: today } },
    { over: { date: '2024-02-29' }, kept: { on: '2024-02-29' } },
    { over: { site: ' Avonside ' }, kept: { site: 'Avonside' } },
    { over: { headcount: '500' }, kept: { headcount: 500 } },
    { over: { group: 'g'.repeat(80) }, kept: { group: 'g'.repeat(80) } },
    {
      over: { attendees: Array.from({ length: 3 }, (_, n) => `${n}`.padStart(500, 'x')).join(';') },
      kept: { headcount: 3 },
    },
  ])('is kept: $over', ({ over, kept }) => expect(lineOf(over)).toMatchObject(kept));
});

describe('a line that is refused', () => {
  test.each([
    { over: { date: '2026-02-30' }, because: 'not a day' },
    { over: { date: '2026-13-01' }, because: 'not a day' },
    { over: { date: '03/11/2026' }, because: 'not a day' },
    { over: { date: '0000-00-00' }, because: 'not a day' },
    { over: { date: '' }, because: 'not a day' },
    { over: { date: '2026-11-24' }, because: 'still to come' },
    { over: { status: 'held!' }, because: 'status' },
    { over: { status: 'constructor' }, because: 'status' },
    { over: { status: 'Held' }, because: 'status' },
    { over: { headcount: '' }, because: 'missing' },
    { over: { headcount: 'three' }, because: 'whole number' },
    { over: { headcount: '3.5' }, because: 'whole number' },
    { over: { headcount: '501' }, because: 'whole number' },
    { over: { headcount: '1e2' }, because: 'whole number' },
    { over: { headcount: '1' }, because: 'lower than' },
    { over: { headcount: '-1' }, because: 'starts with' },
    { over: { status: 'missing', attendees: '' }, because: 'no head count' },
    { over: { status: 'missing', headcount: '' }, because: 'People are named' },
    { over: { status: 'cancelled' }, because: 'People are named' },
    { over: { status: 'cancelled', headcount: 'few', attendees: '' }, because: 'whole number' },
    { over: { site: '' }, because: 'site is missing' },
    { over: { date: '1926-11-23' }, because: 'before 2000-01-01' },
    { over: { date: '2926-11-23' }, because: 'after 2099-12-31' },
    { over: { group: '  ' }, because: 'group is missing' },
    { over: { group: 'g'.repeat(81) }, because: 'longer than 80' },
    { over: { group: 'g'.repeat(501) }, because: 'longer than 500' },
    { over: { group: '=SUM(A1)' }, because: 'starts with' },
    { over: { group: ' @tea' }, because: 'starts with' },
    { over: { site: '+44' }, because: 'starts with' },
    { over: { attendees: '-a;b' }, because: 'starts with' },
    { over: { group: 'Tea\0' }, because: 'no text' },
    { over: { group: 'Caf\uFFFD' }, because: 'UTF-8' },
    { over: { attendees: 'x'.repeat(501) }, because: 'longer than 500' },
    {
      over: { headcount: '500', attendees: Array.from({ length: 501 }, (_, n) => n).join(';') },
      because: 'more than 500',
    },
  ])('says why: $because', ({ over, because }) => expect(refusedFor(over)).toContain(because));

  test('has too few or too many fields', () => {
    expect(checkRegisterLine(['a', 'b'], today)).toMatchObject({
      refused: expect.stringContaining('2 fields'),
    });
    expect(checkRegisterLine([...Object.values(good), ''], today)).toMatchObject({
      refused: expect.stringContaining('7 fields'),
    });
  });

  test('is never repeated in the reason', () => {
    expect(refusedFor({ attendees: `Jane Doe${'x'.repeat(500)}` })).not.toContain('Jane');
  });
});

describe('a line that is only read', () => {
  const read = (over: Partial<typeof good>) => checkReadOnlyLine(Object.values({ ...good, ...over }));

  test.each([{ date: '2031-05-06' }, { group: 'g'.repeat(500) }])('is kept: $date $group', (over) =>
    expect(read(over)).toHaveProperty('line'),
  );

  test.each([{ date: '2100-01-01' }, { group: 'g'.repeat(501) }, { headcount: '-1' }])(
    'is refused: $date $group $headcount',
    (over) => expect(read(over)).toHaveProperty('refused'),
  );
});
