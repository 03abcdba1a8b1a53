import type { InterestCounts, InterestView } from '@followon/shared/contract/carrying-on';
import type { RouteSituation } from '@followon/shared/db/handovers/route-facts';
import type { Suggestion } from '@followon/shared/rules/handover/suggest-route';
import { possibleRoutes, suggestRoute } from '@followon/shared/rules/handover/suggest-route';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import type { Standing } from '../auth/standing.js';
import { Standings } from '../auth/standing.js';
import { FactsThatTick } from '../handovers/facts-that-tick.js';
import { checkVersion } from '../http/etag.js';
import { conflict } from '../http/problem.js';
import { Work } from '../work/work.js';
import { InterestQueries } from './interest-queries.js';

/** Undefined while nobody has counted: what is not known suggests nothing. */
export function suggestionFor({ facts }: RouteSituation): Suggestion | undefined {
  const { interest } = facts;
  return interest && suggestRoute({ ...facts, interest });
}

export const alreadyOver = () =>
  conflict('programme.handed-over', 'This programme has been handed over.', {
    detail: 'What was asked before stays as it was.',
  });

const isSame = (one: InterestCounts, other: InterestCounts): boolean =>
  one.yes === other.yes &&
  one.maybe === other.maybe &&
  one.no === other.no &&
  one.otherKind === other.otherKind;

/** How many of a programme would like what, and what that suggests. */
@Injectable()
export class InterestService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly interests: InterestQueries,
    private readonly facts: FactsThatTick,
  ) {}

  /** @throws Refusal 404 */
  async of(programmeId: string): Promise<InterestView> {
    const standing = await this.standings.ofProgramme(programmeId);
    this.access.require('see-forecast', standing);
    return this.view(programmeId, standing);
  }

  /**
   * Counting is the tick of whoever was asked to count.
   * @throws Refusal 404, 409 after the sign-off; 428 and 412 once there are counts.
   */
  async record(
    programmeId: string,
    counts: InterestCounts,
    version: number | undefined,
  ): Promise<InterestView> {
    const standing = await this.standings.ofProgramme(programmeId);
    this.access.require('record-interest', standing);
    const row = await this.interests.of(programmeId);
    if (row.isOver) throw alreadyOver();
    const given = row.version === 0 ? (version ?? 0) : version;
    checkVersion(row.version, given);
    if (!(await this.interests.save(programmeId, counts, row))) checkVersion(row.version + 1, given);
    await this.announce(programmeId, row.siteId, counts);
    return this.view(programmeId, standing);
  }

  /**
   * The answers to the task that asks for the numbers. Nothing follows from the word of somebody who may not record them,
   * nor from the same numbers again.
   * @throws Refusal 409 after the sign-off; 412 when somebody else counted at the same moment.
   */
  async recordByAnswer(programmeId: string, counts: InterestCounts): Promise<void> {
    if (!this.access.may('record-interest', await this.standings.ofProgramme(programmeId))) return;
    const row = await this.interests.of(programmeId);
    const { facts } = await this.interests.situation(programmeId);
    if (facts.interest && isSame(facts.interest, counts)) return;
    if (row.isOver) throw alreadyOver();
    if (!(await this.interests.save(programmeId, counts, row))) checkVersion(row.version + 1, row.version);
    await this.announce(programmeId, row.siteId, counts);
  }

  private async announce(programmeId: string, siteId: string, counts: InterestCounts): Promise<void> {
    const eventId = await this.work.append({
      ...{ name: 'programme.interest-recorded.v1', streamId: programmeId, siteId },
      payload: { programmeId, ...counts },
    });
    const suggestion = suggestionFor(await this.interests.situation(programmeId));
    await this.interests.keepSuggestion(programmeId, suggestion?.route ?? null);
    await this.facts.tick(programmeId, { key: 'interest_poll', eventId });
    await this.audit.record({ what: 'programme.interest-recorded', siteId, subject: programmeId });
  }

  private async view(programmeId: string, standing: Standing): Promise<InterestView> {
    const row = await this.interests.of(programmeId);
    const situation = await this.interests.situation(programmeId);
    const { facts, programmes, askedBy, groups } = situation;
    const suggestion = suggestionFor(situation);
    return {
      ...{ programmeId, counts: facts.interest ?? null, minimum: facts.minimum },
      recordedAt: row.recordedAt?.toISOString() ?? null,
      suggestion: suggestion ? { route: suggestion.route, reasons: [...suggestion.reasons] } : null,
      possible: [...possibleRoutes(facts)],
      ...{ programmes: [...programmes], askedBy: [...askedBy], groups: [...groups] },
      wishes: row.wishes,
      mayRecord: !row.isOver && this.access.may('record-interest', standing),
      version: row.version,
    };
  }
}
