import type { MessageFacts } from './facts.js';
import { sayName } from './say.js';
import { cyDay, type CyWords } from './say-cy.js';

type OfWeek = NonNullable<MessageFacts['week']>[number];

function weekLine(
  { what, groupId = '', programmeId = '', on }: OfWeek,
  { names = {} }: MessageFacts,
): string {
  const name = names[groupId];
  const group = name === undefined ? 'grŵp yr ydych chi’n ei gefnogi' : sayName(name);
  const course = names[programmeId];
  const lines: { readonly [K in OfWeek['what']]: string } = {
    'stand-beside': `Hoffech chi gefnogi grŵp newydd${course === undefined ? '' : ` (${sayName(course)})`}?`,
    'help-asked': `Hoffai ${group} gael help llaw.`,
    'first-meeting': `Mae ${group} yn cwrdd am y tro cyntaf${on ? ` ${cyDay(on)}` : ' yr wythnos hon'}.`,
    'met-first': `Newyddion da: mae ${group} wedi cwrdd am y tro cyntaf.`,
    recovered: `Newyddion da: mae ${group} yn gwneud yn dda eto.`,
  };
  return lines[what];
}

/** A count after its noun needs no plural form. */
const line = (what: string, count: number): string | undefined =>
  count === 0 ? undefined : `${what}: ${count}.`;
const under = (head: string, lines: readonly (string | undefined)[]): (string | undefined)[] =>
  lines.some((one) => one !== undefined) ? [head, ...lines] : [];

const monthLines = ({ month }: MessageFacts): (string | undefined)[] =>
  month
    ? [
        ...under('Y newyddion da yn gyntaf.', [
          line('Grwpiau sy’n gwneud yn dda eto', month.recovered),
          line('Grwpiau newydd a gwrddodd am y tro cyntaf', month.metFirst),
          line('Trosglwyddiadau a orffennwyd', month.handoversDone),
        ]),
        ...under('Mae hyn yn aros am rywun.', [
          line('Tasgau hwyr', month.late),
          line('Grwpiau sydd wedi mynd yn dawel', month.silent),
          line('Grwpiau sydd efallai’n dechrau pylu', month.fading),
          line('Negeseuon sydd angen person', month.stuck),
        ]),
      ]
    : [];

/** What comes by the week and the month, in Welsh. */
export const newsCy: CyWords<'ptv_update' | 'admin_digest'> = {
  ptv_update: {
    subject: () => 'Eich wythnos',
    text: (facts) => [
      'Dyma beth sy’n digwydd yn eich grwpiau yr wythnos hon.',
      ...(facts.week ?? []).map((one) => weekLine(one, facts)),
      'Os nad hon yw eich wythnos chi, gadewch hi. Gall rhywun arall gamu i mewn.',
    ],
    choices: { look: 'Gweld fy rhestr', 'not-this-week': 'Nid yr wythnos hon' },
  },
  admin_digest: {
    subject: () => 'Y mis yn eich grwpiau',
    text: (facts) => [...monthLines(facts), 'Gallwch edrych nawr, neu ei adael tan ddiwrnod arall.'],
    choices: { look: 'Gweld y grwpiau', 'see-messages': 'Gweld y negeseuon', later: 'Nid heddiw' },
  },
};
