import { sayDate } from '@followon/shared/messages/say';
import type { AskRefusal, RefusalCode } from '@followon/shared/rules/volunteer/may-be-asked';
import type { Refusal } from '../../http/problem.js';
import { conflict } from '../../http/problem.js';

type Facts = Omit<AskRefusal, 'on'> & { readonly on: string };
type Words = (refusal: Facts) => readonly [title: string, detail: string];
type AllWords = { readonly [C in RefusalCode]: Words };

/** What stands in the way, with its date or numbers, and how to mend it. */
const words: AllWords = {
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

const TELL_LEAD = 'Your volunteer lead can sort this out: please let them know. The question waits for you.';

/** The same, to the volunteer who says yes. */
const yourWords: AllWords = {
  ...words,
  'not-a-volunteer': () => ['You are not a volunteer of this site.', TELL_LEAD],
  'account-disabled': () => ['Your account is closed.', TELL_LEAD],
  'has-this-part': () => ['You have this part already.', 'Nothing more is needed.'],
  'has-other-part': () => [
    'You are the volunteer of this programme already.',
    'Somebody else can stand in for you.',
  ],
  'part-taken': () => ['Somebody else has said yes.', 'Thank you for thinking about it.'],
  'on-a-break': ({ on }) => [
    `You are on a break until ${on}.`,
    'Enjoy it. You can say yes on that day, or come back sooner.',
  ],
  'training-not-written-down': () => ['We have no date for your training.', TELL_LEAD],
  'training-expired': ({ on }) => [`Your training ran out on ${on}.`, TELL_LEAD],
  'checks-not-written-down': () => ['We have no date for your checks.', TELL_LEAD],
  'checks-expired': ({ on }) => [`Your checks ran out on ${on}.`, TELL_LEAD],
  'caseload-reached': ({ caseload, cap }) => [
    `You stand beside ${caseload} programmes, and your most is ${cap}.`,
    'If you would like to do more, tell your volunteer lead. A no is fine too.',
  ],
};

const refused = (refusal: AskRefusal, say: AllWords): Refusal => {
  const on = refusal.on === undefined ? '' : sayDate(refusal.on);
  const [title, detail] = say[refusal.code]({ ...refusal, on });
  return conflict(`volunteer.${refusal.code}`, title, { detail });
};

/** To whoever asks. */
export const refusedToAsk = (refusal: AskRefusal): Refusal => refused(refusal, words);

/** To the volunteer who is asked. */
export const refusedToYou = (refusal: AskRefusal): Refusal => refused(refusal, yourWords);
