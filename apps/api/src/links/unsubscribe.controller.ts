import { linkPath } from '@followon/shared/db/links/link-token';
import { Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { CarriesOwnProof, Public } from '../auth/allows.js';
import { Unsubscribing } from './unsubscribing.js';

const TokenParam = z.object({ token: z.string().max(200) });
const Stopped = z.object({ stopped: z.literal(true) });

/** What `List-Unsubscribe` of a message points at. */
@ApiTags('links')
@Controller('unsubscribe')
export class UnsubscribeController {
  constructor(private readonly unsubscribing: Unsubscribing) {}

  /** Stops what the message was for. Answers the same for every token, and every time. */
  @Post(':token')
  @CarriesOwnProof()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: Stopped })
  async press(
    @Param({ schema: TokenParam }) { token }: z.infer<typeof TokenParam>,
  ): Promise<z.infer<typeof Stopped>> {
    await this.unsubscribing.press(token);
    return { stopped: true };
  }

  /** Scanners of mail open links: this only leads to the page on which a person can stop. */
  @Get(':token')
  @Public()
  lead(
    @Param({ schema: TokenParam }) { token }: z.infer<typeof TokenParam>,
    @Res() response: Response,
  ): void {
    response.redirect(303, linkPath(encodeURIComponent(token)));
  }
}
