import type { PolicyReplay, PolicyView, ReplaySide } from '@followon/shared/contract/policy';

export const SITE = '00000000-0000-4000-8000-000000000001';
const GROUP = '00000000-0000-4000-8000-000000000002';

export const shipped: PolicyView['thresholds'] = {
  ...{ watchScore: 0.14, fadingScore: 0.2, atRiskScore: 0.3, lowShare: 0.7, fewLatelyShare: 0.6 },
  ...{ silentDays: 35, silentGaps: 2, datesMissedForFading: 2, datesMissedForAtRisk: 3, tooFewPeople: 3 },
};

const presets: PolicyView['presets'] = {
  early: { ...shipped, silentDays: 25, fadingScore: 0.15 },
  shipped,
  clear: { ...shipped, silentDays: 49, fadingScore: 0.28 },
};

/** For tests: the marks of Avonside, the shipped ones unless told otherwise. */
export const aPolicy = (told: Partial<PolicyView> = {}): PolicyView => ({
  ...{ siteId: SITE, siteName: 'Avonside', version: 0, thresholds: shipped, defaults: shipped },
  presets,
  ...{ isDefault: true, parameterVersion: 'health-2', savedAt: null, mayChange: true, maySetEach: true },
  ...told,
});

const aSide = (told: Partial<ReplaySide> = {}): ReplaySide => ({
  thresholds: shipped,
  totals: {
    ...{ groupsFlagged: 0, flags: 0, flaggedAndNeededAHand: 0, alerts: 0 },
    ...{ alertsPerClinicianPerWeek: 0, falseEdgesPerGroupYear: 0 },
  },
  groups: [],
  ...told,
});

/** For tests: one group that would have been flagged in spring, and met again. */
export const aReplay = (told: Partial<PolicyReplay> = {}): PolicyReplay => ({
  ...{ siteId: SITE, from: '2024-11-24', to: '2026-11-24', weeks: 104, groups: 8, groupYears: 15 },
  ...{ clinicians: 2, corrected: false, correctedRegisters: 0, importedRegisters: 0 },
  now: aSide(),
  proposed: aSide({
    totals: {
      ...{ groupsFlagged: 1, flags: 1, flaggedAndNeededAHand: 0, alerts: 1 },
      ...{ alertsPerClinicianPerWeek: 0.05, falseEdgesPerGroupYear: 0.07 },
    },
    groups: [
      {
        ...{ groupId: GROUP, name: 'Thursday group' },
        flags: [
          {
            ...{ on: '2025-05-05', level: 'fading', until: '2025-05-12', whatFollowed: 'met-again' },
            reasonKeys: ['long-silent', 'few-lately', 'below-60'],
          },
        ],
        alerts: [],
      },
    ],
  }),
  ...told,
});
