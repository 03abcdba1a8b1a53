import {
  PreviewTemplate,
  SaveTemplate,
  TemplateList,
  TemplateParams,
  TemplatePreview,
  TemplateQuery,
  TemplateView,
} from '@followon/shared/contract/templates';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { TemplatesService } from './templates.service.js';

@ApiTags('handover templates')
@Controller('handover-templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  /** Every route, and which version of its list the site has. */
  @Get()
  @Allows('see-templates')
  @ApiOkResponse({ standardSchema: TemplateList })
  list(@Query({ schema: TemplateQuery }) { site }: TemplateQuery) {
    return this.templates.list(site);
  }

  @Get(':route')
  @Allows('see-templates')
  @ApiOkResponse({ standardSchema: TemplateView })
  of(
    @Param({ schema: TemplateParams }) { route }: TemplateParams,
    @Query({ schema: TemplateQuery }) { site }: TemplateQuery,
  ) {
    return this.templates.of(site, route);
  }

  /** The list with these changes, dated for a programme with this last session, and what does not hold. Nothing is saved. */
  @Post(':route/preview')
  @HttpCode(200)
  @Allows('see-templates')
  @ApiOkResponse({ standardSchema: TemplatePreview })
  preview(
    @Param({ schema: TemplateParams }) { route }: TemplateParams,
    @Body({ schema: PreviewTemplate }) body: PreviewTemplate,
  ) {
    return this.templates.preview(route, body);
  }

  @Put(':route')
  @Allows('write-templates')
  @ApiOkResponse({ standardSchema: TemplateView })
  save(
    @Param({ schema: TemplateParams }) { route }: TemplateParams,
    @Body({ schema: SaveTemplate }) body: SaveTemplate,
  ) {
    return this.templates.save(route, body);
  }
}
