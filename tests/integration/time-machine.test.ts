import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { aHandoverInTime } from '../support/a-handover-in-time.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { daysTable, escalationsTable, messagesTable, tasksTable, walk } from '../support/walked-days.js';

/** A Thursday: four weeks before it and the first meeting four weeks after it, Christmas and New Year in between. */
const L = '2026-12-03';
const from = addDays(L, -30);
const to = addDays(L, 90);
/** What is due when, by hand: calendar days from L, back to a working day before it and on to one after it. */
const days = {
  '2026-11-05': ['intro_in_session'], // L-28
  '2026-11-12': ['needs_check'], // L-21
  '2026-11-19': ['interest_poll', 'choose_route'], // L-14
  '2026-11-26': ['ptv_visit', 'leaflets_given', 'venue_option'], // L-7
  '2026-12-03': [
    'consent_contacts',
    'roles_agreed',
    'first_date_fixed',
    'support_plan',
    'working_agreement',
    'safety_card',
  ],
  '2026-12-07': ['handover_done'], // L+3 is a Sunday
  '2026-12-31': ['reminder_first', 'first_meeting'], // L+28
  '2027-01-07': ['ptv_call_1', 'missed_invite'], // a week later
  '2027-03-03': ['review_90'], // L+90
};
let database: TestDatabase;
let worker: TestWorker;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

/** What is due on the day the list opens is done that evening, everything else the day before. */
const dayBefore = (due: string) => (due === addDays(L, -28) ? addDays(due, 1) : addDays(due, -1));

const handoverOf = async (lastSessionOn = L) => {
  const handover = await aHandoverInTime({ database, worker }, { lastSessionOn });
  await handover.open(from);
  return handover;
};

