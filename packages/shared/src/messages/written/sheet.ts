import { choicesOffered } from '../choices-offered.js';
import type { MessageFacts } from '../facts.js';
import { sayDate } from '../say.js';
import { cyDate } from '../say-cy.js';
import { isWorded, wordMessage } from '../word-message.js';
import { hasWaysOut } from '../../rules/nudge/link-asked.js';
import type { Language } from '../../rules/nudge/in-which-languages.js';

/** What stands on paper, in one language: what is said, boxes to tick, and to whom the sheet goes back. */
export interface Sheet {
  readonly lang: Language;
  /** The day it is printed. */
  readonly day: string;
  readonly subject: string;
  readonly text: string;
  readonly tick: string;
  readonly boxes: readonly { readonly label: string; readonly hasNumber: boolean }[];
  readonly back: string;
  readonly bye: string;
}

interface PaperWords {
  readonly day: (date: string) => string;
  readonly tick: string;
  readonly stop: string;
  readonly toContact: string;
  readonly toTeam: string;
  readonly bye: string;
}

const words: { readonly [L in Language]: PaperWords } = {
  en: {
    day: sayDate,
    tick: 'Tick what you would like to say:',
    stop: 'Stop these letters',
    toContact:
      'Then give this sheet to your group’s contact person, or just tell them. They write it down for you.',
    toTeam: 'Then give this sheet to the team that looks after the groups, or just tell them.',
    bye: 'With good wishes from Followon',
  },
  cy: {
    day: cyDate,
    tick: 'Ticiwch beth hoffech chi ei ddweud:',
    stop: 'Stopio’r llythyrau hyn',
    toContact:
      'Wedyn rhowch y daflen hon i berson cyswllt eich grŵp, neu dywedwch wrthyn nhw. Byddan nhw’n ei nodi ar eich rhan.',
    toTeam: 'Wedyn rhowch y daflen hon i’r tîm sy’n gofalu am y grwpiau, neu dywedwch wrthyn nhw.',
    bye: 'Gyda dymuniadau gorau gan Followon',
  },
};

/** A sheet of paper opens no page. */
const NEEDS_A_SCREEN = /^(look|see-|acknowledge)/;

/**
 * A message on paper. Sites keep no phone number and no address of their own, so an answer goes back by hand: to the contact
 * person, whose pages take the number, the answer and the stop for a member; from everybody else to the team. Undefined for a
 * nudge that has no words any more.
 */
export function writeSheet(key: string, facts: MessageFacts, language: Language): Sheet | undefined {
  const said = { ...facts, language, onPaper: true };
  const message = wordMessage(key, said);
  if (!message || !isWorded(key)) return undefined;
  const { day, tick, stop, toContact, toTeam, bye } = words[language];
  const boxes = choicesOffered(key, said)
    .filter(({ code }) => code !== 'stop' && !NEEDS_A_SCREEN.test(code))
    .map(({ code, label }) => ({ label, hasNumber: code === 'record-headcount' }));
  return {
    ...{ lang: language, day: day(facts.today), subject: message.subject, text: message.text, tick, bye },
    boxes: hasWaysOut(facts.audience) ? [...boxes, { label: stop, hasNumber: false }] : boxes,
    back: facts.audience === 'member' ? toContact : toTeam,
  };
}
