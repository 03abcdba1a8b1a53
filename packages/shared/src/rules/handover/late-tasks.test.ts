import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import { countries } from '../calendar/country.js';
import { isWorkingDay, rollForward } from '../calendar/working-days.js';
import { defaultEscalationDays as days, escalatedTo, isOverdue, stageDays } from './late-tasks.js';

const DUE = '2026-11-20'; // a Friday
const terms = { days, country: 'england' } as const;
const onDays = (key: string, dueOn: string, over: Partial<typeof days> = {}) =>
  stageDays({ key, dueOn }, { ...terms, days: { ...days, ...over } }).map(({ on }) => on);

describe('late tasks', () => {
  test.each([
    { state: 'open', today: '2026-11-20', late: false },
    { state: 'open', today: '2026-11-21', late: true },
    { state: 'overdue', today: '2026-11-21', late: true },
    { state: 'cannot', today: '2026-11-21', late: true },
    { state: 'passed-on', today: '2026-11-21', late: true },
    { state: 'done', today: '2026-11-21', late: false },
    { state: 'not-applicable', today: '2026-11-21', late: false },
  ] as const)('a task due on the 20th that is $state is late on $today: $late', ({ state, today, late }) => {
    expect(isOverdue({ state, dueOn: DUE }, today)).toBe(late);
  });

  test.each([
    { today: '2026-11-20', told: [] },
    { today: '2026-11-21', told: ['owner'] },
    { today: '2026-11-22', told: ['owner'] },
    { today: '2026-11-23', told: ['owner', 'lead'] },
    { today: '2026-11-26', told: ['owner', 'lead'] },
    { today: '2026-11-27', told: ['owner', 'lead', 'site-admin'] },
  ])('on $today it is known to $told', ({ today, told }) => {
    expect(escalatedTo({ key: 'interest_poll', state: 'overdue', dueOn: DUE }, today, terms)).toEqual(told);
  });

  test.each([
    {
      what: 'a task of a Thursday',
      key: 'interest_poll',
      dueOn: '2026-11-19',
      on: ['2026-11-20', '2026-11-23', '2026-11-26'],
    },
    {
      what: 'over Christmas',
      key: 'interest_poll',
      dueOn: '2026-12-22',
      on: ['2026-12-23', '2026-12-29', '2026-12-29'],
    },
    {
      what: 'a sign-off of a Monday',
      key: 'handover_done',
      dueOn: '2026-12-07',
      on: ['2026-12-08', '2026-12-10', '2026-12-14'],
    },
    {
      what: 'a sign-off of a Friday',
      key: 'handover_done',
      dueOn: '2026-12-04',
      on: ['2026-12-05', '2026-12-08', '2026-12-11'],
    },
  ])('$what: owner, lead and administrator hear on $on', ({ key, dueOn, on }) => {
    expect(onDays(key, dueOn)).toEqual(on);
  });

  test('a site may choose its own days, also none', () => {
    expect(onDays('interest_poll', '2026-11-17', { lead: 1, 'site-admin': 2 })).toEqual([
      '2026-11-18',
      '2026-11-18',
      '2026-11-19',
    ]);
    expect(onDays('interest_poll', '2026-11-17', { lead: 0, 'site-admin': 0 })).toEqual([
      '2026-11-18',
      '2026-11-18',
      '2026-11-18',
    ]);
  });

  test('a late sign-off goes to the clinician first, whatever days a site chose', () => {
    expect(onDays('handover_done', '2026-11-17', { lead: 0, 'site-admin': 0 })).toEqual([
      '2026-11-18',
      '2026-11-19',
      '2026-11-19',
    ]);
    expect(onDays('handover_done', '2026-11-17', { lead: 10, 'site-admin': 14 })[1]).toBe('2026-11-27');
  });

  test('the stages follow each other, on working days, and never before the site’s own days', () => {
    const day = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays('2024-01-01', n));
    const some = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(
        day,
        some,
        some,
        fc.constantFrom(...countries),
        fc.constantFrom('handover_done', 'interest_poll'),
        (start, one, other, country, key) => {
          const dueOn = rollForward(start, country);
          const [lead, admin] = [Math.min(one, other), Math.max(one, other)];
          const [owner = '', toLead = '', toAdmin = ''] = stageDays(
            { key, dueOn },
            { days: { lead, 'site-admin': admin }, country },
          ).map(({ on }) => on);
          expect(owner <= toLead && toLead <= toAdmin).toBe(true);
          expect(toLead >= addDays(dueOn, lead) && toAdmin >= addDays(dueOn, admin)).toBe(true);
          expect([toLead, toAdmin].every((on) => isWorkingDay(on, country))).toBe(true);
        },
      ),
    );
  });
});
