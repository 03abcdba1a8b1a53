import type { NudgeKey } from '../rules/nudge/nudges.js';
import type { MessageFacts, MessageWords } from './facts.js';
import { sayDate, sayGroup } from './say.js';

const meetingDay = ({ on }: MessageFacts): string => (on ? ` on ${sayDate(on)}` : '');

/** What is said about meetings, before and after them. */
export const meetingWords = {
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
      `We have not heard how it went with ${sayGroup(facts)}${meetingDay(facts)}.`,
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
  first_meeting_soon: {
    subject: () => 'Your first meeting is soon',
    text: (facts) => [
      `The group meets for the first time${meetingDay(facts)}.`,
      'Come as you are, and bring someone if you like. You can leave when you want.',
      'Would you rather not come this time? You are welcome at any other.',
    ],
    choices: { coming: 'I am coming', 'not-this-time': 'Not this time', stop: 'Stop these messages' },
  },
  meeting_reminder: {
    subject: () => 'Your next meeting',
    text: (facts) => [
      `The next meeting is${facts.on ? meetingDay(facts) : ' in two days'}.`,
      'Come as you are. Would you rather not come this time? That is fine, and you need not say why.',
    ],
    choices: { coming: 'I am coming', 'not-this-time': 'Not this time', stop: 'Stop these messages' },
  },
  missed_you_soft: {
    subject: () => 'You are welcome any time',
    text: () => [
      'You asked us for a kind word now and then, so here is one. You are welcome any time, and need not say anything.',
      'Would you like a break from messages, or to stop them? One word will do.',
    ],
    choices: {
      'good-to-know': 'Good to know',
      'a-break': 'I would like a break',
      stop: 'Stop these messages',
    },
  },
} as const satisfies Partial<Record<NudgeKey, MessageWords>>;
