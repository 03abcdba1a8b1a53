import {
  MessageKinds,
  PreviewParam,
  PreviewQuery,
  PreviewsQuery,
  PreviewView,
} from '@followon/shared/contract/previews';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Allows } from '../auth/allows.js';
import { originOf } from '../http/origin-of.js';
import { PreviewsService } from './previews.service.js';
import { sendMail } from './send-mail.js';

@ApiTags('message previews')
@Controller('message-previews')
export class PreviewsController {
  constructor(private readonly previews: PreviewsService) {}

  /** Every message that may be sent in a site's name: to whom, when, how often, and what makes it stay away. */
  @Get()
  @Allows('see-message-previews')
  @ApiOkResponse({ standardSchema: MessageKinds })
  list(@Query({ schema: PreviewsQuery }) { site }: PreviewsQuery) {
    return this.previews.list(site);
  }

  /** One of them as its reader gets it, with names and figures that are made up. */
  @Get(':key')
  @Allows('see-message-previews')
  @ApiOkResponse({ standardSchema: PreviewView })
  one(
    @Param({ schema: PreviewParam }) { key }: PreviewParam,
    @Query({ schema: PreviewQuery }) query: PreviewQuery,
    @Req() request: Request,
  ) {
    return this.previews.one(key, query, originOf(request));
  }

  /** Its mail, to be shown in a frame: the same HTML that a mail program gets, in which nothing can run and no link leads away. */
  @Get(':key/mail')
  @Allows('see-message-previews')
  @ApiProduces('text/html')
  async mail(
    @Param({ schema: PreviewParam }) { key }: PreviewParam,
    @Query({ schema: PreviewQuery }) query: PreviewQuery,
    @Res() response: Response,
  ): Promise<void> {
    sendMail(await this.previews.mail(key, query, originOf(response.req)), response);
  }
}
