import { prepared } from '@followon/shared/db/prepared';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import type { StreamKind } from '@followon/shared/events/envelope';
import type { TellingDays } from '@followon/shared/rules/nudge/digest-day';
import { alertDays, digestDays, digestMoment, digestOccasion } from '@followon/shared/rules/nudge/digest-day';
import type { Nudge } from '@followon/shared/rules/nudge/nudge';
import { alertOpened } from '@followon/shared/rules/nudge/nudges/alert-opened';
import { alertUnanswered } from '@followon/shared/rules/nudge/nudges/alert-unanswered';
import { taskDigest } from '@followon/shared/rules/nudge/nudges/task-digest';
import type { Country } from '@followon/shared/rules/calendar/country';
import type { Outcome, Within } from '../dispatch/reaction.js';
import { termsOf } from '../handover/site-terms.js';
import { addAlert, knownMessages } from './known-messages.js';
import type { Known, ListKey } from './known-messages.js';
import { planNudges } from './plan-nudges.js';
import type { Addressee } from './recipients.js';

/** A message of which a person gets one a day from a site, whatever there is to tell. */
interface DayMessage {
  readonly nudge: Nudge;
  readonly list: ListKey;
  readonly days: (now: Date, country: Country) => TellingDays;
  /** The list of tasks goes first: it takes along what is told of groups on that morning. */
  readonly from: string;
}

const tasksOfDay: DayMessage = { nudge: taskDigest, list: 'tasks', days: digestDays, from: '08:00' };
const alertsOfDay: DayMessage = { nudge: alertOpened, list: 'alerts', days: alertDays, from: '08:01' };

const unansweredOfDay: DayMessage = {
  ...{ nudge: alertUnanswered, list: 'alerts', days: alertDays, from: '08:00' },
};

interface Telling {
  readonly because: DomainEvent;
  readonly to: readonly Addressee[];
}

interface DayTelling extends Telling {
  readonly message: DayMessage;
  /** What they are to hear of. */
  readonly itemId: string;
  readonly subjectId: string;
  readonly stream?: { readonly id: string; readonly kind: StreamKind };
  readonly figures: (day: string) => Readonly<Record<string, unknown>>;
  /** What is put into a message that waits; a list of tasks is read when it leaves. */
  readonly alert?: AlertToTell;
}

/** Plans of one site's messages of a day follow each other, so that two workers make one message and never two. */
const ONE_AT_A_TIME = {
  name: 'one-digest-at-a-time',
  text: `select pg_advisory_xact_lock(hashtextextended('task-digest/' || $1::text, 0))`,
};
const FOLDED: Outcome = { skipped: 'a message of the day tells it' };

/** Sees to it that these people hear of the task in the message of the day, which there is once whatever its tasks. */
export async function planDigests(
  { because, to, taskId }: Telling & { readonly taskId: string },
  within: Within,
): Promise<Outcome> {
  if (to.length === 0) return { skipped: 'nobody to tell' };
  const { country } = await termsOf(within.manager, because.siteId);
  const telling: DayTelling = {
    ...{ because, to, message: tasksOfDay, itemId: taskId, subjectId: because.siteId },
    stream: { id: because.siteId, kind: 'site' },
    // The task it was first thought of for: should the list be empty, it says whether that one is with somebody else.
    figures: (day) => ({ on: day, task: taskId }),
  };
  // The list is read when it leaves: whoever finds a message that waits need not take turns.
  if (untold(await knownOf(telling, country, within)).size === 0) return FOLDED;
  return tellOnDay(telling, country, within);
}

/** An alert as its message keeps it: ids, its cause, and the numbers of its weightiest reason. */
export interface AlertToTell {
  readonly alertId: string;
  readonly groupId?: string | undefined;
  readonly programmeId?: string | undefined;
  readonly cause: string;
  readonly [figure: string]: unknown;
}

interface AlertTelling extends Telling {
  readonly alert: AlertToTell;
}

/**
 * Sees to it that these people hear of the alert: in the message of the day, which leaves at once if it is the first; with what
 * is waiting for them; or on the next working day, when that of today has left.
 */
export const planAlerts = (telling: AlertTelling, within: Within): Promise<Outcome> =>
  tellOfAlert(alertsOfDay, telling, within);

