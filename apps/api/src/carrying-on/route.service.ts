import type { ChooseRoute } from '@followon/shared/contract/carrying-on';
import type { HandoverView } from '@followon/shared/contract/handovers';
import { Handover } from '@followon/shared/db/handovers/handover.entity';
import type { RouteFacts } from '@followon/shared/rules/handover/route-fits';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import { Standings } from '../auth/standing.js';
import { FactsThatTick } from '../handovers/facts-that-tick.js';
import { HandoversService } from '../handovers/handovers.service.js';
import { checkVersion } from '../http/etag.js';
import { notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import { InterestQueries } from './interest-queries.js';
import { suggestionFor } from './interest.service.js';
import { isSameChoice, refuseTooLate, refuseUnfit, RouteChoice } from './route-choice.js';

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
    await this.requireRight(handover);
    checkVersion(handover.version, version);
    refuseTooLate(handover);
    const chosen = await this.choices.named(handover, choice);
    if (!isSameChoice(handover, chosen)) await this.write(handover, choice, chosen);
    return this.handovers.one(id);
  }

  private async write(
    handover: Handover,
    choice: ChooseRoute,
    chosen: Awaited<ReturnType<RouteChoice['named']>>,
  ): Promise<void> {
    const programmeId = programmeOf(handover);
    const situation = await this.interests.situation(programmeId);
    refuseUnfit(choice, withNamed(situation.facts, chosen));
    await this.work.repository(Handover).update(handover.id, {
      ...chosen,
      suggestedRoute: suggestionFor(situation)?.route ?? null,
      routeChosenAt: this.work.now(),
      routeChosenBy: this.work.who.accountId,
      version: handover.version + 1,
    });
    await this.announce(handover, programmeId, choice);
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

  private async requireRight({ programmeId, groupId }: Handover): Promise<void> {
    const standing = programmeId
      ? await this.standings.ofProgramme(programmeId)
      : await this.standings.ofGroup(groupId ?? '');
    this.access.require('choose-route', standing);
  }
}

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
