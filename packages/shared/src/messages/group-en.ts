import type { NudgeKey } from '../rules/nudge/nudges.js';
import type { MessageWords } from './facts.js';
import { sayDate, sayGroup } from './say.js';

/** What is said to the people of a group about the group itself: offers, never verdicts. */
export const groupWords = {
  would_a_hand_help: {
    subject: ({ audience }) =>
      audience === 'volunteer' ? 'Would you give a group a hand?' : 'Would you like a hand?',
    text: (facts) =>
      facts.audience === 'volunteer'
        ? [
            `Groups have their ups and downs. ${facts.groupName === undefined ? 'The group that you stand beside' : sayGroup(facts)} might be glad of a call.`,
            'We have asked its people as well, and they may say no. Only if it suits you: it is fine to leave it.',
          ]
        : [
            `Groups have their ups and downs. Would ${sayGroup(facts)} like some help just now?`,
            'You choose. A call, some new ideas, a day with another group, or a rest. You can also ask us to leave you be.',
          ],
    without: ({ audience }) =>
      audience === 'volunteer'
        ? ['call-us', 'send-ideas', 'meet-another-group', 'rest', 'leave-us-be']
        : ['i-will-ring', 'not-just-now'],
    choices: {
      'call-us': 'Please call us',
      'send-ideas': 'Send us some ideas',
      'meet-another-group': 'Meet another group',
      rest: 'We would like a rest',
      'leave-us-be': 'Leave us be',
      'i-will-ring': 'I will ring them',
      'not-just-now': 'Not just now',
    },
  },
  merge_asked: {
    subject: () => 'A question from another group',
    text: (facts) => [
      `Another group would like to join ${sayGroup(facts)} and go on together.`,
      'You can see which group, and what would change, on your group’s page. Or ask us to call you, and talk it over first.',
      'Yes and no are both fine. Nothing changes unless you say yes.',
    ],
    choices: {
      look: 'Look at the question',
      'call-us': 'Please call us',
      'not-for-us': 'This is not for us',
    },
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
  hand_round_roles: {
    subject: () => 'Would anyone like a turn?',
    text: (facts) => [
      `Who does what in ${sayGroup(facts)}? Now and then it is good to ask if anyone would like a turn.`,
      'One can make the calls, one can open the door, and one can bring the tea. Small parts are parts too.',
      'If you like it as it is, leave it so.',
    ],
    choices: {
      'ask-somebody': 'Ask somebody of the group',
      'a-hand-please': 'We would like a hand',
      'as-it-is': 'Leave it as it is',
    },
  },
  ideas_pack: {
    subject: () => 'Some ideas for your group',
    text: (facts) => [
      `You asked for ideas for ${sayGroup(facts)}. Here are some that other groups like.`,
      'Do something side by side: a short walk, a quiz, cards, plants, or a film. Talk comes by itself.',
      'Meet another group once, or ask a volunteer to come by and tell their story.',
      'Let each person bring one thing that helped them this month. Pick one idea, or none.',
    ],
    choices: {
      'try-one': 'We will try one',
      'meet-another-group': 'Meet another group',
      'ask-a-volunteer': 'Ask a volunteer to come by',
      'nothing-more': 'Nothing more to do',
    },
  },
  winter_note: {
    subject: () => 'How would you like the winter?',
    text: (facts) => [
      'Fewer people come out in the dark months. That is so in most groups, and it need not mean a thing.',
      `How would ${sayGroup(facts)} like to spend the winter? You can carry on as you are.`,
      'You can meet by phone or video for a while. Or you can have a rest and start again in spring.',
    ],
    choices: {
      'carry-on': 'We carry on as we are',
      'by-phone-or-video': 'We meet by phone or video',
      rest: 'We would like a rest',
    },
  },
  flare_kindness: {
    subject: () => 'A kind word from your group',
    text: () => [
      'Some days are harder than others. Your group thinks of you.',
      'Did you once write down what helps on such a day? Now may be a good time to look at it.',
      'You can also ring somebody you know from the group, or do nothing at all.',
    ],
    choices: {
      'my-plan': 'I will look at my own plan',
      'call-somebody': 'I will ring somebody',
      stop: 'Stop these messages',
    },
  },
} as const satisfies Partial<Record<NudgeKey, MessageWords>>;
