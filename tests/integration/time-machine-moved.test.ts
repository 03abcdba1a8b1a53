import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { aHandoverInTime } from '../support/a-handover-in-time.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { escalationsTable, tasksTable, walk } from '../support/walked-days.js';

/** A Thursday: four weeks before it and the first meeting four weeks after it, Christmas and New Year in between. */
const L = '2026-12-03';
const from = addDays(L, -30);
const to = addDays(L, 90);
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

const handoverOf = async (lastSessionOn = L) => {
  const handover = await aHandoverInTime({ database, worker }, { lastSessionOn });
  await handover.open(from);
  return handover;
};

describe('a programme from 30 days before its end to 90 days after', () => {
  test('whose last session moves by a week in the middle', async () => {
    const handover = await handoverOf();
    const moved = '2026-12-10';
    const move = async () => {
      await database.query('update programme set last_session_on = $2 where id = $1', [
        handover.programme.id,
        moved,
      ]);
      const payload = { programmeId: handover.programme.id, from: L, lastSessionOn: moved };
      await handover.say('programme.rescheduled.v1', '2026-11-16', payload);
    };
    await walk(handover, { from, to, doings: { '2026-11-17': move } });
    expect({
      tasks: await tasksTable(database, handover),
      escalations: await escalationsTable(database, handover),
    }).toEqual({
      tasks: [
        'assign_ptv 2026-11-05 done',
        'intro_in_session 2026-11-05 overdue site-admin',
        'needs_check 2026-11-19 overdue site-admin',
        'interest_poll 2026-11-26 overdue site-admin',
        'choose_route 2026-11-26 passed-on site-admin',
        'ptv_visit 2026-12-03 passed-on site-admin',
        'leaflets_given 2026-12-03 overdue site-admin',
        'venue_option 2026-12-03 passed-on site-admin',
        'consent_contacts 2026-12-10 overdue site-admin',
        'roles_agreed 2026-12-10 passed-on site-admin',
        'first_date_fixed 2026-12-10 overdue site-admin',
        'support_plan 2026-12-10 overdue site-admin',
        'working_agreement 2026-12-10 overdue site-admin',
        'safety_card 2026-12-10 overdue site-admin',
        'handover_done 2026-12-14 overdue site-admin',
        'reminder_first 2027-01-05 open',
        'first_meeting 2027-01-07 overdue site-admin',
        'ptv_call_1 2027-01-14 passed-on site-admin',
        'missed_invite 2027-01-14 overdue site-admin',
        'review_90 2027-03-10 open',
      ],
      escalations: [
        '2026-11-09 lead: intro_in_session',
        '2026-11-12 site-admin: intro_in_session',
        '2026-11-16 lead: needs_check',
        '2026-11-23 lead: needs_check',
        '2026-11-26 site-admin: needs_check',
        '2026-11-30 lead: interest_poll choose_route',
        '2026-12-03 site-admin: interest_poll choose_route',
        '2026-12-07 lead: ptv_visit leaflets_given venue_option',
        '2026-12-10 site-admin: ptv_visit leaflets_given venue_option',
        '2026-12-11 lead: first_date_fixed support_plan working_agreement',
        '2026-12-11 nobody as owner: first_date_fixed support_plan working_agreement',
        '2026-12-14 lead: consent_contacts roles_agreed safety_card',
        '2026-12-17 lead: handover_done',
        '2026-12-17 site-admin: consent_contacts roles_agreed first_date_fixed support_plan working_agreement safety_card',
        '2026-12-21 site-admin: handover_done',
        '2027-01-08 lead: first_meeting',
        '2027-01-08 nobody as owner: first_meeting',
        '2027-01-14 site-admin: first_meeting',
        '2027-01-15 lead: missed_invite',
        '2027-01-15 nobody as owner: missed_invite',
        '2027-01-18 lead: ptv_call_1',
        '2027-01-21 site-admin: ptv_call_1 missed_invite',
      ],
    });
  }, 60_000);
});
