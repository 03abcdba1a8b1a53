import type { LinkAction } from '@followon/shared/contract/links';
import type { Type } from '@nestjs/common';
import type { LinkActing } from '../link-acting.js';
import { AnswerMessage } from './answer-message.js';
import { AnswerRequestByLink } from './answer-request.js';
import { AnswerRole } from './answer-role.js';
import { ChangeWishes } from './change-wishes.js';
import { RecordRegister } from './record-register.js';
import { SayWish } from './say-wish.js';
import { StopMessages } from './stop-messages.js';
import { TickTask } from './tick-task.js';

/** Everything that can be done by link: a new action is a file beside this one and a line here. */
export const linkActions: { readonly [A in LinkAction]: Type<LinkActing> } = {
  'tick-task': TickTask,
  'record-register': RecordRegister,
  'answer-request': AnswerRequestByLink,
  'answer-role': AnswerRole,
  'say-wish': SayWish,
  preferences: ChangeWishes,
  stop: StopMessages,
  'answer-message': AnswerMessage,
};
