import type { MessageFacts } from './facts.js';
import { gapsInWeeks, turnoutOf, type ReasonWords } from './reason-facts.js';
import { sayDate, sayList, sayMonth } from './say.js';

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];
const inWords = (count: number): string => SMALL[count] ?? String(count);
const weeks = (count: number): string => (count === 1 ? 'a week' : `${count} weeks`);
const lastMeetings = (count: number): string =>
  count === 1 ? 'the last meeting' : `the last ${inWords(count)} meetings`;

const turnout = (facts: MessageFacts): string | undefined => {
  const known = turnoutOf(facts);
  if (known && facts.upToOn)
    return `Up to ${sayDate(facts.upToOn)}, about ${known.usual} people usually came; the ${known.recent.length === 1 ? 'meeting' : 'meetings'} had ${sayList(known.recent)}.`;
  return (
    known &&
    `About ${known.usual} people usually come; ${lastMeetings(known.recent.length)} had ${sayList(known.recent)}.`
  );
};

const fewer = (facts: MessageFacts): string => turnout(facts) ?? 'Fewer people come than used to.';

function fewLikely({ likely }: MessageFacts): string {
  if (likely === undefined) return 'Fewer people than usual are likely at the next meeting.';
  const people = Math.round(likely);
  if (people === 0) return 'Very few people are likely at the next meeting.';
  return people === 1
    ? 'About one person is likely at the next meeting.'
    : `About ${people} are likely at the next meeting.`;
}

function longGap(facts: MessageFacts): string {
  const known = gapsInWeeks(facts);
  return known
    ? `Meetings were ${weeks(known.usual)} apart; lately there was a gap of ${weeks(known.gap)}.`
    : 'Meetings are further apart than they used to be.';
}

const quiet = ({ lastOn }: MessageFacts): string =>
  lastOn ? `We know of no meeting since ${sayDate(lastOn)}.` : 'We know of no meeting for a while.';

function registersMissing({ count, of }: MessageFacts): string {
  if (!count || !of) return 'Some registers are missing, so this rests on little.';
  const [first = '', ...rest] = inWords(count);
  const are = count === 1 ? 'is' : 'are';
  return `${first.toUpperCase()}${rest.join('')} of the last ${inWords(of)} registers ${are} missing, so this rests on little.`;
}

/** Every reason as a volunteer would say it. */
export const enReasons: ReasonWords = {
  'below-70-twice': fewer,
  'below-60': fewer,
  'under-3': (facts) => turnout(facts) ?? 'Very few people come now.',
  'few-lately': fewer,
  cusum: (facts) => turnout(facts) ?? 'Fewer people have come for a while.',
  'few-likely': fewLikely,
  'long-gap': longGap,
  silent: quiet,
  'long-silent': quiet,
  'dates-missed': ({ lastOn }) =>
    `Some meetings in a row did not take place.${lastOn ? ` The group last met on ${sayDate(lastOn)}.` : ''}`,
  'cancelled-twice': () => 'Two meetings in a row were called off.',
  'registers-missing': registersMissing,
  'help-asked': ({ sinceOn }) => `The group asked for a hand${sinceOn ? ` on ${sayDate(sinceOn)}` : ''}.`,
  'venue-lost': () => 'The group has lost its meeting place.',
  conflict: () => 'The group told us of a falling out.',
  'one-carries': () => 'One person does most of the work.',
  'roles-vacant': () => 'Too few people share the roles.',
  'nobody-new': ({ sinceOn }) =>
    sinceOn ? `Nobody new since ${sayMonth(sinceOn)}.` : 'Nobody new for a while.',
  'carries-on': () => 'Many of its people meet as another group now.',
  'marks-changed': () => 'The marks for speaking up were changed; the group was not.',
  'register-corrected': () => undefined,
  resting: () => undefined,
};
