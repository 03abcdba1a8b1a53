import type { MessageFacts } from './facts.js';
import { cyDate, cyGroup, type CyWords } from './say-cy.js';

const onDay = ({ on }: MessageFacts): string => (on ? ` ar ${cyDate(on)}` : '');
const STOP = 'Stopio’r negeseuon hyn';

/** What is said about meetings, in Welsh. */
export const meetingCy: CyWords<
  | 'how_was_it'
  | 'register_missing'
  | 'did_you_meet'
  | 'first_meeting_soon'
  | 'meeting_reminder'
  | 'missed_you_soft'
> = {
  how_was_it: {
    subject: () => 'Sut aeth hi?',
    text: (facts) => [
      `A wnaeth ${cyGroup(facts)} gwrdd${onDay(facts)}?`,
      'Os felly, faint o bobl ddaeth? Dim ond y nifer sydd ei angen, dim enwau.',
      'Os na wnaethoch chi gwrdd, mae hynny’n iawn hefyd. Rhowch wybod i ni.',
    ],
    choices: {
      'record-headcount': 'Dweud faint ddaeth',
      'did-not-meet': 'Wnaethon ni ddim cwrdd',
      stop: STOP,
    },
  },
  register_missing: {
    subject: () => 'Un rhif, os yw gennych chi',
    text: (facts) => [
      `Dydyn ni ddim wedi clywed sut aeth hi gyda ${cyGroup(facts)}${onDay(facts)}.`,
      'Mae rhif bras yn iawn. Os na wnaeth neb gyfri, gadewch e. Fyddwn ni ddim yn gofyn eto am y diwrnod hwnnw.',
    ],
    choices: {
      'record-headcount': 'Dweud faint ddaeth',
      'did-not-meet': 'Wnaethon ni ddim cwrdd',
      'nobody-counted': 'Wnaeth neb gyfri',
      stop: STOP,
    },
  },
  did_you_meet: {
    subject: () => 'A wnaethoch chi gwrdd?',
    text: (facts) => [
      facts.lastOn === undefined
        ? `Dydyn ni ddim wedi clywed gan ${cyGroup(facts)} ers tro.`
        : `Clywson ni ddiwethaf gan ${cyGroup(facts)} tua ${cyDate(facts.lastOn)}.`,
      'Ydych chi wedi cwrdd ers hynny? Os felly, faint o bobl ddaeth? Mae rhif bras yn iawn, dim enwau.',
      'Os na wnaethoch chi gwrdd, neu os ydych chi’n cael seibiant, mae hynny’n iawn. Rhowch wybod i ni. Dim ond unwaith y byddwn ni’n gofyn.',
    ],
    choices: {
      'record-headcount': 'Dweud faint ddaeth',
      'did-not-meet': 'Wnaethon ni ddim cwrdd',
      rest: 'Rydyn ni’n cael seibiant',
      stop: STOP,
    },
  },
  first_meeting_soon: {
    subject: () => 'Mae eich cyfarfod cyntaf cyn hir',
    text: (facts) => [
      `Mae’r grŵp yn cwrdd am y tro cyntaf${onDay(facts)}.`,
      'Dewch fel yr ydych chi, a dewch â rhywun os hoffech chi. Gallwch adael pan fynnwch chi.',
      'Fyddai’n well gennych chi beidio â dod y tro hwn? Mae croeso i chi unrhyw dro arall.',
    ],
    choices: { coming: 'Rwy’n dod', 'not-this-time': 'Nid y tro hwn', stop: STOP },
  },
  meeting_reminder: {
    subject: () => 'Eich cyfarfod nesaf',
    text: (facts) => [
      `Mae’r cyfarfod nesaf${facts.on ? onDay(facts) : ' ymhen dau ddiwrnod'}.`,
      'Dewch fel yr ydych chi. Fyddai’n well gennych chi beidio â dod y tro hwn? Mae hynny’n iawn, a does dim rhaid dweud pam.',
    ],
    choices: { coming: 'Rwy’n dod', 'not-this-time': 'Nid y tro hwn', stop: STOP },
  },
  missed_you_soft: {
    subject: () => 'Mae croeso i chi unrhyw bryd',
    text: () => [
      'Gofynnoch chi am air caredig nawr ac yn y man, felly dyma un. Mae croeso i chi unrhyw bryd, a does dim rhaid dweud dim.',
      'Hoffech chi gael seibiant o negeseuon, neu eu stopio? Mae un gair yn ddigon.',
    ],
    choices: { 'good-to-know': 'Da gwybod', 'a-break': 'Hoffwn i gael seibiant', stop: STOP },
  },
};
