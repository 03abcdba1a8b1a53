import type { DomainEvent } from '@followon/shared/events/catalogue';
import { daysBetween } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { SuccessionStage } from '@followon/shared/rules/handover/succession';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import type { Nudge } from '@followon/shared/rules/nudge/nudge';
import { contactWantedAdmin } from '@followon/shared/rules/nudge/nudges/contact-wanted-admin';
import { contactWantedLead } from '@followon/shared/rules/nudge/nudges/contact-wanted-lead';
import { contactWanted } from '@followon/shared/rules/nudge/nudges/contact-wanted';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { planNudges } from './plan-nudges.js';
import type { Addressee } from './recipients.js';
import { roleHoldersOf, staffOf, volunteersBeside } from './recipients.js';

type Told = 'succession.opened.v1' | 'succession.escalated.v1';

interface Search {
  readonly stage: SuccessionStage;
  readonly act_by: string;
  readonly opened_on: string;
}

const SEARCH = `select stage, act_by, opened_on from succession where id = $1 and state = 'open'`;

const wordsOf: { readonly [S in SuccessionStage]: Nudge } = {
  group: contactWanted,
  lead: contactWantedLead,
  'site-admin': contactWantedAdmin,
};

/** Nobody is there to ring: those whose turn it is hear of it, each stage once, the last again and again. */
@Injectable()
export class TellOfSuccession implements Reaction<Told> {
  readonly reactor = 'nudges';
  readonly name = 'tell-of-succession';

  async react(event: DomainEvent<Told>, within: Within): Promise<Outcome> {
    if (event.origin !== 'live') return { skipped: 'history speaks to nobody' };
    const { manager, now } = within;
    const { successionId } = event.payload;
    const [search]: Search[] = await manager.query(SEARCH, [successionId]);
    if (!search) return { skipped: 'the search is over' };
    const today = londonDate(now);
    const nudge = wordsOf[search.stage];
    const [moment] = momentsOf(nudge, today);
    if (!moment) throw new Error(`${nudge.key} has no moment`);
    // Each time that somebody is told is an occasion of its own.
    const occasion = { ...moment, offsetDays: daysBetween(search.opened_on, today) };
    const to = await whoIsAsked(manager, event, { stage: search.stage, today });
    const figures = { actBy: search.act_by };
    return planNudges(
      { because: event, nudge, subjectId: successionId, to, moment: occasion, figures },
      within,
    );
  }
}

async function whoIsAsked(
  manager: EntityManager,
  { siteId, streamId }: DomainEvent<Told>,
  { stage, today }: { stage: SuccessionStage; today: string },
): Promise<readonly Addressee[]> {
  if (stage !== 'group') return staffOf(manager, siteId, { roles: [stage], today });
  const holders = await roleHoldersOf(manager, streamId, { kinds: ['contact', 'host'], today });
  return [...holders, ...(await volunteersBeside(manager, streamId, today))];
}
