import type {
  ChangeRest,
  GroupPatch,
  GroupView,
  NewGroup,
  RestGroup,
} from '@followon/shared/contract/groups';
import type { FollowOnGroup } from '@followon/shared/db/groups/group.entity';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import type { Standing } from '../auth/standing.js';
import { Standings } from '../auth/standing.js';
import { checkVersion } from '../http/etag.js';
import { conflict, invalid, notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import { GroupReader } from './group-reader.js';
import { GroupWrites } from './group-writes.js';
import { OwnAffairs, suffix } from './own-affairs.js';

/** What happens to a group as a whole: it forms, changes its name or rhythm, takes a break, comes back, ends. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly reader: GroupReader,
    private readonly writes: GroupWrites,
    private readonly affairs: OwnAffairs,
  ) {}

  /** @throws Refusal 404 for a foreign site or programme; 409 when the name is taken; 400 for a day to come. */
  async create(body: NewGroup): Promise<GroupView> {
    const { siteId, programmeId = null, formedOn = null } = body;
    const standing = await this.requireForming(siteId, programmeId);
    if (formedOn !== null && formedOn > this.writes.today())
      throw invalid(
        'formedOn',
        'This day is still to come. Choose today or an earlier day, or leave it out.',
      );
    const groupId = await this.writes.create(body);
    const formed = { name: 'group.formed.v1', payload: { groupId, programmeId, formedOn } } as const;
    await this.work.append({ ...formed, streamId: groupId, siteId });
    await this.audit.record({ what: 'group.formed', siteId, subject: groupId });
    return this.reader.formed(groupId, standing);
  }

  /** @throws Refusal 404, 428, 412; 409 when the name is taken. */
  async change(id: string, patch: GroupPatch, version: number | undefined): Promise<GroupView> {
    this.requireFor(patch, await this.standings.ofGroup(id));
    const group = await this.writes.locked(id);
    checkVersion(group.version, version);
    await this.writes.change(group, patch);
    const { siteId } = group;
    await this.work.append({ name: 'group.changed.v1', streamId: id, siteId, payload: { groupId: id } });
    return this.done(group, whatChanged(patch));
  }

  /**
   * A break from today. `until` is the first day back.
   * @throws Refusal 404; 400 without the reason that is asked of an administrator; 409 when it rests or has ended.
   */
  async rest(id: string, { reason, ...body }: RestGroup): Promise<GroupView> {
    const group = await this.affairs.enterLive(id, { action: 'rest-group', reason });
    const until = body.until ?? null;
    const from = this.writes.today();
    if (group.state === 'resting') throw conflict('group.resting', 'This group is taking a break already.');
    if (until !== null && until <= from)
      throw invalid('until', 'This is the first day back. Choose a day after today.');
    await this.writes.startRest(group, { from, until });
    await this.writes.change(group, { state: 'resting', restingUntil: until });
    await this.work.append({
      ...{ name: 'group.rested.v1', streamId: id, siteId: group.siteId },
      payload: { groupId: id, from, until },
    });
    return this.done(group, `group.rested${suffix(reason)}`);
  }

  /** @throws Refusal 404; 409 when it is not taking a break. */
  async resume(id: string): Promise<GroupView> {
    const group = await this.affairs.enterLive(id, { action: 'rest-group', reason: 'none-needed' });
    if (group.state !== 'resting') throw conflict('group.not-resting', 'This group is not taking a break.');
    await this.writes.endRest(id);
    const state = (await this.writes.hasMet(id)) ? 'meeting' : 'forming';
    await this.writes.change(group, { state, restingUntil: null });
    await this.work.append({
      ...{ name: 'group.resumed.v1', streamId: id, siteId: group.siteId },
      payload: { groupId: id, on: this.writes.today() },
    });
    return this.done(group, 'group.resumed');
  }

  /**
   * Another day back, while it rests. On that day its contact people are asked if they are ready; nothing starts by itself.
   * @throws Refusal 404; 400 without an administrator's reason or for a day that is past; 409 when it does not rest.
   */
  async changeRest(id: string, { until, reason }: ChangeRest): Promise<GroupView> {
    const group = await this.affairs.enterLive(id, { action: 'rest-group', reason });
    if (group.state !== 'resting') throw conflict('group.not-resting', 'This group is not taking a break.');
    if (until !== null && until <= this.writes.today())
      throw invalid('until', 'This is the first day back. Choose a day after today.');
    const from = await this.writes.moveRest(id, until);
    await this.writes.change(group, { restingUntil: until });
    await this.work.append({
      ...{ name: 'group.rested.v1', streamId: id, siteId: group.siteId },
      payload: { groupId: id, from, until },
    });
    return this.done(group, `group.rest-changed${suffix(reason)}`);
  }

  /**
   * The site's staff may form any group, also a second one of a programme; its volunteer the one that it waits for.
   * @throws Refusal 404; 409 as {@link GroupWrites.refuseSecond}
   */
  private async requireForming(siteId: string, programmeId: string | null): Promise<Standing> {
    const atSite = { siteId, own: false };
    if (programmeId === null || this.access.may('form-group', atSite)) {
      this.access.require('form-group', atSite);
      return atSite;
    }
    const standing = await this.standings.ofProgramme(programmeId);
    this.access.require('form-group', standing);
    if (standing.siteId !== siteId) throw notFound();
    await this.writes.refuseSecond(programmeId);
    return standing;
  }

  /** Silencing a group's messages is its own people's right; the rest of a patch is another one. */
  private requireFor({ messagesOff, ...rest }: GroupPatch, standing: Standing): void {
    if (messagesOff !== undefined) this.access.require('switch-messages', standing);
    if (messagesOff === undefined || Object.keys(rest).length > 0)
      this.access.require('write-group', standing);
  }

  private async done({ id, siteId }: FollowOnGroup, what: string): Promise<GroupView> {
    await this.audit.record({ what, siteId, subject: id });
    return this.reader.one(id);
  }
}

/** Whether people are reached is worth its own word in the audit log. */
const whatChanged = ({ messagesOff }: GroupPatch): string =>
  messagesOff === undefined ? 'group.changed' : `group.messages-${messagesOff ? 'off' : 'on'}`;
