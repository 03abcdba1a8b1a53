import { Module } from '@nestjs/common';
import { FiguresController } from './figures/figures.controller.js';
import { FiguresQueries } from './figures/figures-queries.js';
import { FiguresService } from './figures/figures.service.js';
import { ReassignController } from './reassign/reassign.controller.js';
import { ReassignQueries } from './reassign/reassign-queries.js';
import { ReassignService } from './reassign/reassign.service.js';

/** For the people who see that a site's handovers run. */
@Module({
  controllers: [FiguresController, ReassignController],
  providers: [FiguresService, FiguresQueries, ReassignService, ReassignQueries],
})
export class RunningHandoversModule {}
