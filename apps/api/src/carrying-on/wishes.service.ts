import type { ForecastView, FoundingWish, WishTaken } from '@followon/shared/contract/carrying-on';
import type { ForecastFacts } from '@followon/shared/rules/handover/founding-forecast';
import { foundingForecast } from '@followon/shared/rules/handover/founding-forecast';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { Standings } from '../auth/standing.js';
import { conflict } from '../http/problem.js';
import { Work } from '../work/work.js';
import { InterestQueries } from './interest-queries.js';
import { alreadyOver } from './interest.service.js';

/** Far more than a programme has people: whoever puts in more is not counting people. */
const MOST_WISHES = 200;

/** The id is made by chance and there is no time in the row, so nothing says which slip came when. */
const ADD = `
  insert into founding_wish (site_id, programme_id, interest, distance, times, would_host, way)
  select p.site_id, p.id, $2, $3, $4::text[], $5::boolean, $6 from programme p where p.id = $1`;

const ALL = `
  select interest, distance, times, would_host as "wouldHost", way from founding_wish where programme_id = $1 order by id`;

type Row = { readonly [K in keyof FoundingWish]: FoundingWish[K] | null };

const wishOf = ({ interest, distance, times, wouldHost, way }: Row) =>
  ({
    ...{ interest, times: times ?? [] },
    ...{ distance: distance ?? undefined, wouldHost: wouldHost ?? undefined, way: way ?? undefined },
  }) as ForecastFacts['wishes'][number];

/** Slips of paper in a hat: put in without a name, read only together, thrown away at the sign-off. */
@Injectable()
export class WishesService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly interests: InterestQueries,
  ) {}

  /** From paper, typed in by somebody who stands beside the programme. @throws Refusal 404; 409 as {@link add}. */
  async typeIn(programmeId: string, wish: FoundingWish): Promise<WishTaken> {
    this.access.require('record-interest', await this.standings.ofProgramme(programmeId));
    return this.add(programmeId, wish);
  }

  /**
   * For whoever may put one in; the caller has asked. Nothing is noted down or announced: who, when and what of a slip is
   * nobody's.
   * @throws Refusal 404; 409 once the programme is handed over, or when there are more slips than people can be.
   */
  async add(programmeId: string, wish: FoundingWish): Promise<WishTaken> {
    const { isOver, wishes } = await this.interests.of(programmeId);
    if (isOver) throw alreadyOver();
    if (wishes >= MOST_WISHES) {
      throw conflict('wishes.too-many', 'There are more slips than there can be people.', {
        detail: 'Nothing was added. The forecast counts those that are there.',
      });
    }
    const { interest, distance = null, times, wouldHost = null, way = null } = wish;
    await this.work.manager.query(ADD, [programmeId, interest, distance, times, wouldHost, way]);
    return { wishes: wishes + 1 };
  }

  /** @throws Refusal 404 */
  async forecast(programmeId: string): Promise<ForecastView> {
    this.access.require('see-forecast', await this.standings.ofProgramme(programmeId));
    const { facts } = await this.interests.situation(programmeId);
    const rows: Row[] = await this.work.manager.query(ALL, [programmeId]);
    const by = facts.mode === 'online' ? 'online' : 'in-person';
    return viewOf({ wishes: rows.map(wishOf), minimum: facts.minimum, by });
  }
}

function viewOf(facts: ForecastFacts): ForecastView {
  const { minimum, by } = facts;
  const forecast = foundingForecast(facts);
  const { answers, looks } = forecast;
  if (forecast.looks === 'too-few-answers')
    return { answers, looks, minimum, by, atBest: null, bestTimes: [], otherWay: null, missing: [] };
  const { atBest, bestTimes, otherWay = null, missing } = forecast;
  return {
    ...{ answers, looks, minimum, by, atBest, otherWay },
    bestTimes: [...bestTimes],
    missing: [...missing],
  };
}
