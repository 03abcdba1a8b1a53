import type { Page } from '@followon/shared/contract/page';
import type { VolunteerQuery, VolunteerView } from '@followon/shared/contract/volunteers';
import { Injectable } from '@nestjs/common';
import { pageOfRows } from '../http/cursor.js';
import type { VolunteerRow } from './volunteer-queries.js';
import { positionOf, VolunteerQueries } from './volunteer-queries.js';

const view = ({ id, siteId, displayName, openTasks, pausedUntil }: VolunteerRow): VolunteerView => ({
  id,
  siteId,
  displayName,
  openTasks,
  pausedUntil,
});

@Injectable()
export class VolunteersService {
  constructor(private readonly volunteers: VolunteerQueries) {}

  async list(query: VolunteerQuery): Promise<Page<VolunteerView>> {
    const rows = await this.volunteers.list(query);
    return pageOfRows(rows, { limit: query.limit, position: positionOf, view });
  }
}
