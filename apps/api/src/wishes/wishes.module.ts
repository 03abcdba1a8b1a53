import { Module } from '@nestjs/common';
import { WhoseWishes } from './whose-wishes.js';
import { WishKeeper } from './wish-keeper.js';
import { WishesController } from './wishes.controller.js';
import { WishesService } from './wishes.service.js';

@Module({
  controllers: [WishesController],
  providers: [WishesService, WishKeeper, WhoseWishes],
  exports: [WishKeeper, WhoseWishes],
})
export class WishesModule {}
