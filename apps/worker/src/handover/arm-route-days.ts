import { armDue } from '@followon/shared/db/due/arm-due';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import type { Country } from '@followon/shared/rules/calendar/country';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonInstant } from '@followon/shared/rules/calendar/london';
import { PARTNER_WITHIN_DAYS } from '@followon/shared/rules/handover/interest';
import { searchEndsOn } from '@followon/shared/rules/handover/without-ptv';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';

type Arms =
  'handover.opened.v1' | 'handover.route-chosen.v1' | 'programme.rescheduled.v1' | 'programme.finished.v1';

interface Facts {
  readonly id: string;
  readonly site_id: string;
  readonly route: string;
  /** Tells one choice from the next: who changes their mind and back again is looked at again. */
  readonly choice: string;
  readonly last_session_on: string;
  readonly opened_on: string;
  readonly country: Country;
}

const FACTS = `
  select h.id, h.site_id, h.route, coalesce(extract(epoch from h.route_chosen_at)::bigint, 0)::text as choice,
    coalesce(p.finished_on, p.last_session_on) as last_session_on, h.opened_on, s.country
  from handover h join programme p on p.id = h.programme_id join site s on s.id = h.site_id where h.programme_id = $1`;

const RULES = ['handover-without-ptv', 'handover-declined', 'merge-without-partner'];

/** The days of another last session or another choice, also those that are over: both may come back. */
const FORGET = `delete from due where subject_id = $1 and rule = any($2) and occurrence <> all($3)`;

/** Remembers the days on which a handover is looked at because of how its people chose to carry on. */
@Injectable()
export class ArmRouteDays implements Reaction<Arms> {
  readonly reactor = 'handover';
  readonly name = 'arm-route-days';

  async react({ payload }: DomainEvent<Arms>, { manager }: Within): Promise<Outcome> {
    const [handover]: Facts[] = await manager.query(FACTS, [payload.programmeId]);
    if (!handover) return { skipped: 'no checklist is open yet' };
    const { id, site_id, last_session_on } = handover;
    const days = daysOf(handover);
    const about = { siteId: site_id, streamId: payload.programmeId, subjectId: id };
    const dues = days.map(({ rule, dueAt, occurrence = last_session_on }) => ({
      ...about,
      ...{ rule, dueAt, occurrence },
    }));
    await manager.query(FORGET, [id, RULES, dues.map(({ occurrence }) => occurrence)]);
    await armDue(manager, dues);
    return { did: `will look at ${days.map(({ rule }) => rule).join(' and ')}` };
  }
}

interface Day {
  readonly rule: string;
  readonly dueAt: Date;
  readonly occurrence?: string;
}

function daysOf({ route, choice, last_session_on: last, opened_on, country }: Facts): readonly Day[] {
  const givenUpOn = searchEndsOn({ lastSessionOn: last, openedOn: opened_on, country });
  const days: Day[] = [{ rule: 'handover-without-ptv', dueAt: londonInstant(givenUpOn, '07:00') }];
  const occurrence = `${last}/${choice}`;
  // In the evening, when the last session is over.
  if (route === 'none')
    days.push({ rule: 'handover-declined', dueAt: londonInstant(last, '18:00'), occurrence });
  if (route === 'merge') {
    const dueAt = londonInstant(addDays(last, PARTNER_WITHIN_DAYS), '07:00');
    days.push({ rule: 'merge-without-partner', dueAt, occurrence });
  }
  return days;
}
