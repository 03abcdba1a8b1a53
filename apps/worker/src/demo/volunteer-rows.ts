import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { orphansDue } from '../handover/cover/arm-orphans.js';
import type { Part, Row } from './demo-rows.js';
import { nothing } from './demo-rows.js';
import { atNight, fact } from './facts.js';
import type { PersonKey, SiteName } from './people.js';
import { personId, siteId, siteNames } from './people.js';
import { demoId } from './random.js';

interface VolunteerPlan {
  readonly site: SiteName;
  readonly cap: number;
  /** Days from today until when training and checks hold; negative when they have run out. */
  readonly trainingInDays: number | null;
  readonly checksInDays: number | null;
}

/** Every state that a record can be in, once. */
const plans: Readonly<Partial<Record<PersonKey, VolunteerPlan>>> = {
  volunteer: { site: 'Avonside', cap: 5, trainingInDays: 300, checksInDays: 420 },
  bev: { site: 'Avonside', cap: 2, trainingInDays: 25, checksInDays: 200 },
  emrys: { site: 'Harbour', cap: 3, trainingInDays: -12, checksInDays: 150 },
  iris: { site: 'Moorland', cap: 3, trainingInDays: 400, checksInDays: 400 },
};

const ASKED_DAYS_AGO = 3;

/** What is written down of the volunteers, one who is asked to stand in and has not answered, and the daily look at each site. */
export function volunteerRows(now: Date): Part {
  const today = londonDate(now);
  const asked = askedRow(today);
  const about = { programmeId: asked.programme_id, requestId: asked.id, part: 'deputy' } as const;
  const told = { streamId: asked.programme_id, siteId: asked.site_id, at: asked.asked_at };
  return {
    ...nothing,
    rows: {
      volunteer: Object.entries(plans).map(([key, plan]) => volunteerRow(key as PersonKey, plan, today)),
      volunteer_request: [asked],
    },
    facts: [fact(told, 'programme.volunteer-asked.v1', about)],
    dues: siteNames.map((name) => orphansDue(siteId(name), now)),
  };
}

function volunteerRow(key: PersonKey, { site, cap, ...until }: VolunteerPlan, today: string): Row {
  const day = (inDays: number | null) => (inDays === null ? null : addDays(today, inDays));
  return {
    ...{
      id: demoId('volunteer', key, site),
      site_id: siteId(site),
      account_id: personId(key),
      caseload_cap: cap,
    },
    ...{ training_until: day(until.trainingInDays), checks_until: day(until.checksInDays) },
  };
}

function askedRow(today: string) {
  const at = atNight(addDays(today, -ASKED_DAYS_AGO));
  return {
    ...{ id: demoId('volunteer-request', 'finishing', 'bev'), site_id: siteId('Avonside') },
    ...{ programme_id: demoId('programme', 'finishing'), account_id: personId('bev'), part: 'deputy' },
    ...{ state: 'asked', asked_at: at, asked_by: personId('lead') },
  };
}
