import {
  HandoverPolicyQuery,
  HandoverPolicyView,
  SaveHandoverPolicy,
} from '@followon/shared/contract/handover-policy';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { IfMatch } from '../http/etag.js';
import { HandoverPolicyService } from './handover-policy.service.js';

@ApiTags('policy')
@Controller('handover-policy')
export class HandoverPolicyController {
  constructor(private readonly policies: HandoverPolicyService) {}

  /** When others hear of a late task at a site, and how few people make a group of their own. */
  @Get()
  @Allows('see-handover-policy')
  @ApiOkResponse({ standardSchema: HandoverPolicyView })
  of(@Query({ schema: HandoverPolicyQuery }) { site }: HandoverPolicyQuery) {
    return this.policies.of(site);
  }

  @Put()
  @Allows('set-handover-policy')
  @ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The ETag that came with the policy; "0" before anything was saved.',
  })
  @ApiOkResponse({ standardSchema: HandoverPolicyView })
  save(
    @Body({ schema: SaveHandoverPolicy }) body: SaveHandoverPolicy,
    @IfMatch() version: number | undefined,
  ) {
    return this.policies.save(body, version);
  }
}
