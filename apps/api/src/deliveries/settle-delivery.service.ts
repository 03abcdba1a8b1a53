import type { DeliveryLine, Settlement, SettleDelivery } from '@followon/shared/contract/deliveries';
import {
  LET_GO,
  reasonsToSettle,
  settledState,
  waysToSettle,
} from '@followon/shared/rules/nudge/settle-delivery';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import { conflict, invalid, notFound } from '../http/problem.js';
import { standingToMessage } from '../nudges/message-scope.js';
import { Work } from '../work/work.js';
import type { DeliveryRow } from './delivery-queries.js';
import { DeliveryQueries } from './delivery-queries.js';
import { DeliveryViews } from './delivery-views.js';
import { LetterWeighing } from './letter-weighing.js';

const LOCK = 'select state, reason, settled_at is not null as settled from delivery where id = $1 for update';

/** Under the same key: a provider that honours it sends nothing twice. */
const SETTLE: { readonly [H in Settlement]: string } = {
  again: `state = 'queued', reason = null, tries = 0, due_at = $2`,
  'let-go': `state = 'suppressed', reason = '${LET_GO}'`,
  posted: `state = 'sent', reason = null, sent_at = $2`,
  arrived: `state = 'delivered', reason = null, sent_at = coalesce(sent_at, $2), delivered_at = $2`,
};
const SETTLE_NUDGE: { readonly [H in Settlement]: string } = {
  again: `state = 'planned', reason = null`,
  'let-go': `state = 'suppressed', reason = '${LET_GO}'`,
  posted: `state = 'sent', reason = null, sent_at = $2`,
  arrived: `state = 'sent', reason = null, sent_at = coalesce(sent_at, $2)`,
};

/** Whoever tries again says that its reader can be reached: also at the address with which they sign in. */
const MEND =
  "update account set email_broken_at = null where id = (select person_id from nudge where id = $1 and person_kind = 'account')";

interface Locked {
  readonly state: string;
  readonly reason: string | null;
  readonly settled: boolean;
}

/** A person decides what becomes of a message that machines could not bring to its end. */
@Injectable()
export class SettleDeliveries {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly deliveries: DeliveryQueries,
    private readonly views: DeliveryViews,
    private readonly weighing: LetterWeighing,
  ) {}

  /** Two who decide the same are both right; the second changes nothing. @throws Refusal 404; 409 when it is too late; 400 */
  async settle(id: string, { how, reason }: SettleDelivery): Promise<DeliveryLine> {
    const row = await this.deliveries.one(id);
    if (!row) throw notFound();
    this.access.require('settle-deliveries', standingToMessage(row));
    const locked = await this.lock(id);
    if (!isDone(locked, how)) {
      if (!waysToSettle(locked).includes(how)) throw tooLate(locked.state);
      if (reason && !reasonsToSettle(how, locked).includes(reason)) throw noReasonForThat();
      if (how === 'posted') await this.weighing.requireWanted(id);
      await this.write(row, how);
      await this.tell(row, { how, reason });
    }
    const now = await this.deliveries.one(id);
    if (!now) throw notFound();
    return this.views.line(now);
  }

  private async lock(id: string): Promise<Locked> {
    const [locked]: Locked[] = await this.work.manager.query(LOCK, [id]);
    if (!locked) throw notFound();
    return locked;
  }

  private async write({ id, nudgeId }: DeliveryRow, how: Settlement): Promise<void> {
    const { manager } = this.work;
    const now = this.work.now().toISOString();
    await manager.query(
      `update delivery set ${SETTLE[how]}, settled_by = $3, settled_at = $2::timestamptz where id = $1`,
      [id, now, this.work.who.accountId],
    );
    const said = SETTLE_NUDGE[how];
    const values = said.includes('$2') ? [nudgeId, now] : [nudgeId];
    await manager.query(`update nudge set ${said} where id = $1`, values);
    if (how === 'again') await manager.query(MEND, [nudgeId]);
  }

  private async tell(
    { id, nudgeId, key, groupId, programmeId, siteId, eventId, channel }: DeliveryRow,
    { how, reason }: SettleDelivery,
  ): Promise<void> {
    await this.work.manager.query(
      `insert into delivery_step (delivery_id, site_id, at, what, channel, reason) values ($1, $2, $3, 'settled', $4, $5)`,
      [id, siteId, this.work.now().toISOString(), channel, reason ? `${how}/${reason}` : how],
    );
    const about = { ...streamOf({ groupId, programmeId, siteId }), siteId, causedBy: eventId };
    const payload = { nudgeId, key, deliveryId: id };
    await this.work.append({ name: 'delivery.settled.v1', ...about, payload: { ...payload, how } });
    // What waits for the message to have left goes on.
    if (how === 'posted' || how === 'arrived')
      await this.work.append({ name: 'nudge.sent.v1', ...about, payload });
    if (how === 'let-go')
      await this.work.append({
        name: 'nudge.suppressed.v1',
        ...about,
        payload: { nudgeId, key, reason: LET_GO },
      });
    await this.audit.record({ what: `delivery.settled-${how}`, siteId, subject: id });
  }
}

const isDone = ({ state, reason, settled }: Locked, how: Settlement): boolean =>
  settled && state === settledState[how] && (how !== 'let-go' || reason === LET_GO);

type Placed = Pick<DeliveryRow, 'groupId' | 'programmeId' | 'siteId'>;

function streamOf({ groupId, programmeId, siteId }: Placed) {
  if (groupId) return { streamId: groupId, streamKind: 'group' } as const;
  return programmeId
    ? ({ streamId: programmeId, streamKind: 'programme' } as const)
    : ({ streamId: siteId, streamKind: 'site' } as const);
}

const WHY_LATE: Readonly<Record<string, string>> = {
  sending: 'It is leaving at this moment. Look again in a minute.',
  queued: 'It is on its way already. It can still be let go.',
  sent: 'It has left.',
  delivered: 'It has arrived.',
  suppressed: 'It was held back, and stays so.',
  bounced: 'Nobody could be reached there. Mend the address: the next message will use it.',
};

const tooLate = (state: string) =>
  conflict('delivery.cannot-settle', 'This cannot be decided any more.', {
    detail: WHY_LATE[state] ?? 'Somebody else may have decided about it. Look at it again.',
  });

const noReasonForThat = () => invalid('reason', 'This reason does not go with that decision.');
