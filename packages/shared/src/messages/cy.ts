import type { MessageFacts } from './facts.js';
import { gapsInWeeks, turnoutOf, type ReasonWords } from './reason-facts.js';
import { longDate } from './say.js';

const MONTHS = 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(
  ' ',
);

const sayDate = (date: string): string => longDate(date, MONTHS);
const sayMonth = (date: string): string => sayDate(date).replace(/^\d+ /, '');

/** "And" is *ac* before the vowels of un (1), un ar ddeg (11) and wyth (8). */
function sayList(numbers: readonly number[]): string {
  const last = String(numbers.at(-1) ?? '');
  if (numbers.length < 2) return last;
  return `${numbers.slice(0, -1).join(', ')} ${/^(1|11|8\d?)$/.test(last) ? 'ac' : 'a'} ${last}`;
}

type Forms = { readonly [F in Intl.LDMLPluralRule]: string };
const rules = new Intl.PluralRules('cy');
/** The form that goes with a number; `#` is the number. */
const counted = (count: number, forms: Forms): string =>
  forms[rules.select(count)].replace('#', String(count));

const lastMeetings = (count: number): string =>
  counted(count, {
    zero: 'cyfarfodydd diwethaf',
    one: 'cyfarfod diwethaf',
    two: 'ddau gyfarfod diwethaf',
    few: 'tri chyfarfod diwethaf',
    many: 'chwe chyfarfod diwethaf',
    other: '# cyfarfod diwethaf',
  });

const people = (count: number): string =>
  counted(count, {
    zero: 'ychydig iawn o bobl',
    one: 'tua # person',
    two: 'tua # berson',
    few: 'tua # pherson',
    many: 'tua # pherson',
    other: 'tua # o bobl',
  });

const registers = (count: number): string =>
  counted(count, {
    zero: '# cofrestr',
    one: '# gofrestr',
    two: '# gofrestr',
    few: '# cofrestr',
    many: '# chofrestr',
    other: '# cofrestr',
  });

const turnout = (facts: MessageFacts): string | undefined => {
  const known = turnoutOf(facts);
  if (known && facts.upToOn)
    return `Hyd at ${sayDate(facts.upToOn)}, roedd tua ${known.usual} yn dod fel arfer; daeth ${sayList(known.recent)} i’r ${known.recent.length === 1 ? 'cyfarfod' : 'cyfarfodydd'}.`;
  return (
    known &&
    `Mae tua ${known.usual} yn dod fel arfer; daeth ${sayList(known.recent)} i’r ${lastMeetings(known.recent.length)}.`
  );
};

const fewer = (facts: MessageFacts): string => turnout(facts) ?? 'Mae llai o bobl yn dod nag o’r blaen.';

const fewLikely = ({ likely }: MessageFacts): string =>
  `Mae ${likely === undefined ? 'llai o bobl nag arfer' : people(Math.round(likely))} yn debygol o ddod i’r cyfarfod nesaf.`;

const weeks = (count: number): string => (count === 1 ? 'wythnos' : `${count} wythnos`);

function longGap(facts: MessageFacts): string {
  const known = gapsInWeeks(facts);
  return known
    ? `Roedd ${weeks(known.usual)} rhwng cyfarfodydd; yn ddiweddar bu bwlch o ${weeks(known.gap)}.`
    : 'Mae mwy o amser rhwng cyfarfodydd nag o’r blaen.';
}

const quiet = ({ lastOn }: MessageFacts): string =>
  lastOn ? `Dim cyfarfod y gwyddom amdano ers ${sayDate(lastOn)}.` : 'Dim cyfarfod y gwyddom amdano ers tro.';

const registersMissing = ({ count, of }: MessageFacts): string =>
  count && of
    ? `Mae ${registers(count)} o’r ${of} ddiwethaf ar goll, felly does dim llawer y tu ôl i hyn.`
    : 'Mae rhai cofrestri ar goll, felly does dim llawer y tu ôl i hyn.';

/** Every reason in Welsh. The Welsh is our own and waits for a reader: docs/glossary.md. */
export const cyReasons: ReasonWords = {
  'below-70-twice': fewer,
  'below-60': fewer,
  'under-3': (facts) => turnout(facts) ?? 'Ychydig iawn o bobl sy’n dod nawr.',
  'few-lately': fewer,
  cusum: (facts) => turnout(facts) ?? 'Mae llai o bobl wedi bod yn dod ers tro.',
  'few-likely': fewLikely,
  'long-gap': longGap,
  silent: quiet,
  'long-silent': quiet,
  'dates-missed': ({ lastOn }) =>
    `Ni chynhaliwyd rhai cyfarfodydd yn olynol.${lastOn ? ` Y tro diwethaf i’r grŵp gwrdd oedd ${sayDate(lastOn)}.` : ''}`,
  'cancelled-twice': () => 'Ni chynhaliwyd dau gyfarfod yn olynol.',
  'registers-missing': registersMissing,
  'help-asked': ({ sinceOn }) => `Gofynnodd y grŵp am help llaw${sinceOn ? ` ar ${sayDate(sinceOn)}` : ''}.`,
  'venue-lost': () => 'Mae’r grŵp wedi colli ei fan cyfarfod.',
  conflict: () => 'Dywedodd y grŵp wrthym fod anghydfod wedi bod.',
  'one-carries': () => 'Un person sy’n gwneud y rhan fwyaf o’r gwaith.',
  'roles-vacant': () => 'Rhy ychydig o bobl sy’n rhannu’r rolau.',
  'nobody-new': ({ sinceOn }) => (sinceOn ? `Neb newydd ers ${sayMonth(sinceOn)}.` : 'Neb newydd ers tro.'),
  'carries-on': () => 'Mae llawer o’i bobl yn cwrdd fel grŵp arall nawr.',
  'marks-changed': () => 'Y marciau ar gyfer codi llais a newidiwyd, nid y grŵp.',
  'register-corrected': () => undefined,
  resting: () => undefined,
};
