import type { MessageKind, MessageKinds, PreviewView } from '@followon/shared/contract/previews';

export const SITE = '5f1b0c0a-0000-4000-8000-000000000001';

/** *Would you like a hand?*, unless told otherwise. */
const aKind = (told: Partial<MessageKind> = {}): MessageKind => ({
  ...{ key: 'would_a_hand_help', subject: 'Would you like a hand?', purpose: 'group-support' },
  audiences: [
    {
      ...{ audience: 'role-holder', caps: [{ days: 7, most: 3 }] },
      ...{ mayRefuse: true, mayStop: true, needsYes: false },
    },
    { audience: 'volunteer', caps: [], mayRefuse: true, mayStop: true, needsYes: false },
  ],
  ...{ who: 'The role holders.', when: 'When a group may need somebody.', away: 'The alert is over.' },
  ...{ useByDays: 7, onceInDays: null, quiet: { days: 30, longer: [{ label: 'Leave us be', days: 90 }] } },
  ...{ onlyIfChosen: false, leavesAtRest: false },
  ...told,
});

export const someKinds: MessageKinds = {
  items: [
    aKind(),
    aKind({
      ...{ key: 'missed_you_soft', subject: 'You are welcome any time', onlyIfChosen: true, onceInDays: 90 },
      audiences: [
        {
          ...{ audience: 'member', caps: [{ days: 7, most: 2 }] },
          ...{ mayRefuse: true, mayStop: true, needsYes: true },
        },
      ],
      quiet: null,
    }),
    aKind({
      ...{ key: 'alert_opened', subject: 'A group may need you', quiet: null },
      audiences: [{ audience: 'staff', caps: [], mayRefuse: false, mayStop: false, needsYes: false }],
    }),
  ],
};

const WORDS = {
  en: {
    subject: 'Would you like a hand?',
    line: 'Groups have their ups and downs.',
    choice: 'Please call us',
  },
  cy: {
    subject: 'Hoffech chi gael help llaw?',
    line: 'Mae grwpiau’n mynd i fyny ac i lawr.',
    choice: 'Ffoniwch ni',
  },
} as const;

/** For tests: what the server says of one message in the language and the format that were asked for. */
export function aPreview(path: string): PreviewView {
  const asked = new URL(path, 'http://here.test').searchParams;
  const language = asked.get('language') === 'cy' ? 'cy' : 'en';
  const format = (asked.get('format') ?? 'standard') as PreviewView['format'];
  const isMade = format === 'standard' || format === 'large-print';
  const { subject, line, choice } = WORDS[language];
  return {
    ...{ key: 'would_a_hand_help', audience: 'role-holder', language, format, subject },
    mail: isMade ? { preview: 'A short message.', html: `<p>${line}</p>`, text: `${line}\n` } : null,
    sms: isMade ? { text: `${line}\nSTOP`, signs: 212, parts: 2, alphabet: 'gsm-7' } : null,
    push: isMade ? { title: 'You have a message' } : null,
    sheets: [
      {
        ...{ lang: language, day: '24 November 2026', subject, text: line, tick: 'Tick:' },
        ...{ boxes: [{ label: choice, hasNumber: false }], back: 'Give it back.', bye: 'With good wishes' },
      },
    ],
    choices: [{ code: 'call-us', label: choice, leads: 'link' }],
  };
}