describe('a programme from 30 days before its end to 90 days after', () => {
  test('that everybody ignores', async () => {
    const handover = await handoverOf();
    await walk(handover, { from, to });
    // Read from the product's own days (3.1 and 3.2): offsets rolled to working days, three days to the lead, seven to the
    // administrator; Christmas and New Year leave no message behind on a day off.
    expect({
      tasks: await tasksTable(database, handover),
      escalations: await escalationsTable(database, handover),
      days: await daysTable(handover),
    }).toEqual({
      tasks: [
        'assign_ptv 2026-11-05 done',
        'intro_in_session 2026-11-05 overdue site-admin',
        'needs_check 2026-11-12 overdue site-admin',
        'interest_poll 2026-11-19 overdue site-admin',
        'choose_route 2026-11-19 passed-on site-admin',
        'ptv_visit 2026-11-26 passed-on site-admin',
        'leaflets_given 2026-11-26 overdue site-admin',
        'venue_option 2026-11-26 passed-on site-admin',
        'consent_contacts 2026-12-03 overdue site-admin',
        'roles_agreed 2026-12-03 passed-on site-admin',
        'first_date_fixed 2026-12-03 overdue site-admin',
        'support_plan 2026-12-03 overdue site-admin',
        'working_agreement 2026-12-03 overdue site-admin',
        'safety_card 2026-12-03 overdue site-admin',
        'handover_done 2026-12-07 overdue site-admin',
        'reminder_first 2026-12-29 open',
        'first_meeting 2026-12-31 overdue site-admin',
        'ptv_call_1 2027-01-07 passed-on site-admin',
        'missed_invite 2027-01-07 overdue site-admin',
        'review_90 2027-03-03 open',
      ],
      escalations: [
        '2026-11-09 lead: intro_in_session',
        '2026-11-12 site-admin: intro_in_session',
        '2026-11-16 lead: needs_check',
        '2026-11-19 site-admin: needs_check',
        '2026-11-23 lead: interest_poll choose_route',
        '2026-11-26 site-admin: interest_poll choose_route',
        '2026-11-30 lead: ptv_visit leaflets_given venue_option',
        '2026-12-03 site-admin: ptv_visit leaflets_given venue_option',
        '2026-12-04 lead: first_date_fixed support_plan working_agreement',
        '2026-12-04 nobody as owner: first_date_fixed support_plan working_agreement',
        '2026-12-07 lead: consent_contacts roles_agreed safety_card',
        '2026-12-10 lead: handover_done',
        '2026-12-10 site-admin: consent_contacts roles_agreed first_date_fixed support_plan working_agreement safety_card',
        '2026-12-14 site-admin: handover_done',
        '2027-01-01 lead: first_meeting',
        '2027-01-01 nobody as owner: first_meeting',
        '2027-01-07 site-admin: first_meeting',
        '2027-01-08 lead: missed_invite',
        '2027-01-08 nobody as owner: missed_invite',
        '2027-01-11 lead: ptv_call_1',
        '2027-01-14 site-admin: ptv_call_1 missed_invite',
      ],
      days: [
        '2026-11-05 clinician 1',
        '2026-11-09 clinician 2, lead 1',
        '2026-11-12 clinician 2, site-admin 1',
        '2026-11-16 clinician 3, lead 2, volunteer 1',
        '2026-11-19 clinician 3, site-admin 2, volunteer 1',
        '2026-11-23 clinician 4, lead 4, volunteer 3',
        '2026-11-26 clinician 4, site-admin 4, volunteer 3',
        '2026-11-30 clinician 6, lead 7, volunteer 4',
        '2026-12-03 clinician 6, site-admin 7, volunteer 3',
        '2026-12-04 clinician 7, lead 10',
        '2026-12-07 clinician 7, lead 13, volunteer 3',
        '2026-12-08 clinician 7',
        '2026-12-10 clinician 7, lead 14, site-admin 13',
        '2026-12-14 site-admin 14',
        '2027-01-04 lead 15, volunteer 1',
        '2027-01-07 site-admin 15, volunteer 1',
        '2027-01-08 lead 16',
        '2027-01-11 lead 17, volunteer 1',
        '2027-01-14 site-admin 17',
        '2027-03-01 volunteer 1',
        '2027-03-03 volunteer 1',
      ],
    });
  }, 60_000);

  test('whose people do everything the day before it is due', async () => {
    const handover = await handoverOf();
    const doings: Record<string, () => Promise<unknown>> = {};
    for (const [due, keys] of Object.entries(days))
      doings[dayBefore(due)] = async () => {
        for (const key of keys) await handover.settle(key, handover.people.clinician, dayBefore(due));
      };
    await walk(handover, { from, to, doings });
    expect({
      tasks: await tasksTable(database, handover),
      escalations: await escalationsTable(database, handover),
      messages: await messagesTable(handover),
    }).toEqual({
      tasks: [
        'assign_ptv 2026-11-05 done',
        'intro_in_session 2026-11-05 done',
        'needs_check 2026-11-12 done',
        'interest_poll 2026-11-19 done',
        'choose_route 2026-11-19 done',
        'ptv_visit 2026-11-26 done',
        'leaflets_given 2026-11-26 done',
        'venue_option 2026-11-26 done',
        'consent_contacts 2026-12-03 done',
        'roles_agreed 2026-12-03 done',
        'first_date_fixed 2026-12-03 done',
        'support_plan 2026-12-03 done',
        'working_agreement 2026-12-03 done',
        'safety_card 2026-12-03 done',
        'handover_done 2026-12-07 done',
        'reminder_first 2026-12-29 done',
        'first_meeting 2026-12-31 done',
        'ptv_call_1 2027-01-07 done',
        'missed_invite 2027-01-07 done',
        'review_90 2027-03-03 done',
      ],
      escalations: [],
      messages: [
        '2026-11-05 clinician: intro_in_session',
        '2026-11-09 clinician: needs_check',
        '2026-11-16 clinician: interest_poll',
        '2026-11-16 volunteer: choose_route',
        '2026-11-23 clinician: leaflets_given',
        '2026-11-23 volunteer: ptv_visit venue_option',
        '2026-11-30 clinician: consent_contacts safety_card',
        '2026-11-30 volunteer: roles_agreed',
        '2026-12-04 clinician: handover_done',
        '2027-01-04 volunteer: ptv_call_1',
        '2027-03-01 volunteer: review_90',
      ],
    });
  }, 60_000);
});
