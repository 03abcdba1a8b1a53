import type { WhyNotAnswer, WhyNotAsk, WhyNotUndo } from '@followon/shared/rules/group/merge';
import { conflict } from '../../http/problem.js';

const ASK: { readonly [W in WhyNotAsk]: readonly [title: string, detail: string] } = {
  'same-group': ['A group cannot join itself.', 'Choose another group.'],
  ended: ['This group has ended.', 'Nothing more can be changed here.'],
  'other-ended': ['The other group has ended.', 'Choose a group that is meeting.'],
  'other-resting': ['The other group is taking a break.', 'Ask again when it is back.'],
  'other-ending': [
    'The other group has said that it will end.',
    'Ask its contact people first whether they want to go on.',
  ],
  'already-merging': [
    'This group has asked another one already.',
    'Wait for the answer, or take the question back first.',
  ],
  'asked-by-them': ['The other group has asked you already.', 'Answer their question on your group’s page.'],
};

const ANSWER: { readonly [W in WhyNotAnswer]: readonly [title: string, detail: string] } = {
  'not-open': [
    'This question is settled.',
    'Somebody answered it or took it back. Open the group’s page to see.',
  ],
  'same-person': [
    'You said yes for the other group.',
    'Each group says yes for itself. Ask another contact person of this group, or the site’s administrator.',
  ],
};

const UNDO: { readonly [W in WhyNotUndo]: readonly [title: string, detail: string] } = {
  'not-merged': ['These groups are not together.', 'There is nothing to undo.'],
  'too-late': [
    'It is more than two weeks ago.',
    'Form a new group if some people want to meet on their own.',
  ],
  'moved-on': ['The joint group has ended or joined another one.', 'Undo that first, or form a new group.'],
};

function refuse<W extends string>(
  why: W | undefined,
  words: Readonly<Record<W, readonly [string, string]>>,
): void {
  if (why === undefined) return;
  const [title, detail] = words[why];
  throw conflict(`merge.${why}`, title, { detail });
}

/** @throws Refusal 409 */
export const refuseAsk = (why: WhyNotAsk | undefined): void => refuse(why, ASK);
/** @throws Refusal 409 */
export const refuseAnswer = (why: WhyNotAnswer | undefined): void => refuse(why, ANSWER);
/** @throws Refusal 409 */
export const refuseUndo = (why: WhyNotUndo | undefined): void => refuse(why, UNDO);
