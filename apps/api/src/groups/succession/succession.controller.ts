import { GroupRoleParam, GroupRoleView } from '@followon/shared/contract/groups';
import { IdParam, PageQuery } from '@followon/shared/contract/page';
import {
  AnswerRoleOffer,
  AskedRolePage,
  NewRoleOffer,
  RoleOfferPage,
  RoleOfferView,
  StepDown,
  SuccessionPage,
  SuccessionQuery,
  WithdrawRoleOffer,
} from '@followon/shared/contract/succession';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allows } from '../../auth/allows.js';
import { RoleOfferAnswers } from './role-offer-answers.js';
import { RoleOffersService } from './role-offers.service.js';
import { StepDownService } from './step-down.service.js';
import { SuccessionQueries } from './succession-queries.js';

interface OfOne {
  readonly id: string;
}
type Paging = z.infer<typeof PageQuery>;

@ApiTags('groups')
@Controller()
export class SuccessionController {
  constructor(
    private readonly offers: RoleOffersService,
    private readonly answers: RoleOfferAnswers,
    private readonly leaving: StepDownService,
    private readonly successions: SuccessionQueries,
  ) {}

  @Get('groups/:id/role-offers')
  @Allows('see-group')
  @ApiOkResponse({ standardSchema: RoleOfferPage })
  ofGroup(@Param({ schema: IdParam }) { id }: OfOne, @Query({ schema: PageQuery }) query: Paging) {
    return this.offers.list(id, query);
  }

  @Post('groups/:id/role-offers')
  @Allows('offer-role', 'name-ptv')
  @ApiCreatedResponse({ standardSchema: RoleOfferView })
  offer(@Param({ schema: IdParam }) { id }: OfOne, @Body({ schema: NewRoleOffer }) body: NewRoleOffer) {
    return this.offers.offer(id, body);
  }

  /** What the reader is asked to be. */
  @Get('role-offers')
  @Allows('answer-role')
  @ApiOkResponse({ standardSchema: AskedRolePage })
  mine(@Query({ schema: PageQuery }) query: Paging) {
    return this.offers.mine(query);
  }

  @Post('role-offers/:id/answer')
  @HttpCode(200)
  @Allows('answer-role')
  @ApiOkResponse({ standardSchema: RoleOfferView })
  answer(
    @Param({ schema: IdParam }) { id }: OfOne,
    @Body({ schema: AnswerRoleOffer }) { answer }: AnswerRoleOffer,
  ) {
    return this.answers.answerAsReader(id, answer);
  }

  @Post('role-offers/:id/withdraw')
  @HttpCode(200)
  @Allows('offer-role', 'name-ptv')
  @ApiOkResponse({ standardSchema: RoleOfferView })
  withdraw(
    @Param({ schema: IdParam }) { id }: OfOne,
    @Body({ schema: WithdrawRoleOffer }) { reason }: WithdrawRoleOffer,
  ) {
    return this.offers.withdraw(id, reason);
  }

  @Post('groups/:id/roles/:roleId/step-down')
  @HttpCode(200)
  @Allows('step-down')
  @ApiOkResponse({ standardSchema: GroupRoleView })
  stepDown(
    @Param({ schema: GroupRoleParam }) { id, roleId }: z.infer<typeof GroupRoleParam>,
    @Body({ schema: StepDown }) { on }: StepDown,
  ) {
    return this.leaving.stepDown(id, { id: roleId, on });
  }

  /** A day that was told is taken back. */
  @Delete('groups/:id/roles/:roleId/step-down')
  @Allows('step-down')
  @ApiOkResponse({ standardSchema: GroupRoleView })
  stay(@Param({ schema: GroupRoleParam }) { id, roleId }: z.infer<typeof GroupRoleParam>) {
    return this.leaving.stay(id, roleId);
  }

  @Get('successions')
  @Allows('see-successions')
  @ApiOkResponse({ standardSchema: SuccessionPage })
  list(@Query({ schema: SuccessionQuery }) query: SuccessionQuery) {
    return this.successions.page(query);
  }
}
