import type { LinkAction } from '@followon/shared/contract/links';
import type { Type } from '@nestjs/common';
import type { LinkActing } from '../link-acting.js';
import { RecordRegister } from './record-register.js';
import { TickTask } from './tick-task.js';

/** Everything that can be done by link: a new action is a file beside this one and a line here. */
export const linkActions: { readonly [A in LinkAction]?: Type<LinkActing> } = {
  'tick-task': TickTask,
  'record-register': RecordRegister,
};
