import type { AskRefusal, RefusalCode } from '@followon/shared/rules/volunteer/may-be-asked';
import type { Refusal } from '../../http/problem.js';
import { conflict } from '../../http/problem.js';

type Words = (refusal: AskRefusal) => readonly [title: string, detail: string];

/** What stands in the way, with its date or numbers, and how to mend it. */
const words: { readonly [C in RefusalCode]: Words } = {
  'programme-over': () => ['This handover has ended.', 'Nobody needs to be asked any more.'],
  'not-a-volunteer': () => [
    'This is not a volunteer of this site.',
    'Choose somebody from the list of volunteers.',
  ],
  'account-disabled': () => ['This account is closed.', 'Choose somebody else.'],
  'has-this-part': () => ['They have this part already.', 'Nothing more is needed.'],
  'has-other-part': () => ['They are the volunteer of this programme.', 'Ask somebody else to stand in.'],
  'part-taken': () => [
    'Somebody has said yes to this part already.',
    'To ask somebody else instead, send "instead": true. Whoever has the part keeps it until the other says yes.',
  ],
  'already-asked': () => [
    'They have been asked already.',
    'Wait for the answer, or take the question back first.',
  ],
  'on-a-break': ({ on }) => [`On a break until ${on}.`, 'Ask somebody else, or ask again on that day.'],
  'training-not-written-down': () => [
    'No date is written down for the training.',
    'Write down until when it holds on the page Volunteers, then ask again.',
  ],
  'training-expired': ({ on }) => [
    `The training ran out on ${on}.`,
    'Write down the new date on the page Volunteers once it is renewed, then ask again.',
  ],
  'checks-not-written-down': () => [
    'No date is written down for the checks.',
    'Write down until when they hold on the page Volunteers, then ask again.',
  ],
  'checks-expired': ({ on }) => [
    `The checks ran out on ${on}.`,
    'Write down the new date on the page Volunteers once they are renewed, then ask again.',
  ],
  'caseload-reached': ({ caseload, cap }) => [
    `They stand beside ${caseload} programmes, and their most is ${cap}.`,
    'Ask somebody else, or agree a higher number with them on the page Volunteers.',
  ],
};

export function refusedToAsk(refusal: AskRefusal): Refusal {
  const [title, detail] = words[refusal.code](refusal);
  return conflict(`volunteer.${refusal.code}`, title, { detail });
}
