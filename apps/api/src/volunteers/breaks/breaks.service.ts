import type { Page } from '@followon/shared/contract/page';
import type { BreakCover, BreakView, CoverQuery, NewBreak } from '@followon/shared/contract/volunteers';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { coverFor, needsCover } from '@followon/shared/rules/volunteer/cover';
import { sayDate } from '@followon/shared/messages/say';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../auth/access.js';
import { conflict, invalid, notFound } from '../../http/problem.js';
import { Work } from '../../work/work.js';
import { VolunteerQueries } from '../volunteer-queries.js';
import type { BreakRow, TaskWithDeputy } from './break-queries.js';
import { BreakQueries } from './break-queries.js';

const WEEK = 7;

/** A volunteer takes a break, and nobody asks why. The worker finds cover for the tasks of those days. */
@Injectable()
export class BreaksService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly volunteers: VolunteerQueries,
    private readonly breaks: BreakQueries,
  ) {}

  async mine(): Promise<Page<BreakView>> {
    return { items: (await this.breaks.mine()).map(view), nextCursor: null };
  }

  /** @throws Refusal 400 for a site where the person does not volunteer; 409 during another break. */
  async take({ siteId, weeks }: NewBreak): Promise<BreakView> {
    const { accountId } = this.work.who;
    const volunteerId = await this.volunteers.lock({ siteId, accountId });
    if (!volunteerId) throw invalid('siteId', 'You do not volunteer at this site. Choose one of your own.');
    const today = this.volunteers.today();
    const running = await this.breaks.running(volunteerId, today);
    if (running) {
      throw conflict('break.running', `You have a break until ${sayDate(running.untilOn)}.`, {
        detail: 'Come back early first if you want another one.',
      });
    }
    const until = addDays(today, WEEK * weeks);
    const id = await this.breaks.take(siteId, volunteerId, [today, until]);
    const payload = { siteId, volunteerId, from: today, until };
    await this.work.append({ name: 'volunteer.break-started.v1', streamId: siteId, siteId, payload });
    await this.audit.record({ what: 'volunteer.break-started', siteId, subject: volunteerId });
    return this.shown(id);
  }

  /** Back early, or no news of a break that is over. @throws Refusal 404 */
  async end(id: string): Promise<BreakView> {
    const found = await this.breaks.one(id);
    if (!found) throw notFound();
    const { siteId, volunteerId, accountId } = found;
    const own = accountId === this.work.who.accountId;
    this.access.require('take-break', { siteId, own, ownAs: own ? ['volunteer'] : [] });
    const today = this.volunteers.today();
    if (found.endedOn !== null || found.untilOn <= today) return view(found);
    await this.breaks.end(id, today);
    const payload = { siteId, volunteerId, on: today };
    await this.work.append({ name: 'volunteer.break-ended.v1', streamId: siteId, siteId, payload });
    await this.audit.record({ what: 'volunteer.break-ended', siteId, subject: volunteerId });
    return this.shown(id);
  }

  /** Who would look after what, said before the break is taken. */
  async cover(query: CoverQuery): Promise<BreakCover> {
    const today = this.volunteers.today();
    const untilOn = addDays(today, WEEK * Number(query.weeks));
    const tasks = (await this.breaks.covered(query, today)).filter((task) => needsCover(task, untilOn));
    const withDeputy = new Map<string, number>();
    for (const task of tasks) {
      const name = this.coversIt(task, today) ? task.displayName : null;
      if (name !== null) withDeputy.set(name, (withDeputy.get(name) ?? 0) + 1);
    }
    const deputies = [...withDeputy].map(([displayName, count]) => ({ displayName, tasks: count }));
    const covered = deputies.reduce((sum, { tasks: count }) => sum + count, 0);
    return { untilOn, deputies, withLead: tasks.length - covered };
  }

  private coversIt({ accountId, ...facts }: TaskWithDeputy, today: string): boolean {
    const deputy = accountId === null ? undefined : { ...facts, accountId };
    return coverFor(deputy, { owner: this.work.who.accountId, today }).to === 'deputy';
  }

  private async shown(id: string): Promise<BreakView> {
    const row = await this.breaks.one(id);
    if (!row) throw notFound();
    return view(row);
  }
}

const view = ({ volunteerId: _volunteer, accountId: _account, ...row }: BreakRow): BreakView => row;
