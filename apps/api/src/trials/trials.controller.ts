import { Nothing } from '@followon/shared/contract/handovers';
import { IdParam } from '@followon/shared/contract/page';
import { StartTrial, SwitchOn, TrialsQuery, TrialsView, TrialView } from '@followon/shared/contract/trials';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { TrialsService } from './trials.service.js';

interface OfTrial {
  readonly id: string;
}

@ApiTags('nudge trials')
@Controller('nudge-trials')
export class TrialsController {
  constructor(private readonly trials: TrialsService) {}

  /** Whether messages of a site help: what was asked, what was declared before, and what was found. */
  @Get()
  @Allows('see-nudge-trials')
  @ApiOkResponse({ standardSchema: TrialsView })
  of(@Query({ schema: TrialsQuery }) { site }: TrialsQuery) {
    return this.trials.of(site);
  }

  @Post()
  @Allows('set-nudge-trials')
  @ApiCreatedResponse({ standardSchema: TrialView })
  start(@Body({ schema: StartTrial }) body: StartTrial) {
    return this.trials.start(body);
  }

  @Post(':id/stop')
  @HttpCode(200)
  @Allows('set-nudge-trials')
  @ApiOkResponse({ standardSchema: TrialView })
  stop(@Param({ schema: IdParam }) { id }: OfTrial, @Body({ schema: Nothing }) _body: object) {
    return this.trials.stop(id);
  }

  @Post(':id/switch-on')
  @HttpCode(200)
  @Allows('set-nudge-trials')
  @ApiOkResponse({ standardSchema: TrialView })
  switchOn(@Param({ schema: IdParam }) { id }: OfTrial, @Body({ schema: SwitchOn }) body: SwitchOn) {
    return this.trials.switchOn(id, body);
  }
}
