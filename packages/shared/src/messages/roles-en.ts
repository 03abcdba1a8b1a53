import { sayPart, volunteersPart } from './volunteers-part.js';
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

const aGroupBeside = ({ groupName }: MessageFacts): string =>
  groupName === undefined ? 'a group you stand beside' : sayName(groupName);

const beside = ({ programmeName }: MessageFacts): string =>
  programmeName === undefined ? '' : ` (${sayName(programmeName)})`;

const standBeside = (facts: MessageFacts): string[] => [
  `Could you stand beside a new group${beside(facts)}?`,
  `It is about ${sayPart(volunteersPart())}. You can pass on any of them.`,
];
const standIn = (facts: MessageFacts): string[] => [
  `Could you stand in for another volunteer${beside(facts)}?`,
  `You help when they cannot. All in all it is about ${sayPart(volunteersPart())}, and most of it is theirs.`,
];

/** What is said about taking a role, and about a group that looks for somebody to take one. */
export const roleWords = {
  role_offered: {
    subject: () => 'Would you take a role?',
    text: (facts) => [
      `You are asked to be ${offeredRoles[facts.role ?? ''] ?? 'one of the helpers'} of ${sayGroup(facts)}.`,
      'Only say yes if you would like to. You can stop at any time. If you say no, you need not say why.',
    ],
    choices: { yes: 'Yes, I would like to', 'no-thanks': 'No, thank you' },
  },
  volunteer_asked: {
    subject: () => 'Would you stand beside a group?',
    text: (facts) => [
      ...(facts.role === 'deputy' ? standIn(facts) : standBeside(facts)),
      'Only say yes if it suits you. If you say no, you need not say why.',
    ],
    choices: { yes: 'Yes, I will', 'no-thanks': 'No, thank you' },
  },
  without_volunteer: {
    subject: () => 'No volunteer was found',
    text: ({ programmeName }) => [
      `No volunteer has said yes to ${programmeName === undefined ? 'one of your programmes' : sayName(programmeName)}.`,
      'Its list goes on without one. What they would have done is with you or the clinician now.',
      'You can still ask somebody. If they say yes, their tasks come back.',
    ],
    choices: { look: 'Look at the programme', 'leave-it': 'Leave it as it is' },
  },
  contact_wanted: {
    subject: () => 'Who could people ring?',
    text: (facts) => [
      `There is nobody to ring for ${facts.audience === 'volunteer' ? aGroupBeside(facts) : sayGroup(facts)} just now.`,
      facts.audience === 'volunteer'
        ? 'You need not do it yourself. When you next hear from the group, ask who might like a turn.'
        : 'Could somebody take a turn? It is mostly to answer a call and to pass on the next date.',
      facts.actBy && `If nobody can, we will ask around after ${sayDate(facts.actBy)}.`,
    ],
    choices: {
      'ask-somebody': 'Ask somebody of the group',
      'a-hand-please': 'We would like a hand',
      rest: 'We would like a break',
      look: 'Look at the group',
      'leave-it': 'Leave it to the others',
    },
    without: ({ audience }) =>
      audience === 'role-holder' ? ['look', 'leave-it'] : ['ask-somebody', 'a-hand-please', 'rest'],
  },
  contact_wanted_lead: {
    subject: () => 'A group looks for a contact person',
    text: (facts) => [
      `${aGroup(facts)} has nobody to ring just now.`,
      'A kind word to its people may be all it needs. It may also rest, or end well.',
      facts.actBy && `If you leave it, an administrator hears of it on ${sayDate(facts.actBy)}.`,
    ],
    choices: { look: 'Look at the group', 'leave-it': 'Leave it to the administrator' },
  },
  contact_wanted_admin: {
    subject: () => 'A group still looks for a contact person',
    text: (facts) => [
      `${aGroup(facts)} has had nobody to ring for some weeks.`,
      'You can ask somebody there, ask who could help, or ask the group if it would like to rest.',
      facts.actBy && `If nobody is found, we ask you again on ${sayDate(facts.actBy)}.`,
    ],
    choices: { look: 'Look at the group', later: 'Ask me again then' },
  },
} as const satisfies Partial<Record<NudgeKey, MessageWords>>;
