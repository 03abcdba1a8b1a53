import type { LinkView } from '@followon/shared/contract/links';
import { taskTitle, taskWhy } from '../ui/task-words.js';

const worded = ({ subject: { key, title, why } }: LinkView) => ({
  key: key ?? '',
  ownWords: key === null,
  title,
  why: why ?? '',
});

export const titleOf = (link: LinkView): string => taskTitle(worded(link));
export const whyOf = (link: LinkView): string => taskWhy(worded(link));
