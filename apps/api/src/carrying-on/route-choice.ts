import type { ChooseRoute, ChosenRoute } from '@followon/shared/contract/carrying-on';
import { FollowOnGroup } from '@followon/shared/db/groups/group.entity';
import type { Handover } from '@followon/shared/db/handovers/handover.entity';
import { Programme } from '@followon/shared/db/programmes/programme.entity';
import type { Fit, RouteFacts } from '@followon/shared/rules/handover/route-fits';
import { isChoosable, routeFits } from '@followon/shared/rules/handover/route-fits';
import { possibleRoutes } from '@followon/shared/rules/handover/suggest-route';
import { Injectable } from '@nestjs/common';
import type { Refusal } from '../http/problem.js';
import { conflict, invalid, notFound } from '../http/problem.js';
import { Work } from '../work/work.js';

type Chosen = Pick<Handover, 'route' | 'withGroupId' | 'withProgrammeId'>;

const WHY_NOT: { readonly [B in Exclude<Fit, { fit: 'yes' }>['because']]: readonly [string, string] } = {
  'fewer-than-minimum': [
    'Fewer people than a group usually needs would come.',
    'The group decides. If it knows this and chooses it all the same, say so; or choose another way.',
  ],
  'no-partner': [
    'No other programme of this site ends at about the same time.',
    'The group may wait for one until six weeks after its last session, if it knows this; or choose another way.',
  ],
  'one-person': ['One person cannot start this alone.', 'Choose another way. Nothing was changed.'],
  'no-group': ['No group of this site meets at present.', 'Choose another way. Nothing was changed.'],
};

/** What stands against a choice, and whom it names. */
@Injectable()
export class RouteChoice {
  constructor(private readonly work: Work) {}

  /** A group that meets, or a programme of the same site. @throws Refusal 404, 400, 409 */
  async named(handover: Handover, { route, joinGroupId, mergeProgrammeId }: ChooseRoute): Promise<Chosen> {
    if (joinGroupId) await this.requireGroup(handover.siteId, joinGroupId);
    if (mergeProgrammeId) await this.requireProgramme(handover, mergeProgrammeId);
    return { route, withGroupId: joinGroupId ?? null, withProgrammeId: mergeProgrammeId ?? null };
  }

  private async requireGroup(siteId: string, id: string): Promise<void> {
    const group = await this.work.repository(FollowOnGroup).findOneBy({ id, siteId });
    if (!group) throw notFound();
    if (group.state === 'meeting' || group.state === 'forming') return;
    throw conflict('route.group-not-meeting', 'This group does not meet at present.', {
      detail: 'Choose a group that meets, or another way. Nothing was changed.',
    });
  }

  private async requireProgramme({ siteId, programmeId }: Handover, id: string): Promise<void> {
    if (!(await this.work.repository(Programme).existsBy({ id, siteId }))) throw notFound();
    if (id === programmeId)
      throw invalid('mergeProgrammeId', 'This is the programme itself. Choose another one of the site.');
  }
}

/** @throws Refusal 409 with what would fit instead; a group that insists is let through where it may. */
export function refuseUnfit({ route, insists = false }: ChooseRoute, facts: RouteFacts): void {
  const fit = routeFits(route, facts);
  if (isChoosable(fit, insists)) return;
  throw unfit(fit, fitting(facts));
}

const fitting = (facts: RouteFacts): ChosenRoute[] =>
  possibleRoutes(facts)
    .filter(({ fit }) => fit === 'yes')
    .map(({ route }) => route);

function unfit(fit: Fit, wouldFit: ChosenRoute[]): Refusal {
  const because = fit.fit === 'yes' ? 'no-group' : fit.because;
  const [title, detail] = WHY_NOT[because];
  return conflict(`route.${because}`, title, { detail, wouldFit });
}

/**
 * Open until the sign-off. A merge that found nobody may be chosen anew afterwards too: six weeks on its people are asked.
 * @throws Refusal 409
 */
export function refuseTooLate({ kind, state, route, withProgrammeId }: Handover): void {
  if (kind !== 'programme') {
    throw conflict('route.of-a-group', 'This list belongs to a group that has found its way.', {
      detail: 'There is no way to choose here.',
    });
  }
  const waits = route === 'merge' && withProgrammeId === null && state !== 'closed' && state !== 'declined';
  if (state === 'open' || waits) return;
  throw conflict('route.after-sign-off', 'This programme has been handed over.', {
    detail: 'How the group goes on is its own affair now. Nothing was changed.',
  });
}

export const isSameChoice = (handover: Handover, chosen: Chosen): boolean =>
  handover.routeChosenAt !== null &&
  handover.route === chosen.route &&
  handover.withGroupId === chosen.withGroupId &&
  handover.withProgrammeId === chosen.withProgrammeId;

export const nameTheGroup = (): Refusal =>
  conflict('route.name-the-group', 'Which group would they like to join?', {
    detail: 'Choose it among the ways to carry on, on the page of the programme. Nothing was changed.',
  });
