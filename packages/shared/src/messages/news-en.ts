import type { NudgeKey } from '../rules/nudge/nudges.js';
import type { MessageFacts, MessageWords } from './facts.js';
import { sayDay, sayName } from './say.js';

type OfWeek = NonNullable<MessageFacts['week']>[number];

const aGroup = (name: string | undefined): string =>
  name === undefined ? 'A group you stand beside' : sayName(name);

const standBeside = (course: string | undefined): string =>
  `Would you like to stand beside a new group${course === undefined ? '' : ` (${sayName(course)})`}?`;
const firstTime = (group: string, on: string | undefined): string =>
  `${group} meets for the first time${on === undefined ? ' this week' : ` on ${sayDay(on)}`}.`;

/** One line of the volunteers' week. */
function weekLine(
  { what, groupId = '', programmeId = '', on }: OfWeek,
  { names = {} }: MessageFacts,
): string {
  const group = aGroup(names[groupId]);
  const lines: { readonly [K in OfWeek['what']]: string } = {
    'stand-beside': standBeside(names[programmeId]),
    'help-asked': `${group} would like a hand.`,
    'first-meeting': firstTime(group, on),
    'met-first': `Good news: ${group} has met for the first time.`,
    recovered: `Good news: ${group} is doing well again.`,
  };
  return lines[what];
}

const counted = (count: number, one: string, more: string): string | undefined =>
  count === 0 ? undefined : count === 1 ? `1 ${one}.` : `${count} ${more}.`;

function goodNews({ month }: MessageFacts): (string | undefined)[] {
  if (!month) return [];
  return [
    counted(month.recovered, 'group is doing well again', 'groups are doing well again'),
    counted(month.metFirst, 'new group met for the first time', 'new groups met for the first time'),
    counted(month.handoversDone, 'handover was finished', 'handovers were finished'),
  ];
}

function forSomebody({ month }: MessageFacts): (string | undefined)[] {
  if (!month) return [];
  return [
    counted(month.late, 'task is late', 'tasks are late'),
    counted(month.silent, 'group has gone quiet', 'groups have gone quiet'),
    counted(month.fading, 'group may be starting to fade', 'groups may be starting to fade'),
    counted(month.stuck, 'message needs a person', 'messages need a person'),
  ];
}

/** Under a heading, when there is anything to say. */
const under = (head: string, lines: readonly (string | undefined)[]): (string | undefined)[] =>
  lines.some((line) => line !== undefined) ? [head, ...lines] : [];

/** What comes by the week and the month. */
export const newsWords = {
  ptv_update: {
    subject: () => 'Your week',
    text: (facts) => [
      'This is what is on in your groups this week.',
      ...(facts.week ?? []).map((line) => weekLine(line, facts)),
      'If this is not your week, leave it. Somebody else can step in.',
    ],
    choices: { look: 'Look at my list', 'not-this-week': 'Not this week' },
  },
  admin_digest: {
    subject: () => 'The month in your groups',
    text: (facts) => [
      ...under('The good news first.', goodNews(facts)),
      ...under('This waits for somebody.', forSomebody(facts)),
      'You can look at it now, or leave it for another day.',
    ],
    choices: { look: 'Look at the groups', 'see-messages': 'See the messages', later: 'Not today' },
  },
} as const satisfies Partial<Record<NudgeKey, MessageWords>>;
