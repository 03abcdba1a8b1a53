import {
  PolicyQuery,
  PolicyReplay,
  PolicyView,
  ReplayPolicy,
  SavePolicy,
} from '@followon/shared/contract/policy';
import { Body, Controller, Get, HttpCode, Post, Put, Query, Req } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Allows, OwnTransactions } from '../auth/allows.js';
import type { SignedIn } from '../auth/signed-in.js';
import { signedInOf } from '../auth/signed-in.js';
import { IfMatch } from '../http/etag.js';
import { PolicyService } from './policy.service.js';
import { ReplayService } from './replay.service.js';

@ApiTags('policy')
@Controller('policy')
export class PolicyController {
  constructor(
    private readonly policies: PolicyService,
    private readonly replays: ReplayService,
  ) {}

  /** The marks by which the groups of a site are judged, and the shipped ones beside them. */
  @Get()
  @Allows('see-policy')
  @ApiOkResponse({ standardSchema: PolicyView })
  of(@Query({ schema: PolicyQuery }) { site }: PolicyQuery) {
    return this.policies.of(site);
  }

  @Put()
  @Allows('set-policy')
  @ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The ETag that came with the policy; "0" before anything was saved.',
  })
  @ApiOkResponse({ standardSchema: PolicyView })
  save(@Body({ schema: SavePolicy }) body: SavePolicy, @IfMatch() version: number | undefined) {
    return this.policies.save(body, version);
  }

  /** Which groups would have been flagged, and when, had these marks been in force. Only the site's log hears of it. */
  @Post('replay')
  @HttpCode(200)
  @Allows('set-policy')
  @OwnTransactions()
  @ApiOkResponse({ standardSchema: PolicyReplay })
  replay(@Req() request: Request, @Body({ schema: ReplayPolicy }) body: ReplayPolicy) {
    return this.replays.replay(signedInOf(request) as SignedIn, body);
  }
}
