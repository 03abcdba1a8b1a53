import type { NudgeKey } from '../rules/nudge/nudges.js';
import { alertWords } from './alert-en.js';
import { digestWords } from './digest-en.js';
import type { MessageWords } from './facts.js';
import { groupWords } from './group-en.js';
import { meetingWords } from './meeting-en.js';
import { newsWords } from './news-en.js';
import { roleWords } from './roles-en.js';

/**
 * Everything Followon says to people, in English. Plain words for a reading age of 9 to 11. Subjects may be seen by
 * others: they name no group, no place of care and no condition. Every message asks for a choice and takes "no".
 */
export const en: { readonly [K in NudgeKey]: MessageWords } = {
  task_digest: digestWords,
  ...meetingWords,
  ...groupWords,
  ...alertWords,
  ...newsWords,
  ...roleWords,
};
