import { Injectable } from '@nestjs/common';
import type { Standing } from '../auth/standing.js';
import { Standings } from '../auth/standing.js';
import { notFound } from '../http/problem.js';

/** How the signed-in person stands to what an alert is about: a group or, while there is none, a programme. */
@Injectable()
export class AlertStandings {
  constructor(private readonly standings: Standings) {}

  /** @throws Refusal 404 */
  of({
    groupId,
    programmeId,
  }: {
    readonly groupId: string | null;
    readonly programmeId: string | null;
  }): Promise<Standing> {
    if (groupId) return this.standings.ofGroup(groupId);
    if (programmeId) return this.standings.ofProgramme(programmeId);
    throw notFound();
  }
}
