import type { MessageFacts } from './facts.js';
import { sayReasonBeside } from './reasons.js';
import { sayName } from './say.js';
import type { CyWords } from './say-cy.js';

type Told = NonNullable<MessageFacts['alerts']>[number];
type Cause = NonNullable<MessageFacts['cause']>;

const findings: { readonly [C in Cause]: string } = {
  fading: 'efallai’n dechrau pylu',
  'at-risk': 'efallai’n dod i ben',
  'gone-quiet': 'wedi mynd yn dawel',
  'help-asked': 'am gael help llaw',
  conflict: 'yn sôn am anghydfod',
  'venue-lost': 'wedi colli ei le cwrdd',
  'contact-leaving': 'efallai heb neb i’w ffonio cyn hir',
  'handover-late': 'yn hwyr gyda’r trosglwyddo',
  'no-ptv': 'heb wirfoddolwr eto',
};

const subjectOf = ({ groupId, programmeId }: Told): string => groupId ?? programmeId ?? '';
const subjectsOf = ({ alerts = [] }: MessageFacts): string[] => [...new Set(alerts.map(subjectOf))];

/** `Mae “X” …`, with each cause of its own so that nothing has to mutate. */
export function cyAlertLines(facts: MessageFacts): string[] {
  const { audience, today, language, names = {}, alerts = [] } = facts;
  return subjectsOf(facts).flatMap((subject, at) => {
    const theirs = alerts.filter((alert) => subjectOf(alert) === subject);
    const found = [...new Set(theirs.map(({ cause }) => findings[cause]))];
    const causes = theirs.map(({ cause }) => cause);
    const reasons = theirs.map((alert) => sayReasonBeside({ audience, today, language, ...alert }, causes));
    const name = names[subject];
    const kind = theirs.every(({ groupId }) => groupId === undefined) ? 'rhaglenni' : 'grwpiau';
    const who = name ? sayName(name) : at === 0 ? `un o’ch ${kind}` : `un arall o’ch ${kind}`;
    const said = found.map((finding, index) => `${index === 0 ? 'Mae' : 'Hefyd, mae'} ${who} ${finding}.`);
    return [...said, ...new Set(reasons.filter((reason) => reason !== undefined))];
  });
}

export function cyHead(facts: MessageFacts): string | undefined {
  const many = subjectsOf(facts).length;
  if (many === 0) return undefined;
  return many === 1 ? 'Efallai fod angen chi ar grŵp.' : `Efallai fod angen chi ar ${many} o grwpiau.`;
}

const aboutIt = (facts: MessageFacts): string => (subjectsOf(facts).length > 1 ? 'amdanyn nhw' : 'amdano');

function lines(facts: MessageFacts): (string | undefined)[] {
  if (subjectsOf(facts).length > 0) return cyAlertLines(facts);
  const name = facts.groupName ?? facts.programmeName;
  const kind = facts.groupId === undefined && facts.programmeId !== undefined ? 'rhaglenni' : 'grwpiau';
  const who = name === undefined ? `un o’ch ${kind}` : sayName(name);
  const { cause = 'fading' } = facts;
  return [`Mae ${who} ${findings[cause]}.`, sayReasonBeside(facts, [cause])];
}

/** Of somebody of the group; who it was is not told. */
const wishes: { readonly [W in NonNullable<MessageFacts['wish']>]: string } = {
  rest: 'Dywedodd rhywun yno yr hoffen nhw gael seibiant.',
  back: 'Dywedodd rhywun yno eu bod nhw’n cwrdd eto.',
  goodbye: 'Dywedodd rhywun yno yr hoffen nhw ffarwelio’n dda.',
};

/** What is said to staff about groups that may need somebody, in Welsh. */
export const alertCy: CyWords<'alert_opened' | 'alert_unanswered' | 'help_asked'> = {
  alert_opened: {
    subject: () => 'Efallai fod angen chi ar grŵp',
    text: (facts) => [
      subjectsOf(facts).length > 1 ? cyHead(facts) : undefined,
      ...lines(facts),
      'Gallwch edrych ar y rhesymau a dewis beth i’w wneud. Nid oes enw neb a ddaeth neu a gadwodd draw yma.',
    ],
    choices: { look: 'Gweld y grŵp', acknowledge: 'Rwyf wedi ei weld' },
  },
  alert_unanswered: {
    subject: () => 'Does neb wedi cymryd hyn eto',
    text: (facts) => [
      subjectsOf(facts).length > 1 ? cyHead(facts) : undefined,
      ...lines(facts),
      `Cafodd y clinigwyr wybod rai dyddiau’n ôl, a does neb wedi dweud eu bod yn gofalu ${aboutIt(facts)}.`,
      `Gallwch ofyn i rywun, neu ofalu ${aboutIt(facts)} eich hun.`,
    ],
    choices: { look: 'Gweld y grŵp', 'leave-it': 'Ei adael gyda nhw' },
  },
  help_asked: {
    subject: () => 'Mae grŵp yn gofyn am help llaw',
    text: (facts) => [
      `Hoffai ${facts.groupName === undefined ? 'un o’ch grwpiau' : sayName(facts.groupName)} gael help llaw.`,
      facts.wish && wishes[facts.wish],
      'Mae galwad i’r person cyswllt yn ddechrau da. Nhw sy’n gwybod orau beth fyddai’n helpu.',
      'Pan fydd wedi’i ddatrys, dywedwch hynny ar dudalen y grŵp.',
    ],
    choices: { look: 'Gweld y grŵp', sorted: 'Mae wedi’i ddatrys nawr' },
  },
};
