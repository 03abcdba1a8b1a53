import { Module } from '@nestjs/common';
import { GroupQueries } from './group-queries.js';
import { GroupReader } from './group-reader.js';
import { GroupWrites } from './group-writes.js';
import { GroupsController } from './groups.controller.js';
import { GroupsService } from './groups.service.js';
import { MemberQueries } from './people/member-queries.js';
import { MembersService } from './people/members.service.js';
import { PeopleController } from './people/people.controller.js';
import { RoleQueries } from './people/role-queries.js';
import { RolesService } from './people/roles.service.js';
import { ReportQueries } from './reports/report-queries.js';
import { ReportsController } from './reports/reports.controller.js';
import { ReportsService } from './reports/reports.service.js';

@Module({
  controllers: [GroupsController, PeopleController, ReportsController],
  providers: [
    GroupsService,
    GroupReader,
    GroupQueries,
    GroupWrites,
    MembersService,
    MemberQueries,
    RolesService,
    RoleQueries,
    ReportsService,
    ReportQueries,
  ],
})
export class GroupsModule {}
