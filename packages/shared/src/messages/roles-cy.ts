import type { MessageFacts } from './facts.js';
import { sayName } from './say.js';
import { cyDate, cyGroup, type CyWords } from './say-cy.js';
import { volunteersPart } from './volunteers-part.js';

const aGroup = ({ groupName }: MessageFacts): string =>
  groupName === undefined ? 'un o’ch grwpiau' : sayName(groupName);
const beside = ({ groupName }: MessageFacts): string =>
  groupName === undefined ? 'grŵp yr ydych chi’n ei gefnogi' : sayName(groupName);
const course = ({ programmeName }: MessageFacts): string =>
  programmeName === undefined ? '' : ` (${sayName(programmeName)})`;
const offered: Readonly<Record<string, string>> = {
  contact: 'yn berson cyswllt',
  host: 'yn westeiwr',
  ptv: 'yn wirfoddolwr',
};
const part = (): string => {
  const { things, months } = volunteersPart();
  return `Nifer y pethau bach: tua ${things}. Nifer y misoedd: ${months}.`;
};

/** What is said about taking a role, in Welsh. */
export const rolesCy: CyWords<
  | 'role_offered'
  | 'volunteer_asked'
  | 'without_volunteer'
  | 'contact_wanted'
  | 'contact_wanted_lead'
  | 'contact_wanted_admin'
> = {
  role_offered: {
    subject: () => 'Hoffech chi gymryd rôl?',
    text: (facts) => [
      `Gofynnir i chi fod ${offered[facts.role ?? ''] ?? 'yn un o’r helpwyr'} i ${cyGroup(facts)}.`,
      'Dywedwch ie dim ond os hoffech chi. Gallwch stopio unrhyw bryd. Os dywedwch chi na, does dim rhaid dweud pam.',
    ],
    choices: { yes: 'Ie, hoffwn i', 'no-thanks': 'Dim diolch' },
  },
  volunteer_asked: {
    subject: () => 'Allech chi gefnogi grŵp?',
    text: (facts) => [
      facts.role === 'deputy'
        ? `Allech chi gymryd lle gwirfoddolwr arall pan na all ddod${course(facts)}?`
        : `Allech chi gefnogi grŵp newydd${course(facts)}?`,
      part(),
      facts.role === 'deputy'
        ? 'Y gwirfoddolwr arall sy’n gwneud y rhan fwyaf.'
        : 'Gallwch basio unrhyw un ohonyn nhw ymlaen.',
      'Dywedwch ie dim ond os yw’n eich siwtio chi. Os dywedwch chi na, does dim rhaid dweud pam.',
    ],
    choices: { yes: 'Ie, fe wna i', 'no-thanks': 'Dim diolch' },
  },
  without_volunteer: {
    subject: () => 'Ni chafwyd gwirfoddolwr',
    text: ({ programmeName }) => [
      `Does dim gwirfoddolwr wedi dweud ie i ${programmeName === undefined ? 'un o’ch rhaglenni' : sayName(programmeName)}.`,
      'Mae’r rhestr yn mynd ymlaen heb un. Chi neu’r clinigydd sydd â’u tasgau nhw nawr.',
      'Gallwch ofyn i rywun o hyd. Os dywedan nhw ie, daw eu tasgau’n ôl.',
    ],
    choices: { look: 'Gweld y rhaglen', 'leave-it': 'Ei gadael fel y mae' },
  },
  contact_wanted: {
    subject: () => 'Pwy allai pobl ei ffonio?',
    text: (facts) => [
      `Does neb i’w ffonio ar ran ${facts.audience === 'volunteer' ? beside(facts) : cyGroup(facts)} ar hyn o bryd.`,
      facts.audience === 'volunteer'
        ? 'Does dim rhaid i chi ei wneud eich hun. Pan glywch chi gan y grŵp, gofynnwch pwy hoffai gael tro.'
        : 'Allai rhywun gymryd tro? Ateb galwad a rhoi gwybod am y dyddiad nesaf yw’r rhan fwyaf.',
      facts.actBy && `Os na all neb, byddwn ni’n holi ar ôl ${cyDate(facts.actBy)}.`,
    ],
    choices: {
      'ask-somebody': 'Gofyn i rywun o’r grŵp',
      'a-hand-please': 'Hoffen ni gael help llaw',
      rest: 'Hoffen ni gael seibiant',
      look: 'Gweld y grŵp',
      'leave-it': 'Ei adael i’r lleill',
    },
  },
  contact_wanted_lead: {
    subject: () => 'Mae grŵp yn chwilio am berson cyswllt',
    text: (facts) => [
      `Does gan ${aGroup(facts)} neb i’w ffonio ar hyn o bryd.`,
      'Efallai mai gair caredig â’i bobl yw’r cyfan sydd ei angen. Gall gael seibiant hefyd, neu orffen yn dda.',
      facts.actBy && `Os gadewch chi hyn, bydd gweinyddwr yn clywed ar ${cyDate(facts.actBy)}.`,
    ],
    choices: { look: 'Gweld y grŵp', 'leave-it': 'Ei adael i’r gweinyddwr' },
  },
  contact_wanted_admin: {
    subject: () => 'Mae grŵp heb berson cyswllt o hyd',
    text: (facts) => [
      `Does gan ${aGroup(facts)} neb i’w ffonio ers rhai wythnosau.`,
      'Gallwch ofyn i rywun yno, gofyn pwy allai helpu, neu ofyn i’r grŵp a hoffai gael seibiant.',
      facts.actBy && `Os na cheir neb, byddwn ni’n gofyn i chi eto ar ${cyDate(facts.actBy)}.`,
    ],
    choices: { look: 'Gweld y grŵp', later: 'Gofynnwch eto bryd hynny' },
  },
};
