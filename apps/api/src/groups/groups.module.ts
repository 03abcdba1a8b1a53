import { Module } from '@nestjs/common';
import { WishesModule } from '../wishes/wishes.module.js';
import { EndingsService } from './endings.service.js';
import { GroupQueries } from './group-queries.js';
import { GroupReader } from './group-reader.js';
import { GroupWrites } from './group-writes.js';
import { GroupsController } from './groups.controller.js';
import { GroupsService } from './groups.service.js';
import { OwnAffairs } from './own-affairs.js';
import { KindnessController } from './kindness/kindness.controller.js';
import { KindnessService } from './kindness/kindness.service.js';
import { GroupSides } from './merges/group-sides.js';
import { Lineage } from './merges/lineage.js';
import { MergeMoves } from './merges/merge-moves.js';
import { MergeRows } from './merges/merge-rows.js';
import { MergeViews } from './merges/merge-views.js';
import { MergesController } from './merges/merges.controller.js';
import { MergesService } from './merges/merges.service.js';
import { UndoMoves } from './merges/undo-moves.js';
import { FirstPeople } from './people/first-people.js';
import { MemberQueries } from './people/member-queries.js';
import { MemberWishes } from './people/member-wishes.js';
import { MembersService } from './people/members.service.js';
import { PeopleController } from './people/people.controller.js';
import { RoleQueries } from './people/role-queries.js';
import { RolesService } from './people/roles.service.js';
import { WishesOfMemberController } from './people/wishes-of-member.controller.js';
import { WishesOfMember } from './people/wishes-of-member.service.js';
import { ReportQueries } from './reports/report-queries.js';
import { ReportsController } from './reports/reports.controller.js';
import { ReportsService } from './reports/reports.service.js';
import { RoleOfferAnswers } from './succession/role-offer-answers.js';
import { RoleOfferQueries } from './succession/role-offer-queries.js';
import { RoleOffersService } from './succession/role-offers.service.js';
import { StepDownService } from './succession/step-down.service.js';
import { SuccessionQueries } from './succession/succession-queries.js';
import { SuccessionController } from './succession/succession.controller.js';

@Module({
  imports: [WishesModule],
  controllers: [
    GroupsController,
    PeopleController,
    WishesOfMemberController,
    ReportsController,
    KindnessController,
    MergesController,
    SuccessionController,
  ],
  providers: [
    GroupsService,
    GroupReader,
    GroupQueries,
    GroupWrites,
    OwnAffairs,
    EndingsService,
    MembersService,
    MemberQueries,
    MemberWishes,
    WishesOfMember,
    RolesService,
    RoleQueries,
    FirstPeople,
    ReportsService,
    ReportQueries,
    KindnessService,
    ...[MergesService, MergeRows, MergeViews, MergeMoves, UndoMoves, GroupSides, Lineage],
    ...[RoleOffersService, RoleOfferAnswers, RoleOfferQueries, StepDownService, SuccessionQueries],
  ],
  exports: [RoleOfferAnswers],
})
export class GroupsModule {}
