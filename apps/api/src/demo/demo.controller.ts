import { AdvanceClock, ClockView } from '@followon/shared/contract/demo';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows, OwnTransactions } from '../auth/allows.js';
import { TimeMachine } from './time-machine.js';

/** Only on a demo network; a live one answers 404. */
@ApiTags('demo')
@Controller('demo')
export class DemoController {
  constructor(private readonly timeMachine: TimeMachine) {}

  @Get('clock')
  @Allows('use-demo-clock')
  @ApiOkResponse({ standardSchema: ClockView })
  clock(): ClockView {
    return this.timeMachine.view();
  }

  /** Answers when every sweep and message of the skipped days is done. */
  @Post('clock')
  @HttpCode(200)
  @Allows('use-demo-clock')
  @OwnTransactions()
  @ApiOkResponse({ standardSchema: ClockView })
  advance(@Body({ schema: AdvanceClock }) body: AdvanceClock): Promise<ClockView> {
    return this.timeMachine.advance(body.advanceDays);
  }
}
