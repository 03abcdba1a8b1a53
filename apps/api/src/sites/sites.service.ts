import type { Page, PageQuery } from '@followon/shared/contract/page';
import type { SiteOverview, SiteView } from '@followon/shared/contract/sites';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Access } from '../auth/access.js';
import { scopeOf } from '../auth/scope.js';
import { pageOfRows, readCursor } from '../http/cursor.js';
import { notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import { SitePosition, SiteQueries } from './site-queries.js';

@Injectable()
export class SitesService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly sites: SiteQueries,
  ) {}

  /** Every site where the reader holds a role, by name. */
  async list({ cursor, limit }: z.infer<typeof PageQuery>): Promise<Page<SiteView>> {
    const rows = await this.sites.list(readCursor(SitePosition, cursor), limit + 1);
    return pageOfRows(rows, {
      limit,
      position: ({ sortName, id }) => [sortName, id],
      view: ({ id, name, country }) => ({ id, name, country }),
    });
  }

  /** The counts of every site whose administrator the reader is; empty when there is none. */
  network(): Promise<SiteOverview[]> {
    return this.sites.overviews(scopeOf(this.work.who, 'see-network'));
  }

  /**
   * Counts of groups, tasks and alerts, never of people, so that small numbers need no hiding.
   * @throws Refusal 404
   */
  async overview(siteId: string): Promise<SiteOverview> {
    this.access.require('see-overview', { siteId, own: false });
    const [overview] = await this.sites.overviews({ everywhere: false, sites: [siteId] });
    if (!overview) throw notFound();
    return overview;
  }
}
