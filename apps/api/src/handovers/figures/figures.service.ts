import type {
  FiguresQuery,
  HandoverFigures,
  SiteHandoverFigures,
} from '@followon/shared/contract/handover-figures';
import { toldCount, toldFigure } from '@followon/shared/rules/disclosure/small-counts';
import { daysSpread } from '@followon/shared/rules/handover/first-meeting-days';
import { currencyOf } from '@followon/shared/rules/volunteer/currency';
import { Injectable } from '@nestjs/common';
import { Access } from '../../auth/access.js';
import { scopeOf } from '../../auth/scope.js';
import { Work } from '../../work/work.js';
import type { Counts, Ending, Expiring, FirstMeeting, SiteName, Where } from './figures-queries.js';
import { FiguresQueries } from './figures-queries.js';

interface Facts {
  readonly ending: readonly Ending[];
  readonly counts: readonly Counts[];
  readonly firstMeetings: readonly FirstMeeting[];
  readonly expiring: readonly Expiring[];
}

/** What the people who run a site's handovers look at, and what somebody outside the site may see of it. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly queries: FiguresQueries,
  ) {}

  /** A foreign site is an empty list. */
  async of({ site }: FiguresQuery): Promise<HandoverFigures> {
    const { everywhere, sites } = scopeOf(this.work.who, 'see-handover-figures');
    const where: Where = { everywhere, sites, site };
    const names = await this.queries.sites(where);
    const facts: Facts = {
      ending: await this.queries.endingWithoutVolunteer(where),
      counts: await this.queries.counts(where),
      firstMeetings: await this.queries.firstMeetings(where),
      expiring: await this.queries.expiring(where),
    };
    return { items: names.map((name) => this.site(name, ofSite(facts, name.siteId))), nextCursor: null };
  }

  private site(name: SiteName, facts: Facts): SiteHandoverFigures {
    const figures = this.access.figures('see-handover-figures', { siteId: name.siteId, own: false });
    const whole = this.whole(name, facts);
    return figures === 'whole' ? whole : asSeenFromOutside(whole);
  }

  private whole(name: SiteName, { ending, counts, firstMeetings, expiring }: Facts): SiteHandoverFigures {
    const { late = 0, underWay = 0, withVolunteer = 0 } = counts[0] ?? {};
    const days = firstMeetings.flatMap((meeting) => meeting.days ?? []);
    const today = this.queries.today();
    const dated = (until: string | null) => ({ until, state: currencyOf(until, today) });
    return {
      ...name,
      withoutVolunteer: {
        count: ending.length,
        items: ending.map(({ siteId: _site, ...programme }) => programme),
      },
      lateHandovers: late,
      firstMeeting: { ...daysSpread(days), notYet: firstMeetings.length - days.length },
      withVolunteer: {
        ...{ of: underWay, count: withVolunteer },
        percent: underWay === 0 ? null : Math.round((100 * withVolunteer) / underWay),
      },
      expiring: {
        count: expiring.length,
        items: expiring.map(({ accountId, displayName, trainingUntil, checksUntil }) => ({
          ...{ accountId, displayName, training: dated(trainingUntil), checks: dated(checksUntil) },
        })),
      },
    };
  }
}

function ofSite(facts: Facts, id: string): Facts {
  const only = <T extends { readonly siteId: string }>(rows: readonly T[]) =>
    rows.filter(({ siteId }) => siteId === id);
  return {
    ending: only(facts.ending),
    counts: only(facts.counts),
    firstMeetings: only(facts.firstMeetings),
    expiring: only(facts.expiring),
  };
}

/**
 * No names, no list of single programmes or people. Counts of programmes and handovers are told; what stands for people or
 * is worked out of a few is not.
 */
function asSeenFromOutside(site: SiteHandoverFigures): SiteHandoverFigures {
  const { firstMeeting, withVolunteer, expiring } = site;
  const n = firstMeeting.n ?? 0;
  const told = (figure: number | null) => toldFigure(figure, n);
  const of = withVolunteer.of ?? 0;
  return {
    ...site,
    withoutVolunteer: { count: site.withoutVolunteer.count, items: null },
    firstMeeting: {
      n: toldCount(n),
      median: told(firstMeeting.median),
      lowerQuartile: told(firstMeeting.lowerQuartile),
      upperQuartile: told(firstMeeting.upperQuartile),
      notYet: toldCount(firstMeeting.notYet ?? 0),
    },
    withVolunteer: {
      of,
      count: toldFigure(withVolunteer.count, of),
      percent: toldFigure(withVolunteer.percent, of),
    },
    expiring: { count: toldCount(expiring.count ?? 0), items: null },
  };
}
