import type { BreakCover, VolunteerRequestView, VolunteerView } from '@followon/shared/contract/volunteers';

/** For tests: Bev at Avonside, whose training runs out soon and whose checks nobody has written down. */
export const aVolunteer = (told: Partial<VolunteerView> = {}): VolunteerView => ({
  id: 'bev',
  siteId: 'avonside',
  displayName: 'Bev',
  openTasks: 2,
  pausedUntil: null,
  caseload: 1,
  caseloadCap: 3,
  training: { until: '2026-12-20', state: 'expiring' },
  checks: { until: null, state: 'not-written-down' },
  ...told,
});

export const aQuestion = (told: Partial<VolunteerRequestView> = {}): VolunteerRequestView => ({
  id: 'question',
  siteId: 'avonside',
  siteName: 'Avonside',
  programmeId: 'spring',
  programmeName: 'Spring programme',
  lastSessionOn: '2026-12-17',
  volunteer: { accountId: 'me', displayName: 'Sam' },
  part: 'ptv',
  state: 'asked',
  reason: null,
  askedAt: '2026-11-21T09:00:00.000Z',
  answeredAt: null,
  somebodyElse: false,
  ...told,
});

export const someCover = (told: Partial<BreakCover> = {}): BreakCover => ({
  untilOn: '2026-12-08',
  deputies: [{ displayName: 'Bev', tasks: 2 }],
  withLead: 1,
  ...told,
});
