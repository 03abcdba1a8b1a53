import type { NudgeKey } from '../rules/nudge/nudges.js';
import type { MessageFacts, MessageWords } from './facts.js';
import { sayDate, sayGroup, sayName } from './say.js';

const aGroup = ({ groupName }: MessageFacts): string =>
  groupName === undefined ? 'One of your groups' : sayName(groupName);

const offeredRoles: Readonly<Record<string, string>> = {
  contact: 'a contact person',
  host: 'a host',
  ptv: 'the volunteer',
};

const beside = ({ programmeName }: MessageFacts): string =>
  programmeName === undefined ? '' : ` (${sayName(programmeName)})`;

/** What is said about taking a role, and about a group that looks for somebody to take one. */
export const roleWords = {
  role_offered: {
    subject: () => 'You are asked',
    text: (facts) => [
      `You are asked to be ${offeredRoles[facts.role ?? ''] ?? 'one of the helpers'} of ${sayGroup(facts)}.`,
      'Only say yes if you would like to. You can stop at any time. If you say no, you need not say why.',
    ],
    choices: { yes: 'Yes, I would like to', 'no-thanks': 'No, thank you' },
  },
  volunteer_asked: {
    subject: () => 'You are asked',
    text: (facts) => [
      facts.role === 'deputy'
        ? `Could you stand in for another volunteer${beside(facts)}?`
        : `Could you stand beside a new group${beside(facts)}?`,
      'It is one visit, then a call or two. Only say yes if it suits you. If you say no, you need not say why.',
    ],
    choices: { yes: 'Yes, I will', 'no-thanks': 'No, thank you' },
  },
  contact_wanted: {
    subject: () => 'Who could people ring?',
    text: (facts) => [
      `There is nobody to ring for ${sayGroup(facts)} just now.`,
      'Could somebody take a turn? It is mostly to answer a call and to pass on the next date.',
      facts.actBy && `If nobody can, we will ask around for you after ${sayDate(facts.actBy)}.`,
    ],
    choices: {
      'i-could': 'I could do it',
      'ask-around': 'I will ask around',
      'a-hand-please': 'We would like a hand',
      'leave-us-be': 'Leave us be',
    },
  },
  contact_wanted_lead: {
    subject: () => 'A group looks for somebody',
    text: (facts) => [
      `${aGroup(facts)} has nobody to ring just now.`,
      'A kind word to its people may be all it needs. It may also rest, or end well.',
      facts.actBy && `Please do something by ${sayDate(facts.actBy)}, or pass it on.`,
    ],
    choices: { look: 'Look at the group', 'pass-on': 'Pass it on' },
  },
  contact_wanted_admin: {
    subject: () => 'A group still looks for somebody',
    text: (facts) => [
      `${aGroup(facts)} has had nobody to ring for some weeks.`,
      'You can ask somebody there, ask who could help, or ask the group if it would like to rest.',
      facts.actBy && `Please do something by ${sayDate(facts.actBy)}.`,
    ],
    choices: { look: 'Look at the group', 'pass-on': 'Pass it on' },
  },
} as const satisfies Partial<Record<NudgeKey, MessageWords>>;
