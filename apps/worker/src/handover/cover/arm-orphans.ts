import { armDue } from '@followon/shared/db/due/arm-due';
import type { NewDue } from '@followon/shared/db/due/arm-due';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../../dispatch/reaction.js';

type Opened = 'handover.opened.v1' | 'checklist.opened.v1';

/** One look a site and day, however many lists it has; it arms the next one itself while a list is under way. */
export function orphansDue(siteId: string, now: Date): NewDue {
  const occurrence = addDays(londonDate(now), 1);
  const dueAt = londonInstant(occurrence, '06:30');
  return { rule: 'orphan-tasks', siteId, streamId: siteId, subjectId: siteId, occurrence, dueAt };
}

/** From the first open list on, a site is looked at every morning for tasks that nobody has any more. */
@Injectable()
export class ArmOrphans implements Reaction<Opened> {
  readonly reactor = 'handover';
  readonly name = 'arm-orphans';

  async react(event: DomainEvent<Opened>, { manager, now }: Within): Promise<Outcome> {
    await armDue(manager, [orphansDue(event.siteId, now)]);
    return { did: 'will look for tasks that nobody has any more' };
  }
}
