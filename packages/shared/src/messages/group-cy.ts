import { cyDate, cyGroup, type CyWords } from './say-cy.js';

/** What is said to the people of a group about the group itself, in Welsh. */
export const groupCy: CyWords<
  | 'would_a_hand_help'
  | 'merge_asked'
  | 'merge_answered'
  | 'are_you_ready'
  | 'role_thanks'
  | 'hand_round_roles'
  | 'ideas_pack'
  | 'winter_note'
  | 'flare_kindness'
> = {
  would_a_hand_help: {
    subject: ({ audience }) =>
      audience === 'volunteer' ? 'Allech chi roi help llaw i grŵp?' : 'Hoffech chi gael help llaw?',
    text: (facts) =>
      facts.audience === 'volunteer'
        ? [
            `Mae pob grŵp yn cael amser da ac amser llai da. Efallai y byddai galwad yn dda i ${facts.groupName === undefined ? 'grŵp yr ydych chi’n ei gefnogi' : cyGroup(facts)}.`,
            'Rydyn ni wedi gofyn i’w bobl hefyd, a gallan nhw ddweud na. Dim ond os yw’n eich siwtio chi: mae’n iawn ei adael.',
          ]
        : [
            `Mae pob grŵp yn cael amser da ac amser llai da. Hoffai ${cyGroup(facts)} gael rhywfaint o help nawr?`,
            'Chi sy’n dewis. Galwad, syniadau newydd, diwrnod gyda grŵp arall, neu seibiant. Gallwch ofyn i ni adael llonydd i chi hefyd.',
          ],
    choices: {
      'call-us': 'Ffoniwch ni',
      'send-ideas': 'Anfonwch syniadau aton ni',
      'meet-another-group': 'Cwrdd â grŵp arall',
      rest: 'Hoffen ni gael seibiant',
      'leave-us-be': 'Gadewch lonydd i ni',
      'i-will-ring': 'Fe wna i eu ffonio nhw',
      'not-just-now': 'Nid ar hyn o bryd',
    },
  },
  merge_asked: {
    subject: () => 'Cwestiwn gan grŵp arall',
    text: (facts) => [
      `Hoffai grŵp arall ymuno â ${cyGroup(facts)} a mynd ymlaen gyda’ch gilydd.`,
      'Gallwch weld pa grŵp, a beth fyddai’n newid, ar dudalen eich grŵp. Neu gofynnwch i ni eich ffonio, a thrafodwch gyda’ch gilydd yn gyntaf.',
      'Mae ie a na yn iawn. Does dim yn newid oni bai eich bod chi’n dweud ie.',
    ],
    choices: { look: 'Gweld y cwestiwn', 'call-us': 'Ffoniwch ni', 'not-for-us': 'Dydy hyn ddim i ni' },
  },
  merge_answered: {
    subject: () => 'Mae’r grŵp arall wedi ateb',
    text: (facts) =>
      facts.answer === 'merged'
        ? [
            'Dywedodd y grŵp arall ie. Rydych chi’n mynd ymlaen gyda’ch gilydd o hyn allan.',
            'Os nad yw’n teimlo’n iawn, gallwch wahanu eto o fewn pythefnos, ar dudalen y grŵp.',
          ]
        : [
            'Mae’r grŵp arall yn diolch i chi am ofyn. Byddai’n well ganddo fynd ymlaen ar ei ben ei hun am nawr.',
            `Does dim yn newid i ${cyGroup(facts)}. Roedd yn beth da i’w ofyn.`,
          ],
    choices: { look: 'Gweld ein grŵp', 'nothing-more': 'Dim byd arall i’w wneud' },
  },
  are_you_ready: {
    subject: () => 'Ydych chi’n barod i ddechrau eto?',
    text: (facts) => [
      `Roedd seibiant ${cyGroup(facts)} i fod i orffen${facts.on ? ` ar ${cyDate(facts.on)}` : ' tua nawr'}. Ydych chi’n barod?`,
      'Os oes angen mwy o amser arnoch chi, mae hynny’n iawn. Does dim yn dechrau nes i chi ddweud.',
    ],
    choices: {
      back: 'Ydyn, rydyn ni’n cwrdd eto',
      longer: 'Mae angen ychydig mwy o amser',
      goodbye: 'Hoffen ni ffarwelio’n dda',
    },
  },
  role_thanks: {
    subject: () => 'Diolch',
    text: (facts) => [
      `Diolch am yr hyn a wnaethoch chi dros ${cyGroup(facts)}.`,
      'Oes gennych chi allwedd neu nodiadau o hyd? Rhowch nhw i rywun yno, os gwelwch yn dda. Does dim rhaid dweud wrthon ni.',
      'Os nad oes gennych chi ddim, does dim byd arall i’w wneud.',
    ],
    choices: { 'by-hand': 'Fe wna i eu rhoi i rywun', 'nothing-more': 'Dim byd arall i’w wneud' },
  },
  hand_round_roles: {
    subject: () => 'Hoffai rhywun gael tro?',
    text: (facts) => [
      `Pwy sy’n gwneud beth yn ${cyGroup(facts)}? Nawr ac yn y man mae’n dda gofyn a hoffai rhywun gael tro.`,
      'Gall un ffonio, gall un agor y drws, a gall un ddod â’r te. Mae rhan fach yn rhan hefyd.',
      'Os ydych chi’n hoffi pethau fel y maen nhw, gadewch nhw.',
    ],
    choices: {
      'ask-somebody': 'Gofyn i rywun o’r grŵp',
      'a-hand-please': 'Hoffen ni gael help llaw',
      'as-it-is': 'Gadael pethau fel y maen nhw',
    },
  },
  ideas_pack: {
    subject: () => 'Syniadau ar gyfer eich grŵp',
    text: (facts) => [
      `Gofynnoch chi am syniadau i ${cyGroup(facts)}. Dyma rai y mae grwpiau eraill yn eu hoffi.`,
      'Gwnewch rywbeth ochr yn ochr: tro bach, cwis, cardiau, planhigion, neu ffilm. Daw’r sgwrs ohoni ei hun.',
      'Cwrddwch â grŵp arall unwaith, neu gofynnwch i wirfoddolwr alw heibio ac adrodd ei stori.',
      'Gall pawb ddod ag un peth a’u helpodd y mis hwn. Dewiswch un syniad, neu ddim un.',
    ],
    choices: {
      'try-one': 'Fe wnawn ni roi cynnig ar un',
      'meet-another-group': 'Cwrdd â grŵp arall',
      'ask-a-volunteer': 'Gofyn i wirfoddolwr alw heibio',
      'nothing-more': 'Dim byd arall i’w wneud',
    },
  },
  winter_note: {
    subject: () => 'Sut hoffech chi dreulio’r gaeaf?',
    text: (facts) => [
      'Mae llai o bobl yn dod allan yn y misoedd tywyll. Mae’r un peth yn y rhan fwyaf o grwpiau, ac efallai nad yw’n golygu dim.',
      `Sut hoffai ${cyGroup(facts)} dreulio’r gaeaf? Gallwch fynd ymlaen fel yr ydych chi.`,
      'Gallwch gwrdd dros y ffôn neu fideo am gyfnod. Neu gallwch gael seibiant a dechrau eto yn y gwanwyn.',
    ],
    choices: {
      'carry-on': 'Rydyn ni’n mynd ymlaen fel yr ydyn ni',
      'by-phone-or-video': 'Rydyn ni’n cwrdd dros y ffôn neu fideo',
      rest: 'Hoffen ni gael seibiant',
    },
  },
  flare_kindness: {
    subject: () => 'Gair caredig gan eich grŵp',
    text: () => [
      'Mae rhai dyddiau’n anoddach na’i gilydd. Mae eich grŵp yn meddwl amdanoch chi.',
      'A wnaethoch chi ysgrifennu rywbryd beth sy’n helpu ar ddiwrnod o’r fath? Efallai ei bod yn amser da i edrych arno.',
      'Gallwch ffonio rhywun o’r grŵp hefyd, neu wneud dim byd o gwbl.',
    ],
    choices: {
      'my-plan': 'Fe wna i edrych ar fy nghynllun',
      'call-somebody': 'Fe wna i ffonio rhywun',
      stop: 'Stopio’r negeseuon hyn',
    },
  },
};
