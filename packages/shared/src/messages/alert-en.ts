import type { NudgeKey } from '../rules/nudge/nudges.js';
import type { MessageFacts, MessageWords } from './facts.js';
import { sayReasonBeside } from './reasons.js';
import { sayDate, sayName } from './say.js';

type Told = NonNullable<MessageFacts['alerts']>[number];
type Cause = NonNullable<MessageFacts['cause']>;

const findings: { readonly [C in Cause]: string } = {
  fading: 'may be starting to fade',
  'at-risk': 'is at risk of dissolving',
  'gone-quiet': 'has gone quiet',
  'help-asked': 'would like a hand',
  conflict: 'tells of a falling-out',
  'venue-lost': 'has lost the place where it meets',
  'contact-leaving': 'may soon have nobody to ring',
  'handover-late': 'has a handover that is late',
  'no-ptv': 'has no volunteer yet',
};

/** A call for a hand with its day, so that its reason need not say it again. */
const sayFinding = ({ cause, key, sinceOn }: Pick<Told, 'cause' | 'key' | 'sinceOn'>): string =>
  cause === 'help-asked' && key === cause && sinceOn !== undefined
    ? `asked for a hand on ${sayDate(sinceOn)}`
    : findings[cause];

const subjectOf = ({ groupId, programmeId }: Told): string => groupId ?? programmeId ?? '';

/** What is said of each group, all its causes in one sentence and each of its reasons once. */
export function alertLines(facts: MessageFacts): string[] {
  const { alerts = [] } = facts;
  const subjects = [...new Set(alerts.map(subjectOf))];
  return subjects.flatMap((subject, at) => {
    const theirs = alerts.filter((alert) => subjectOf(alert) === subject);
    const found = [...new Set(theirs.map(sayFinding))];
    const causes = theirs.map(({ cause }) => cause);
    const reasons = theirs.map((alert) => sayReasonBeside(aboutOne(facts, alert), causes));
    const name = nameOf(facts, { subject, at, theirs });
    return [`${name} ${joined(found)}.`, ...new Set(reasons.filter((reason) => reason !== undefined))];
  });
}

const aboutOne = ({ audience, today, language }: MessageFacts, alert: Told): MessageFacts => ({
  ...{ audience, today, language },
  ...alert,
  alerts: undefined,
});

const joined = (found: readonly string[]): string =>
  found.length < 2 ? found.join('') : `${found.slice(0, -1).join(', ')} and ${String(found.at(-1))}`;

function nameOf(
  { names = {} }: MessageFacts,
  { subject, at, theirs }: { subject: string; at: number; theirs: readonly Told[] },
): string {
  const name = names[subject];
  if (name !== undefined) return sayName(name);
  const isProgramme = theirs.every(({ groupId }) => groupId === undefined);
  const kind = isProgramme ? 'programmes' : 'groups';
  return at === 0 ? `One of your ${kind}` : `Another of your ${kind}`;
}

/** One alert, as it was planned, before its message read what is so now. */
function plannedLines(facts: MessageFacts): (string | undefined)[] {
  const name = facts.groupName ?? facts.programmeName;
  const about = facts.groupId === undefined && facts.programmeId !== undefined ? 'programmes' : 'groups';
  const who = name === undefined ? `One of your ${about}` : sayName(name);
  const { cause = 'fading' } = facts;
  return [`${who} ${sayFinding({ ...facts, cause })}.`, sayReasonBeside(facts, [cause])];
}

/** How many groups and programmes it tells of. */
export const howManyNeed = ({ alerts = [] }: MessageFacts): number => new Set(alerts.map(subjectOf)).size;

const itOf = (facts: MessageFacts): string => (howManyNeed(facts) > 1 ? 'them' : 'it');

/** Of somebody of the group; who it was is not told. */
const wishes: { readonly [W in NonNullable<MessageFacts['wish']>]: string } = {
  rest: 'Somebody there said that they would like a rest.',
  back: 'Somebody there said that they are meeting again.',
  goodbye: 'Somebody there said that they would like to say goodbye well.',
};

/** What is said to staff about groups that may need somebody. */
export const alertWords = {
  alert_opened: {
    subject: () => 'A group may need you',
    text: (facts) => [
      howManyNeed(facts) > 1 ? `${howManyNeed(facts)} groups may need you.` : undefined,
      ...(howManyNeed(facts) > 0 ? alertLines(facts) : plannedLines(facts)),
      'You can look at the reasons and choose what to do. Nobody who came or stayed away is named.',
    ],
    choices: { look: 'Look at the group', acknowledge: 'I have seen it' },
  },
  alert_unanswered: {
    subject: () => 'Nobody has taken this on yet',
    text: (facts) => [
      howManyNeed(facts) > 1 ? `${howManyNeed(facts)} groups wait for somebody.` : undefined,
      ...(howManyNeed(facts) > 0 ? alertLines(facts) : plannedLines(facts)),
      `The clinicians were told some days ago, and nobody has said that they are looking after ${itOf(facts)}.`,
      `You can ask somebody, or look after ${itOf(facts)} yourself.`,
    ],
    choices: { look: 'Look at the group', 'leave-it': 'Leave it with them' },
  },
  help_asked: {
    subject: () => 'A group asks for a hand',
    text: (facts) => [
      `${facts.groupName === undefined ? 'One of your groups' : sayName(facts.groupName)} would like a hand.`,
      facts.wish && wishes[facts.wish],
      'A call to its contact person is a good start. They know best what would help.',
      'Once it is sorted, say so on the page of the group.',
    ],
    choices: { look: 'Look at the group', sorted: 'It is sorted now' },
  },
} as const satisfies Partial<Record<NudgeKey, MessageWords>>;