/** The same for the administrators: nobody has taken it on. */
export const planUnanswered = (telling: AlertTelling, within: Within): Promise<Outcome> =>
  tellOfAlert(unansweredOfDay, telling, within);

async function tellOfAlert(
  message: DayMessage,
  { because, to, alert }: AlertTelling,
  within: Within,
): Promise<Outcome> {
  if (to.length === 0) return { skipped: `nobody to send ${message.nudge.key} to` };
  const { country } = await termsOf(within.manager, because.siteId);
  const { alertId, groupId: _group, programmeId: _programme, ...reason } = alert;
  const figures = () => ({ ...reason, alerts: [alert] });
  const about = { message, itemId: alertId, subjectId: alertId, alert };
  return tellOnDay({ because, to, ...about, figures }, country, within);
}

async function tellOnDay(telling: DayTelling, country: Country, within: Within): Promise<Outcome> {
  const { alert } = telling;
  await prepared(within.manager, ONE_AT_A_TIME, [telling.because.siteId]);
  const standing = await knownOf(telling, country, within);
  const days = untold(standing);
  if (alert) await addAlert(within.manager, waiting(standing), { alert, useBy: useByOf(telling, standing) });
  if (days.size === 0) return FOLDED;
  const outcomes: Outcome[] = [];
  for (const [day, people] of days) outcomes.push(await planOne({ ...telling, to: people }, day, within));
  const planned = outcomes.find((outcome) => 'did' in outcome);
  return planned
    ? { did: `the message of ${[...days.keys()].join(' and ')} tells it` }
    : (outcomes[0] ?? FOLDED);
}

const planOne = (telling: DayTelling, day: string, within: Within): Promise<Outcome> => {
  const { because, to, message, subjectId, stream, figures } = telling;
  const { nudge, from } = message;
  return planNudges(
    {
      ...{ because, to, nudge, subjectId, moment: digestMoment(day, nudge, from) },
      ...{ occasion: digestOccasion(because.siteId, day), figures: figures(day), ...(stream && { stream }) },
    },
    within,
  );
};

/** What each person has had, and has waiting. */
interface Standing {
  readonly days: TellingDays;
  readonly people: readonly { readonly person: Addressee; readonly known: readonly Known[] }[];
  readonly occasionOf: (day: string) => string;
}

async function knownOf(telling: DayTelling, country: Country, { manager, now }: Within): Promise<Standing> {
  const { because, to, message, itemId } = telling;
  const days = message.days(now, country);
  const occasionOf = (day: string) => digestOccasion(because.siteId, day);
  const people = to.map(({ personId }) => personId);
  const occasions = [days.first, days.next].map(occasionOf);
  const asked = { key: message.nudge.key, list: message.list, itemId, siteId: because.siteId };
  const rows = await knownMessages(manager, asked, { people, occasions });
  const knownTo = (person: Addressee) => rows.filter(({ person_id }) => person_id === person.personId);
  return { days, occasionOf, people: to.map((person) => ({ person, known: knownTo(person) })) };
}

/** Who still needs a message, by the day on which it will leave. */
function untold({ days, people, occasionOf }: Standing): Map<string, Addressee[]> {
  const byDay = new Map<string, Addressee[]>();
  for (const { person, known } of people) {
    const day = dayFor(known, days, occasionOf);
    if (day !== undefined) byDay.set(day, [...(byDay.get(day) ?? []), person]);
  }
  return byDay;
}

/** Undefined when a message that is there already tells it. One that has left without it is followed by the next day's. */
function dayFor(
  known: readonly Known[],
  { first, next }: TellingDays,
  occasionOf: (day: string) => string,
): string | undefined {
  if (known.some(({ told, waits }) => told || waits)) return undefined;
  const has = (day: string) => known.some(({ occasion }) => occasion === occasionOf(day));
  if (!has(first)) return first;
  return has(next) ? undefined : next;
}

/** The messages that wait and do not tell it yet, one for each person. */
const waiting = ({ people }: Standing): string[] =>
  people.flatMap(({ known }) =>
    known.some(({ told }) => told)
      ? []
      : known
          .filter(({ waits }) => waits)
          .slice(0, 1)
          .map(({ id }) => id),
  );

const useByOf = ({ message }: DayTelling, { days }: Standing): Date =>
  digestMoment(days.first, message.nudge).useBy;
