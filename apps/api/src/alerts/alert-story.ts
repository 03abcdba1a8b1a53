import type { AlertDetail } from '@followon/shared/contract/alerts';
import type { AlertTerms } from '@followon/shared/rules/alert/stages';
import { defaultAlertTerms } from '@followon/shared/rules/alert/stages';
import type { Country } from '@followon/shared/rules/calendar/country';
import { Injectable } from '@nestjs/common';
import { Work } from '../work/work.js';
import type { AlertRow } from './alert-queries.js';

type Step = AlertDetail['history'][number];
type TraceStep = AlertDetail['trace'][number];

const DEPTH = 12;

/** From the alert back to what people wrote down, each fact by what caused it. Ids and days of payloads only. */
const TRACE = `
  with recursive back as (
    select e.event_id, e.name, e.occurred_at, e.payload, e.caused_by, 1 as step from event e where e.event_id = $1
    union all
    select e.event_id, e.name, e.occurred_at, e.payload, e.caused_by, b.step + 1 from back b join event e on e.event_id = b.caused_by
    where b.step < ${DEPTH})
  select event_id as "eventId", name, occurred_at as at, payload ->> 'meetingId' as "meetingId", payload ->> 'on' as "on" from back order by step`;

const WHAT: Readonly<Record<string, Step['what']>> = {
  'alert.acknowledged.v1': 'acknowledged',
  'alert.snoozed.v1': 'snoozed',
  'alert.snooze-ended.v1': 'snooze-ended',
  'alert.withdrawn.v1': 'withdrawn',
  'alert.resolved.v1': 'resolved',
};

const EVENTS = `
  select e.name, e.occurred_at as at, e.payload ->> 'until' as until from event e
  where e.stream_id = any($1::uuid[]) and e.name = any($3) and e.payload ->> 'alertId' = $2::text order by e.occurred_at, e.id`;

const SAID: Readonly<Record<string, Step['what']>> = {
  would_a_hand_help: 'offered-to-group',
  alert_opened: 'told-clinicians',
  task_digest: 'told-clinicians',
  alert_unanswered: 'told-administrators',
};

/** How many people a message about it went to, will go to, and will not; a message of a day tells of several. */
const MESSAGES = `
  select n.key, min(coalesce(n.sent_at, n.due_at)) filter (where n.state = 'sent') as "sentAt",
    min(n.due_at) filter (where n.state = 'planned') as "waitsFor", min(n.due_at) as "dueAt",
    (count(distinct n.person_id) filter (where n.state = 'sent'))::int as sent,
    (count(distinct n.person_id) filter (where n.state = 'planned'))::int as waiting,
    (count(distinct n.person_id) filter (where n.state = 'suppressed'))::int as "notSent"
  from nudge n where n.site_id = $2 and n.due_at >= $3::timestamptz - interval '1 day' and n.key = any($4)
    and (n.subject_id = $1 or n.figures -> 'alerts' @> (select jsonb_build_array(jsonb_build_object('alertId', $1::text))))
  group by n.key`;

const TERMS = `
  select s.country, p.group_first_days as "groupFirstDays", p.admin_after_days as "adminAfterDays"
  from site s left join alert_policy p on p.site_id = s.id where s.id = $1`;

interface Message {
  readonly key: string;
  readonly sentAt: Date | null;
  readonly waitsFor: Date | null;
  readonly dueAt: Date;
  readonly sent: number;
  readonly waiting: number;
  readonly notSent: number;
}

interface TermsRow {
  readonly country: Country;
  readonly groupFirstDays: number | null;
  readonly adminAfterDays: number | null;
}

/** What happened to an alert and what led to it: facts and counts, never who. */
@Injectable()
export class AlertStory {
  constructor(private readonly work: Work) {}

  async trace({ openedEventId }: AlertRow): Promise<TraceStep[]> {
    const rows: (Omit<TraceStep, 'at'> & { at: Date })[] = await this.work.manager.query(TRACE, [
      openedEventId,
    ]);
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  /** Oldest first. */
  async history(row: AlertRow): Promise<Step[]> {
    const { manager } = this.work;
    const streams = [row.groupId, row.programmeId].filter((id) => id !== null);
    const events: { name: string; at: Date; until: string | null }[] = await manager.query(EVENTS, [
      ...[streams, row.id, Object.keys(WHAT)],
    ]);
    const messages: Message[] = await manager.query(MESSAGES, [
      ...[row.id, row.siteId, row.openedAt, Object.keys(SAID)],
    ]);
    const opened: Step = { ...silent, at: row.openedAt.toISOString(), what: 'opened' };
    const steps = [
      ...joined(messages, this.work.now()),
      ...events.flatMap(({ name, at, until }): Step[] => {
        const what = WHAT[name];
        return what ? [{ ...silent, at: at.toISOString(), what, until }] : [];
      }),
    ];
    return [opened, ...steps.sort((one, other) => one.at.localeCompare(other.at))];
  }

  async termsOf(siteId: string): Promise<{ readonly country: Country; readonly terms: AlertTerms }> {
    const [row]: TermsRow[] = await this.work.manager.query(TERMS, [siteId]);
    if (!row) throw new Error(`site ${siteId} is not there`);
    const { country } = row;
    const terms = {
      groupFirstDays: row.groupFirstDays ?? defaultAlertTerms.groupFirstDays,
      adminAfterDays: row.adminAfterDays ?? defaultAlertTerms.adminAfterDays,
    };
    return { country, terms };
  }
}

const silent = { sent: null, notSent: null, waiting: null, until: null } as const;

/** Messages of two kinds may tell the same people of it: what is told once is one step. */
function joined(messages: readonly Message[], now: Date): Step[] {
  const kinds = [...new Set(messages.map(({ key }) => SAID[key] as Step['what']))];
  return kinds.map((what) => {
    const same = messages.filter(({ key }) => SAID[key] === what);
    return {
      ...{ at: momentOf(same, now).toISOString(), what, until: null },
      sent: same.reduce((sum, { sent }) => sum + sent, 0),
      notSent: Math.max(...same.map(({ notSent }) => notSent)),
      waiting: Math.max(...same.map(({ waiting }) => waiting)),
    };
  });
}

/** When the first left; else when the first is to leave, which has not passed; else when they were not sent, which has. */
function momentOf(messages: readonly Message[], now: Date): Date {
  const [sent] = inOrder(messages.map(({ sentAt }) => sentAt));
  const [waits] = inOrder(messages.map(({ waitsFor }) => waitsFor));
  const [due = now] = inOrder(messages.map(({ dueAt }) => dueAt));
  if (sent) return sent;
  if (waits) return waits > now ? waits : now;
  return due < now ? due : now;
}

const inOrder = (moments: readonly (Date | null)[]): Date[] =>
  moments.filter((moment) => moment !== null).sort((one, other) => one.getTime() - other.getTime());
