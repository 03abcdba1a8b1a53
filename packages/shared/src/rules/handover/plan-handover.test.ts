import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import type { Country } from '../calendar/country.js';
import { countries } from '../calendar/country.js';
import { isWorkingDay } from '../calendar/working-days.js';
import { finishingOn } from './finishing.js';
import { planHandover } from './plan-handover.js';
import { baseTemplate } from './templates/base.js';

const LAST_SESSION = '2026-12-03'; // a Thursday

type Opening = Omit<Parameters<typeof planHandover>[0], 'tasks' | 'country'> & { readonly country?: Country };
const plan = (opening: Opening) => planHandover({ country: 'england', ...opening, tasks: baseTemplate });
const dueDates = (opening: Opening) =>
  Object.fromEntries(plan(opening).map(({ key, dueOn }) => [key, dueOn]));

describe('the handover checklist', () => {
  test('opened in time, every task is due on its own day', () => {
    expect(dueDates({ lastSessionOn: LAST_SESSION, openedOn: '2026-11-05' })).toEqual({
      assign_ptv: '2026-11-05',
      intro_in_session: '2026-11-05',
      needs_check: '2026-11-12',
      interest_poll: '2026-11-19',
      choose_route: '2026-11-19',
      ptv_visit: '2026-11-26',
      leaflets_given: '2026-11-26',
      venue_option: '2026-11-26',
      consent_contacts: '2026-12-03',
      roles_agreed: '2026-12-03',
      first_date_fixed: '2026-12-03',
      support_plan: '2026-12-03',
      working_agreement: '2026-12-03',
      safety_card: '2026-12-03',
      handover_done: '2026-12-07', // the third day is a Sunday
      reminder_first: '2026-12-29',
      first_meeting: '2026-12-31',
      ptv_call_1: '2027-01-07',
      missed_invite: '2027-01-07',
      review_90: '2027-03-03',
    });
  });

  test('days off are moved back before the last session and on from it', () => {
    // Saturday 2 May 2026: four weeks before is the Saturday of Easter, the Monday after is a bank holiday.
    const due = dueDates({ lastSessionOn: '2026-05-02', openedOn: '2026-04-01' });
    expect(due).toMatchObject({
      assign_ptv: '2026-04-02',
      leaflets_given: '2026-04-24',
      safety_card: '2026-05-05',
    });
  });

  test.each([
    { country: 'england', review: '2027-03-17', firstMeeting: '2027-01-14' },
    { country: 'northern-ireland', review: '2027-03-18', firstMeeting: '2027-01-14' }, // St Patrick's Day
  ] as const)('in $country the days off are those of the country', ({ country, review, firstMeeting }) => {
    const due = dueDates({ lastSessionOn: '2026-12-17', openedOn: '2026-11-19', country });
    expect(due).toMatchObject({ review_90: review, first_meeting: firstMeeting });
  });

  test('in Scotland the second of January is no day for a task, and Easter Monday is one', () => {
    const opened = { openedOn: '2026-11-01', country: 'scotland' } as const;
    // Two days before Monday 4 January 2027, which stands for Saturday the 2nd: 31 December.
    expect(dueDates({ ...opened, lastSessionOn: '2026-12-07' })).toMatchObject({
      reminder_first: '2026-12-31',
      first_meeting: '2027-01-05',
    });
    expect(dueDates({ ...opened, lastSessionOn: '2027-03-29' })).toMatchObject({ safety_card: '2027-03-29' });
  });

  test.each([
    { clocks: 'forward', lastSessionOn: '2026-04-23', poll: '2026-04-09', intro: '2026-03-26' },
    { clocks: 'back', lastSessionOn: '2026-11-19', poll: '2026-11-05', intro: '2026-10-22' },
  ])('the clocks going $clocks shift no day', ({ lastSessionOn, poll, intro }) => {
    expect(dueDates({ lastSessionOn, openedOn: '2026-01-05' })).toMatchObject({
      interest_poll: poll,
      intro_in_session: intro,
    });
  });

  test('the tasks around the first meeting follow its date once there is one', () => {
    const due = dueDates({
      lastSessionOn: LAST_SESSION,
      openedOn: '2026-11-05',
      firstMeetingOn: '2026-12-14',
    });
    expect(due).toMatchObject({
      reminder_first: '2026-12-11', // two days before is a Saturday: before the meeting, not on it
      first_meeting: '2026-12-14',
      ptv_call_1: '2026-12-21',
      review_90: '2027-03-03',
    });
  });

  test('opened late, what should be done already is due the next working day and nothing is late', () => {
    const tasks = plan({ lastSessionOn: LAST_SESSION, openedOn: '2026-11-20' }); // a Friday
    const doNow = tasks.filter((task) => task.doNow);
    expect(doNow.map(({ key }) => key)).toEqual([
      'assign_ptv',
      'intro_in_session',
      'needs_check',
      'interest_poll',
      'choose_route',
    ]);
    expect(new Set(doNow.map(({ dueOn }) => dueOn))).toEqual(new Set(['2026-11-23']));
  });

  test('a task whose day is the opening day is due that day', () => {
    const [, , , poll] = plan({ lastSessionOn: LAST_SESSION, openedOn: '2026-11-19' });
    expect(poll).toMatchObject({ key: 'interest_poll', dueOn: '2026-11-19', doNow: false });
  });

  const days = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2024-01-01', n));
  test('whenever it opens, every task is due on a working day that has not passed', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: -60, max: 120 }),
        fc.constantFrom(...countries),
        (lastSessionOn, late, country) => {
          const openedOn = addDays(lastSessionOn, late);
          for (const { dueOn, doNow } of plan({ lastSessionOn, openedOn, country })) {
            expect(isWorkingDay(dueOn, country)).toBe(true);
            expect(doNow ? dueOn > openedOn : dueOn >= openedOn).toBe(true);
          }
        },
      ),
    );
  });
});

describe('the base template', () => {
  test('has twenty tasks with different keys and the positions people see', () => {
    expect(new Set(baseTemplate.map(({ key }) => key)).size).toBe(20);
    const positions = plan({ lastSessionOn: LAST_SESSION, openedOn: LAST_SESSION });
    expect(positions.map(({ position }) => position)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  test('holds back the sign-off for exactly these', () => {
    expect(baseTemplate.filter(({ blocking }) => blocking).map(({ key }) => key)).toEqual([
      'assign_ptv',
      'needs_check',
      'interest_poll',
      'choose_route',
      'consent_contacts',
      'roles_agreed',
      'first_date_fixed',
      'safety_card',
      'handover_done',
    ]);
  });

  test('is closed by a recorded fact or by the system only where that is safe', () => {
    const closedBy = (by: string) =>
      baseTemplate.filter((task) => task.closedBy === by).map(({ key }) => key);
    expect(closedBy('fact')).toEqual(['assign_ptv', 'first_date_fixed', 'handover_done', 'first_meeting']);
    expect(closedBy('system')).toEqual(['reminder_first']);
  });

  test('opens on the day its first task is due', () => {
    expect(finishingOn(LAST_SESSION)).toBe('2026-11-05');
    expect(Math.min(...baseTemplate.map(({ dueOffsetDays }) => dueOffsetDays))).toBe(-28);
  });
});
