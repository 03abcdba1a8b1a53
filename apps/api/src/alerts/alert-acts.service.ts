import type { AlertVerdict, ResolveAlert } from '@followon/shared/contract/alerts';
import { Alert } from '@followon/shared/db/alerts/alert.entity';
import type { EventName, Payload } from '@followon/shared/events/catalogue';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import { conflict, invalid, notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import { AlertFeedback } from './alert-feedback.js';
import { AlertStandings } from './alert-standings.js';
import { isOpen } from './alert-view.js';

/** About three months: whoever would look later has not looked. */
const MOST_SNOOZE_DAYS = 92;

type Act = 'acknowledge-alert' | 'resolve-alert';
type Said = Extract<EventName, `alert.${string}`>;

/** What people do about an alert. Its row is held until the end: a worker may be about to withdraw it. */
@Injectable()
export class AlertActs {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: AlertStandings,
    private readonly audit: Audit,
    private readonly feedback: AlertFeedback,
  ) {}

  /**
   * Somebody has seen it and will look after it; saying so again changes nothing.
   * @throws Refusal 404; 409 when the episode is over.
   */
  async acknowledge(id: string): Promise<void> {
    const alert = await this.enterOpen(id, 'acknowledge-alert');
    if (alert.state === 'acknowledged') return;
    await this.work.repository(Alert).update(id, this.inHand(alert));
    await this.say(alert, 'alert.acknowledged.v1', {});
    await this.record(alert, 'alert.acknowledged');
  }

  /**
   * Looked after, and open again on that day, unless it is over before. Another day takes the place of this one.
   * @throws Refusal 404; 409 when the episode is over; 400 for a day that is not ahead, or too far.
   */
  async snooze(id: string, until: string): Promise<void> {
    const alert = await this.enterOpen(id, 'acknowledge-alert');
    const today = londonDate(this.work.now());
    if (until <= today) throw invalid('until', 'Choose a day after today.');
    if (until > addDays(today, MOST_SNOOZE_DAYS))
      throw invalid('until', 'Choose a day in the next three months.');
    if (alert.snoozedUntil === until) return;
    const snoozed = { snoozedUntil: until, snoozedBy: this.work.who.accountId };
    await this.work.repository(Alert).update(id, { ...this.inHand(alert), ...snoozed });
    await this.say(alert, 'alert.snoozed.v1', { until });
    await this.record(alert, 'alert.snoozed');
  }

  /** @throws Refusal 404; 409 when the episode is over. */
  async resolve(id: string, { outcome, useful, noConcernBecause }: ResolveAlert): Promise<void> {
    const alert = await this.enterOpen(id, 'resolve-alert');
    const said = { outcome, useful: useful ?? null };
    await this.work.repository(Alert).update(id, {
      ...{ ...said, noConcernBecause: noConcernBecause ?? null, state: 'resolved' },
      ...{ closedAt: this.work.now(), closedBy: this.work.who.accountId },
      ...{ snoozedUntil: null, snoozedBy: null },
    });
    await this.say(alert, 'alert.resolved.v1', said);
    await this.record(alert, 'alert.resolved');
    if (useful && useful !== 'not-applicable') await this.feedback.give(alert, useful);
  }

  /**
   * What somebody thinks of it, also after it is over; saying something else counts instead.
   * @throws Refusal 404
   */
  async judge(id: string, verdict: AlertVerdict): Promise<void> {
    const alert = await this.enter(id, 'resolve-alert');
    if (!(await this.feedback.give(alert, verdict))) return;
    await this.say(alert, 'alert.feedback-given.v1', { verdict });
    await this.record(alert, 'alert.feedback-given');
  }

  /** Whoever took it on first is kept, also when it is put off. */
  private inHand({ state }: Alert): Partial<Alert> {
    if (state === 'acknowledged') return {};
    return {
      ...{ state: 'acknowledged', acknowledgedAt: this.work.now() },
      acknowledgedBy: this.work.who.accountId,
    };
  }

  private async enter(id: string, action: Act): Promise<Alert> {
    const lock = { mode: 'pessimistic_write' } as const;
    const alert = await this.work.repository(Alert).findOne({ where: { id }, lock });
    if (!alert) throw notFound();
    this.access.require(action, await this.standings.of(alert));
    return alert;
  }

  private async enterOpen(id: string, action: Act): Promise<Alert> {
    const alert = await this.enter(id, action);
    if (isOpen(alert)) return alert;
    throw conflict('alert.closed', 'This alert is closed already.', {
      detail: 'Load the list again. A new alert will come if the group needs one.',
    });
  }

  /** On the group's stream, or on that of a programme that has none. */
  private async say<N extends Said>(
    { id, siteId, groupId, programmeId, cause }: Alert,
    name: N,
    more: object,
  ): Promise<void> {
    const streamKind = groupId ? 'group' : 'programme';
    const payload = {
      alertId: id,
      groupId,
      ...(programmeId && { programmeId }),
      cause,
      ...more,
    } as Payload<N>;
    const streamId = groupId ?? programmeId ?? '';
    await this.work.append({ name, streamId, streamKind, siteId, payload });
  }

  private record({ id, siteId }: Alert, what: string): Promise<void> {
    return this.audit.record({ what, siteId, subject: id });
  }
}
