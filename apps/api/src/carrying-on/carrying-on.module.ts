import { Module } from '@nestjs/common';
import { HandoversModule } from '../handovers/handovers.module.js';
import { CarryingOnController } from './carrying-on.controller.js';
import { InterestQueries } from './interest-queries.js';
import { InterestService } from './interest.service.js';
import { RouteChoice } from './route-choice.js';
import { RouteController } from './route.controller.js';
import { RouteService } from './route.service.js';
import { WishesService } from './wishes.service.js';

@Module({
  imports: [HandoversModule],
  controllers: [CarryingOnController, RouteController],
  providers: [InterestService, InterestQueries, WishesService, RouteService, RouteChoice],
  exports: [WishesService, InterestQueries],
})
export class CarryingOnModule {}
