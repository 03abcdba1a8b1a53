import { prepared } from '@followon/shared/db/prepared';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import type { Country } from '@followon/shared/rules/calendar/country';
import { digestDay, digestMoment, digestOccasion } from '@followon/shared/rules/nudge/digest-day';
import { taskDigest } from '@followon/shared/rules/nudge/nudges/task-digest';
import type { Outcome, Within } from '../dispatch/reaction.js';
import { termsOf } from '../handover/site-terms.js';
import { planNudges } from './plan-nudges.js';
import type { Addressee } from './recipients.js';

interface Telling {
  readonly because: DomainEvent;
  readonly to: readonly Addressee[];
  /** The task that they are to hear of. */
  readonly taskId: string;
}

/** Plans of one site's messages of a day follow each other, so that two workers make one message and never two. */
const ONE_AT_A_TIME = {
  name: 'one-digest-at-a-time',
  text: `select pg_advisory_xact_lock(hashtextextended('task-digest/' || $1::text, 0))`,
};

/** Sees to it that these people hear of the task in the message of the day, which there is once whatever its tasks. */
export async function planDigests(telling: Telling, within: Within): Promise<Outcome> {
  const { because, to } = telling;
  if (to.length === 0) return { skipped: 'nobody to tell' };
  const { country } = await termsOf(within.manager, because.siteId);
  if ((await missing(telling, country, within)).size === 0) return FOLDED;

  await prepared(within.manager, ONE_AT_A_TIME, [because.siteId]);
  const days = await missing(telling, country, within);
  if (days.size === 0) return FOLDED;
  for (const [day, people] of days) await planOne({ ...telling, to: people }, day, within);
  return { did: `the message of ${[...days.keys()].join(' and ')} tells it` };
}

const FOLDED: Outcome = { skipped: 'a message of the day tells it' };

const planOne = ({ because, to }: Telling, day: string, within: Within): Promise<Outcome> =>
  planNudges(
    {
      ...{ because, to, nudge: taskDigest, subjectId: because.siteId, moment: digestMoment(day) },
      ...{
        occasion: digestOccasion(because.siteId, day),
        stream: { id: because.siteId, kind: 'site' } as const,
      },
      figures: { on: day },
    },
    within,
  );

/** `waits`: it has not left and its list has not been read. */
const KNOWN = {
  name: 'digests-known',
  text: `
  select n.person_id, n.occasion, n.state = 'planned' and exists (select from delivery d where d.nudge_id = n.id and d.state = 'queued') as waits,
    coalesce(n.figures -> 'tasks' @> jsonb_build_array(jsonb_build_object('taskId', $3::text)), false) as told
  from nudge n where n.key = '${taskDigest.key}' and n.person_id = any($1::uuid[]) and n.occasion = any($2)`,
};

interface KnownRow {
  readonly person_id: string;
  readonly occasion: string;
  readonly waits: boolean;
  readonly told: boolean;
}

/** Who still needs a message, by the day on which it will leave. */
async function missing(
  { because, to, taskId }: Telling,
  country: Country,
  { manager, now }: Within,
): Promise<Map<string, Addressee[]>> {
  const first = digestDay(now, country, () => false);
  const next = digestDay(now, country, () => true);
  const occasionOf = (day: string) => digestOccasion(because.siteId, day);
  const people = to.map(({ personId }) => personId);
  const known = await prepared<KnownRow>(manager, KNOWN, [people, [first, next].map(occasionOf), taskId]);

  const byDay = new Map<string, Addressee[]>();
  for (const person of to) {
    const rowOf = (on: string) =>
      known.find(({ person_id, occasion }) => person_id === person.personId && occasion === occasionOf(on));
    const day = dayFor({ first, next }, rowOf);
    if (day !== undefined) byDay.set(day, [...(byDay.get(day) ?? []), person]);
  }
  return byDay;
}

/** Undefined when a message that is there already tells it. One that has left without it is followed by the next day's. */
function dayFor(
  { first, next }: { readonly first: string; readonly next: string },
  rowOf: (day: string) => KnownRow | undefined,
): string | undefined {
  const today = rowOf(first);
  if (!today) return first;
  return today.waits || today.told || rowOf(next) ? undefined : next;
}
