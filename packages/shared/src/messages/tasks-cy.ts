/** Welsh titles of the tasks of the usual list; any other is told as a step. */
const titles: Readonly<Record<string, string>> = {
  assign_ptv: 'Dod o hyd i wirfoddolwr, ac un wrth gefn',
  intro_in_session: 'Dweud wrth bobl fod grwpiau’n aml yn mynd ymlaen',
  needs_check: 'Gofyn i bob person beth sydd ei angen i gymryd rhan',
  interest_poll: 'Gofyn pwy hoffai fynd ymlaen',
  choose_route: 'Dewis sut i fynd ymlaen',
  ptv_visit: 'Ymweld â sesiwn ac adrodd eich stori',
  leaflets_given: 'Rhannu’r taflenni',
  venue_option: 'Edrych ar ddau le i gwrdd',
  consent_contacts: 'Gofyn pwy sy’n hapus i rannu manylion cyswllt',
  roles_agreed: 'Cytuno ar ddau berson cyswllt a gwesteiwr cyntaf',
  first_date_fixed: 'Trefnu’r cyfarfod cyntaf',
  support_plan: 'Drafftio cynllun cefnogi ein gilydd',
  working_agreement: 'Trafod sut mae’r grŵp yn gweithio',
  safety_card: 'Rhoi’r cerdyn help i bawb',
  handover_done: 'Trosglwyddo',
  reminder_first: 'Atgoffa pobl am y cyfarfod cyntaf',
  first_meeting: 'Cynnal y cyfarfod cyntaf',
  ptv_call_1: 'Ffonio’r bobl gyswllt am y cyfarfod cyntaf',
  missed_invite: 'Gwahodd y rhai a gollodd y cyfarfod cyntaf',
  review_90: 'Gofyn sut mae’r grŵp ar ôl tri mis',
};

export const A_STEP_CY = 'Cam i helpu grŵp';
export const cyTask = (key: string): string => titles[key] ?? A_STEP_CY;
