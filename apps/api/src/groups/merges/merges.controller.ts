import {
  AnswerMerge,
  AskMerge,
  LineageView,
  MergeAct,
  MergeChoicePage,
  MergePage,
  MergeView,
} from '@followon/shared/contract/merges';
import { IdParam } from '@followon/shared/contract/page';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../../auth/allows.js';
import { Lineage } from './lineage.js';
import { MergesService } from './merges.service.js';

interface OfOne {
  readonly id: string;
}

@ApiTags('groups')
@Controller()
export class MergesController {
  constructor(
    private readonly merges: MergesService,
    private readonly lineages: Lineage,
  ) {}

  @Get('groups/:id/merges')
  @Allows('merge-groups')
  @ApiOkResponse({ standardSchema: MergePage })
  list(@Param({ schema: IdParam }) { id }: OfOne) {
    return this.merges.list(id);
  }

  /** Groups of the site that could be asked, by name and rhythm. */
  @Get('groups/:id/merge-choices')
  @Allows('merge-groups')
  @ApiOkResponse({ standardSchema: MergeChoicePage })
  choices(@Param({ schema: IdParam }) { id }: OfOne) {
    return this.merges.choices(id);
  }

  /** Which groups went on in this one, and where this one goes on. */
  @Get('groups/:id/lineage')
  @Allows('see-group')
  @ApiOkResponse({ standardSchema: LineageView })
  lineage(@Param({ schema: IdParam }) { id }: OfOne) {
    return this.lineages.of(id);
  }

  @Post('groups/:id/merge')
  @Allows('merge-groups')
  @ApiCreatedResponse({ standardSchema: MergeView })
  ask(@Param({ schema: IdParam }) { id }: OfOne, @Body({ schema: AskMerge }) body: AskMerge) {
    return this.merges.ask(id, body);
  }

  @Post('group-merges/:id/answer')
  @HttpCode(200)
  @Allows('merge-groups')
  @ApiOkResponse({ standardSchema: MergeView })
  answer(@Param({ schema: IdParam }) { id }: OfOne, @Body({ schema: AnswerMerge }) body: AnswerMerge) {
    return this.merges.answer(id, body);
  }

  @Post('group-merges/:id/withdraw')
  @HttpCode(200)
  @Allows('merge-groups')
  @ApiOkResponse({ standardSchema: MergeView })
  withdraw(@Param({ schema: IdParam }) { id }: OfOne, @Body({ schema: MergeAct }) body: MergeAct) {
    return this.merges.withdraw(id, body);
  }

  /** For two weeks: what was moved goes back, what happened since stays. */
  @Post('group-merges/:id/undo')
  @HttpCode(200)
  @Allows('merge-groups')
  @ApiOkResponse({ standardSchema: MergeView })
  undo(@Param({ schema: IdParam }) { id }: OfOne, @Body({ schema: MergeAct }) body: MergeAct) {
    return this.merges.undo(id, body);
  }
}
