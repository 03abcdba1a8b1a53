import { sayDate, sayList } from '@followon/shared/messages/say';
import type { ClearsWhen, Reason, ReasonKey } from '@followon/shared/rules/health/facts';

/** One reason as a sentence; `today` is the day on which it is given. */
type Say = (reason: Reason, today: string) => string;

/** Without the year where it is that of the day on which it is said. */
const sayDay = (date: string, today: string): string =>
  date.slice(0, 4) === today.slice(0, 4) ? sayDate(date).slice(0, -5) : sayDate(date);

/** A meeting is known by its day here. */
const days = ({ meetingIds }: Reason, today: string): string =>
  meetingIds.length === 0 ? '' : ` (${meetingIds.map((on) => sayDay(on, today)).join(', ')})`;

/** How many usually come, and how many came. */
const numbers: Say = (reason, today) => {
  const { usual, recent = [], upToOn } = reason;
  const had = `he last ${recent.length === 1 ? 'meeting' : 'meetings'} had ${sayList(recent)}${days(reason, today)}.`;
  if (upToOn === undefined)
    return usual === undefined ? `T${had}` : `About ${Math.round(usual)} usually come; t${had}`;
  const came = usual === undefined ? '' : `about ${Math.round(usual)} usually came; `;
  return `Up to ${sayDay(upToOn, today)}, ${came}t${had}`;
};

const quiet: Say = ({ lastOn, gapDays, expectedOn }, today) => {
  const since = lastOn === undefined ? '' : `, since ${sayDay(lastOn, today)}`;
  const next =
    expectedOn === undefined ? '' : ` The next meeting would have been about ${sayDay(expectedOn, today)}.`;
  return `It has not met for ${gapDays ?? 0} days${since}.${next}`;
};

const notHeld: Say = (reason, today) =>
  `${reason.meetingIds.length} dates running were not held${days(reason, today)}.`;

/** What is told beside the numbers, or instead of them. */
const WORDS: Readonly<Partial<Record<ReasonKey, Say>>> = {
  'under-3': () => 'Hardly anybody comes now.',
  cusum: () => 'A few less each time adds up.',
  'few-likely': ({ likely = 0 }) => `About ${Math.round(likely)} are likely to come next time.`,
  'long-gap': ({ gapDays = 0, usualGapDays = 1 }) =>
    `Its meetings are usually ${Math.round(usualGapDays)} days apart; lately there was a gap of ${gapDays} days.`,
  silent: quiet,
  'long-silent': quiet,
  'dates-missed': notHeld,
  'cancelled-twice': notHeld,
  'registers-missing': ({ count = 0, of = 0 }) =>
    `${count} of the last ${of} registers are missing, so this rests on little.`,
};

/** The same of meetings after which there was another one. */
const WORDS_OF_THEN: typeof WORDS = {
  'under-3': () => 'hardly anybody came.',
  cusum: () => 'a few less each time added up.',
  'few-likely': ({ likely = 0 }) => `about ${Math.round(likely)} were likely to come next time.`,
};

/** Reasons as sentences with their numbers and dates; the head counts, which several may rest on, are told once. */
export function sayReasons(reasons: readonly Reason[], today: string): readonly string[] {
  const counted = reasons.find(({ recent = [] }) => recent.length > 0);
  const sentences = reasons.flatMap((reason) => [
    ...(reason === counted ? [numbers(reason, today)] : []),
    ...sayOne(reason, today),
  ]);
  return [...new Set(sentences)];
}

function sayOne(reason: Reason, today: string): readonly string[] {
  const { key, upToOn } = reason;
  const sayThen = upToOn === undefined ? undefined : WORDS_OF_THEN[key];
  if (upToOn !== undefined && sayThen) return [`Up to ${sayDay(upToOn, today)}, ${sayThen(reason, today)}`];
  const say = WORDS[key];
  if (say) return [say(reason, today)];
  return reason.recent === undefined ? [`(${key})`] : [];
}

/** What would bring the level down again; undefined when nothing has to. */
export function sayClears(clearsWhen: ClearsWhen | null): string | undefined {
  const { key, headcount = 1 } = clearsWhen ?? {};
  switch (key) {
    case 'two-meetings-with':
      return `Two more meetings with ${headcount} or more would clear it.`;
    case 'some-meetings-with':
      return `A few more meetings with ${headcount} or more would clear it.`;
    case 'next-meeting-held':
      return 'The next meeting that takes place would clear it.';
    case 'any-news':
      return 'Any news of it would clear it.';
    default:
      return undefined;
  }
}
