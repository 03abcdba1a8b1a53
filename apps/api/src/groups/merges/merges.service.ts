import type {
  AnswerMerge,
  AskMerge,
  MergeAct,
  MergeChoice,
  MergeView,
} from '@followon/shared/contract/merges';
import type { Page } from '@followon/shared/contract/page';
import type { FollowOnGroup } from '@followon/shared/db/groups/group.entity';
import { whyNotAnswer, whyNotAsk, whyNotUndo } from '@followon/shared/rules/group/merge';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../auth/access.js';
import type { Standing } from '../../auth/standing.js';
import { Standings } from '../../auth/standing.js';
import { invalid, notFound } from '../../http/problem.js';
import { Work } from '../../work/work.js';
import { GroupWrites } from '../group-writes.js';
import { MergeMoves } from './merge-moves.js';
import type { MergeRow } from './merge-rows.js';
import { MergeRows } from './merge-rows.js';
import { MergeViews } from './merge-views.js';
import { refuseAnswer, refuseAsk, refuseUndo } from './refusals.js';
import { UndoMoves } from './undo-moves.js';

type Reason = MergeAct['reason'];

/** Two groups that want to go on as one: each says yes for itself, and for two weeks they may part again. */
@Injectable()
export class MergesService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly writes: GroupWrites,
    private readonly merges: MergeRows,
    private readonly views: MergeViews,
    private readonly moves: MergeMoves,
    private readonly undoMoves: UndoMoves,
  ) {}

  /** @throws Refusal 404 */
  async list(groupId: string): Promise<Page<MergeView>> {
    this.access.require('merge-groups', await this.standings.ofGroup(groupId));
    const rows = await this.merges.ofGroup(groupId);
    return { items: rows.map((row) => this.views.one(row)), nextCursor: null };
  }

  /** Groups that could be asked. @throws Refusal 404 */
  async choices(groupId: string): Promise<Page<MergeChoice>> {
    const standing = await this.standings.ofGroup(groupId);
    this.access.require('merge-groups', standing);
    const items = (await this.merges.choices(standing.siteId, groupId)) as MergeChoice[];
    return { items, nextCursor: null };
  }

  /** @throws Refusal 404; 400 without an administrator's reason; 409 when one of the two cannot, or the name is taken. */
  async ask(groupId: string, { intoGroupId, newName, reason }: AskMerge): Promise<MergeView> {
    this.mustSay(await this.standings.ofGroup(groupId), reason);
    const [from, into] = await this.bothLocked(groupId, intoGroupId);
    if (into.siteId !== from.siteId) throw notFound();
    const open = await this.merges.open([from.id, into.id]);
    refuseAsk(whyNotAsk({ from, into, open }));
    if (newName !== undefined) await this.writes.requireFreeName(into, newName);
    const { siteId } = from;
    const pair = { siteId, fromId: from.id, intoId: into.id };
    const mergeId = await this.merges.ask({ ...pair, newName: newName ?? null });
    const payload = { groupId: from.id, mergeId, intoGroupId: into.id };
    await this.work.append({ name: 'group.merge-asked.v1', streamId: from.id, siteId, payload });
    await this.changed(into);
    return this.done(mergeId, `group.merge-asked${suffix(reason)}`);
  }

  /** @throws Refusal 404; 400 without an administrator's reason; 409 when it is answered, or by one person for both. */
  async answer(id: string, { answer, reason }: AnswerMerge): Promise<MergeView> {
    const asked = await this.merges.one(id);
    this.mustSay(await this.standings.ofGroup(asked.intoId), reason);
    const { merge, from, into } = await this.opened(asked);
    const isSamePerson = merge.fromAgreedBy === this.work.who.accountId;
    const explains = reason !== undefined && this.isAdministratorOf(merge.siteId);
    refuseAnswer(whyNotAnswer({ state: merge.state, answer, isSamePerson, explains }));
    if (answer === 'decline') {
      await this.decline(merge);
      return this.done(id, `group.merge-declined${suffix(reason)}`);
    }
    refuseAsk(whyNotAsk({ from, into, open: [] }));
    await this.moves.carryOut(merge, { from, into });
    return this.done(id, `group.merged${suffix(reason)}`);
  }

  /** @throws Refusal 404; 409 when it is answered already. */
  async withdraw(id: string, { reason }: MergeAct): Promise<MergeView> {
    const asked = await this.merges.one(id);
    this.mustSay(await this.standings.ofGroup(asked.fromId), reason);
    const { merge, into } = await this.opened(asked);
    refuseAnswer(
      whyNotAnswer({ state: merge.state, answer: 'decline', isSamePerson: false, explains: false }),
    );
    await this.merges.settle(id, 'withdrawn');
    await this.changed(into);
    return this.done(id, `group.merge-withdrawn${suffix(reason)}`);
  }

  /** @throws Refusal 404; 400 without an administrator's reason; 409 after two weeks, or when the joint group has ended. */
  async undo(id: string, { reason }: MergeAct): Promise<MergeView> {
    const merged = await this.merges.one(id);
    this.mustSay(await this.standings.ofGroup(merged.intoId), reason);
    const { merge, from, into } = await this.opened(merged);
    const today = this.writes.today();
    refuseUndo(whyNotUndo({ state: merge.state, mergedOn: merge.mergedOn, today, into: into.state }));
    await this.undoMoves.carryOut(merge, { from, into });
    return this.done(id, `group.merge-undone${suffix(reason)}`);
  }

  /** Groups first and in one order, then what is between them: nobody waits for each other. */
  private async opened({ id, fromId, intoId }: MergeRow) {
    const [from, into] = await this.bothLocked(fromId, intoId);
    return { merge: await this.merges.locked(id), from, into };
  }

  private async bothLocked(fromId: string, intoId: string): Promise<[FollowOnGroup, FollowOnGroup]> {
    const groups = new Map<string, FollowOnGroup>();
    for (const id of [fromId, intoId].sort()) groups.set(id, await this.writes.locked(id));
    return [groups.get(fromId), groups.get(intoId)] as [FollowOnGroup, FollowOnGroup];
  }

  private mustSay(standing: Standing, reason: Reason): void {
    this.access.require('merge-groups', standing);
    if (reason === undefined && this.access.needsReason('merge-groups', standing))
      throw invalid('reason', 'Say why you do this for the group. Choose one of the listed reasons.');
  }

  private isAdministratorOf(siteId: string): boolean {
    return this.access.may('merge-groups', { siteId, own: false });
  }

  private async decline({ id: mergeId, siteId, fromId, intoId }: MergeRow): Promise<void> {
    await this.merges.settle(mergeId, 'declined');
    const payload = { groupId: fromId, mergeId, intoGroupId: intoId };
    await this.work.append({ name: 'group.merge-declined.v1', streamId: fromId, siteId, payload });
  }

  /** Its page has something new. */
  private async changed({ id, siteId }: FollowOnGroup): Promise<void> {
    await this.work.append({ name: 'group.changed.v1', streamId: id, siteId, payload: { groupId: id } });
  }

  private async done(id: string, what: string): Promise<MergeView> {
    const row = await this.merges.one(id);
    await this.audit.record({ what, siteId: row.siteId, subject: id });
    return this.views.one(row);
  }
}

const suffix = (reason: Reason): string => (reason ? `.${reason}` : '');
