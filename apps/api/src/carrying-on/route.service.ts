import type { ChooseRoute, ChosenRoute } from '@followon/shared/contract/carrying-on';
import type { HandoverView } from '@followon/shared/contract/handovers';
import { Handover } from '@followon/shared/db/handovers/handover.entity';
import type { RouteFacts } from '@followon/shared/rules/handover/route-fits';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import type { Standing } from '../auth/standing.js';
import { Standings } from '../auth/standing.js';
import { FactsThatTick } from '../handovers/facts-that-tick.js';
import { HandoversService } from '../handovers/handovers.service.js';
import { checkVersion } from '../http/etag.js';
import { notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import { InterestQueries } from './interest-queries.js';
import { suggestionFor } from './interest.service.js';
import { isSameChoice, nameTheGroup, refuseTooLate, refuseUnfit, RouteChoice } from './route-choice.js';

/** Writes down how the people of a programme chose to carry on. What follows for the checklist is the worker's. */
@Injectable()
export class RouteService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly interests: InterestQueries,
    private readonly choices: RouteChoice,
    private readonly facts: FactsThatTick,
    private readonly handovers: HandoversService,
  ) {}

  /**
   * Choosing the same again changes nothing.
   * @throws Refusal 404, also for a foreign group or programme; 428, 412; 409 when it is too late or does not fit, with what
   * would fit.
   */
  async choose(id: string, choice: ChooseRoute, version: number | undefined): Promise<HandoverView> {
    const handover = await this.locked(id);
    this.access.require('choose-route', await this.standing(handover));
    checkVersion(handover.version, version);
    refuseTooLate(handover);
    const chosen = await this.choices.named(handover, choice);
    if (!isSameChoice(handover, chosen)) await this.write(handover, choice, chosen);
    return this.handovers.one(id);
  }

  /**
   * The answer to a task that asks for the way. Nothing follows from the word of somebody who may not choose; whom the
   * group named before stays named.
   * @throws Refusal 409 as {@link choose}
   */
  async chooseByAnswer(id: string, route: ChosenRoute): Promise<void> {
    const handover = await this.locked(id);
    if (!this.access.may('choose-route', await this.standing(handover))) return;
    if (handover.routeChosenAt !== null && handover.route === route) return;
    refuseTooLate(handover);
    await this.write(handover, { route }, { route, withGroupId: null, withProgrammeId: null });
  }

  /** A group to join has to be named, which the answer to a task cannot. @throws Refusal 409 until one was chosen */
  async joinByAnswer(id: string): Promise<void> {
    const handover = await this.locked(id);
    if (!this.access.may('choose-route', await this.standing(handover))) return;
    if (handover.routeChosenAt === null || handover.route !== 'join') throw nameTheGroup();
  }

  /**
   * They wanted none, were asked once more, and would like a group: the handover is open again, with a list of tasks. What
   * they were counted for then says nothing now, so nothing of it stands against a group.
   */
  async reopenByAnswer(id: string): Promise<void> {
    const handover = await this.locked(id);
    if (handover.state !== 'declined') return;
    if (!this.access.may('choose-route', await this.standing(handover))) return;
    const situation = await this.interests.situation(programmeOf(handover));
    const again = { state: 'open', declinedOn: null } as const;
    await this.save(handover, {
      ...again,
      ...newGroup,
      suggestedRoute: suggestionFor(situation)?.route ?? null,
    });
    await this.announce(handover, programmeOf(handover), newGroup);
  }

  private async write(
    handover: Handover,
    choice: ChooseRoute,
    chosen: Awaited<ReturnType<RouteChoice['named']>>,
  ): Promise<void> {
    const programmeId = programmeOf(handover);
    const situation = await this.interests.situation(programmeId);
    refuseUnfit(choice, withNamed(situation.facts, chosen));
    await this.save(handover, { ...chosen, suggestedRoute: suggestionFor(situation)?.route ?? null });
    await this.announce(handover, programmeId, choice);
  }

  private async save(handover: Handover, changes: Partial<Handover>): Promise<void> {
    await this.work.repository(Handover).update(handover.id, {
      ...changes,
      routeChosenAt: this.work.now(),
      routeChosenBy: this.work.who.accountId,
      version: handover.version + 1,
    });
  }

  private async announce(handover: Handover, programmeId: string, { route }: ChooseRoute): Promise<void> {
    const { id, siteId, route: from } = handover;
    const eventId = await this.work.append({
      ...{ name: 'handover.route-chosen.v1', streamId: programmeId, siteId },
      payload: { programmeId, handoverId: id, from, route },
    });
    await this.facts.tick(programmeId, { key: 'choose_route', evidence: { choice: route }, eventId });
    await this.audit.record({ what: 'handover.route-chosen', siteId, subject: id });
  }

  private async locked(id: string): Promise<Handover> {
    const lock = { mode: 'pessimistic_write' } as const;
    const handover = await this.work.repository(Handover).findOne({ where: { id }, lock });
    if (!handover) throw notFound();
    return handover;
  }

  private standing({ programmeId, groupId }: Handover): Promise<Standing> {
    return programmeId ? this.standings.ofProgramme(programmeId) : this.standings.ofGroup(groupId ?? '');
  }
}

const newGroup = { route: 'new', withGroupId: null, withProgrammeId: null } as const;

/** Whoever is named is there, however far away it ends. */
const withNamed = (
  facts: RouteFacts,
  { withGroupId, withProgrammeId }: { withGroupId: string | null; withProgrammeId: string | null },
): RouteFacts => ({
  ...facts,
  hasGroup: facts.hasGroup || withGroupId !== null,
  hasPartner: facts.hasPartner || withProgrammeId !== null,
});

function programmeOf({ programmeId }: Handover): string {
  if (!programmeId) throw notFound();
  return programmeId;
}
