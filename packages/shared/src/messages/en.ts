import type { NudgeKey } from '../rules/nudge/nudges.js';
import type { MessageFacts, MessageWords } from './facts.js';
import { digestWords } from './digest-en.js';
import { sayReason } from './reasons.js';
import { roleWords } from './roles-en.js';
import { sayDate, sayGroup, sayName } from './say.js';

const meetingDay = ({ on }: MessageFacts): string => (on ? ` on ${sayDate(on)}` : '');

const findings: { readonly [C in NonNullable<MessageFacts['cause']>]: string } = {
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

/**
 * Everything Followon says to people, in English. Plain words for a reading age of 9 to 11. Subjects may be seen by
 * others: they name no group, no place of care and no condition. Every message asks for a choice and takes "no".
 */
export const en: { readonly [K in NudgeKey]: MessageWords } = {
  task_digest: digestWords,
  how_was_it: {
    subject: () => 'How did it go?',
    text: (facts) => [
      `Did ${sayGroup(facts)} meet${meetingDay(facts)}?`,
      'If so, how many people came? We only need the number, no names.',
      'If you did not meet, that is fine too. Just let us know.',
    ],
    choices: {
      'record-headcount': 'Say how many came',
      'did-not-meet': 'We did not meet',
      stop: 'Stop these messages',
    },
  },
  register_missing: {
    subject: () => 'One number, if you have it',
    text: (facts) => [
      `We have not heard how it went${meetingDay(facts)}.`,
      'A rough number is fine. If nobody counted, leave it. We will not ask again about that day.',
    ],
    choices: {
      'record-headcount': 'Say how many came',
      'did-not-meet': 'We did not meet',
      'nobody-counted': 'Nobody counted',
      stop: 'Stop these messages',
    },
  },
  did_you_meet: {
    subject: () => 'Did you meet?',
    text: (facts) => [
      facts.lastOn === undefined
        ? `We have not heard from ${sayGroup(facts)} for a while.`
        : `We last heard from ${sayGroup(facts)} about ${sayDate(facts.lastOn)}.`,
      'Have you met since? If so, how many people came? A rough number is fine, no names.',
      'If you did not meet, or if you are having a rest, that is fine too. Just let us know. We will ask only once.',
    ],
    choices: {
      'record-headcount': 'Say how many came',
      'did-not-meet': 'We did not meet',
      rest: 'We are having a rest',
      stop: 'Stop these messages',
    },
  },
  would_a_hand_help: {
    subject: () => 'Would you like a hand?',
    text: (facts) => [
      `Groups have their ups and downs. Would ${sayGroup(facts)} like some help just now?`,
      'You choose. A call, some new ideas, a day with another group, or a rest. You can also ask us to leave you be.',
    ],
    choices: {
      'call-us': 'Please call us',
      'send-ideas': 'Send us some ideas',
      'meet-another-group': 'Meet another group',
      rest: 'We would like a rest',
      'leave-us-be': 'Leave us be',
    },
  },
  first_meeting_soon: {
    subject: () => 'Your first meeting is soon',
    text: (facts) => [
      `The group meets for the first time${meetingDay(facts)}.`,
      'Come as you are, and bring someone if you like. You can leave when you want.',
      'Would you rather not come this time? You are welcome at any other.',
    ],
    choices: { coming: 'I am coming', 'not-this-time': 'Not this time', stop: 'Stop these messages' },
  },
  alert_opened: {
    subject: () => 'A group may need you',
    text: (facts) => [
      `${facts.groupName === undefined ? 'One of your groups' : sayName(facts.groupName)} ${findings[facts.cause ?? 'fading']}.`,
      sayReason(facts),
      'You can look at the reasons and choose what to do. Nobody who came or stayed away is named.',
    ],
    choices: { look: 'Look at the group', acknowledge: 'I have seen it' },
  },
  help_asked: {
    subject: () => 'A group asks for a hand',
    text: (facts) => [
      `${facts.groupName === undefined ? 'One of your groups' : sayName(facts.groupName)} would like a hand.`,
      'A call to its contact person is a good start. They know best what would help.',
      'Once it is sorted, say so on the page of the group.',
    ],
    choices: { look: 'Look at the group', sorted: 'It is sorted now' },
  },
  merge_asked: {
    subject: () => 'A question from another group',
    text: (facts) => [
      `Another group would like to join ${sayGroup(facts)} and go on together.`,
      'You can see which group, and what would change, on your group’s page. Talk it over first if you like.',
      'Yes and no are both fine, and you can say either there. Nothing changes unless you say yes.',
    ],
    choices: { look: 'Look at the question', 'not-for-us': 'This is not for us' },
  },
  merge_answered: {
    subject: () => 'The other group has answered',
    text: (facts) =>
      facts.answer === 'merged'
        ? [
            'The other group said yes. You go on together from now on.',
            'If it does not feel right, you can part again within two weeks, on the page of the group.',
          ]
        : [
            `The other group thanks you for asking. It would rather go on by itself for now.`,
            `Nothing changes for ${sayGroup(facts)}. It was a good thing to ask.`,
          ],
    choices: { look: 'Look at our group', 'nothing-more': 'Nothing more to do' },
  },
  are_you_ready: {
    subject: () => 'Are you ready to start again?',
    text: (facts) => [
      `The break of ${sayGroup(facts)} was to end${facts.on ? ` on ${sayDate(facts.on)}` : ' about now'}. Are you ready?`,
      'If you need longer, that is fine. Nothing starts until you say so.',
    ],
    choices: {
      back: 'Yes, we are meeting again',
      longer: 'We need a little longer',
      goodbye: 'We would like to say goodbye well',
    },
  },
  role_thanks: {
    subject: () => 'Thank you',
    text: (facts) => [
      `Thank you for what you did for ${sayGroup(facts)}.`,
      'Do you still have a key or some notes? Then please give them to somebody there. You need not tell us.',
      'If you have nothing, there is nothing more to do.',
    ],
    choices: { 'by-hand': 'I will give them to somebody', 'nothing-more': 'Nothing more to do' },
  },
  ...roleWords,
};
