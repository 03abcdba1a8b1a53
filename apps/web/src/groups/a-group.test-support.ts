import type { GroupView } from '@followon/shared/contract/groups';
import type { GroupHealthView } from '@followon/shared/contract/health';
import { aTurnout } from '../ui/a-turnout.test-support.js';

const may = { record: true, correct: true, plan: true, rest: true, close: true, seeMembers: true };

/** For tests: a steady group that meets on Thursdays, as a clinician sees it. */
export const aGroup = (told: Partial<GroupView> = {}): GroupView => ({
  id: 'quay',
  siteId: 'avonside',
  siteName: 'Avonside',
  programmeId: null,
  name: 'Thursday group, Quay',
  cadence: 'weekly',
  state: 'meeting',
  restingUntil: null,
  formedOn: '2024-11-14',
  level: 'steady',
  levelSince: null,
  reasons: [],
  clearsWhen: null,
  noNews: false,
  lastMetOn: '2026-11-19',
  nextMeetingOn: null,
  registersMissing: 0,
  turnout: { usual: null, slots: [] },
  may: { ...may, switchMessages: false, report: false },
  ownGroup: false,
  version: 3,
  ...told,
});

/** For tests: the same group as its contact person sees it. */
export const anOwnGroup = (told: Partial<GroupView> = {}): GroupView =>
  aGroup({ ownGroup: true, may: { ...may, switchMessages: true, report: true }, ...told });

/** For tests: how that group is doing; between 5 and 9 could be expected at each of its meetings. */
export function aHealth(told: Partial<GroupHealthView> = {}): GroupHealthView {
  const { usual, slots } = aTurnout(7, 7, 8, 6, 'not-held', 4, 5, 3);
  return {
    groupId: 'quay',
    level: 'steady',
    score: null,
    silentDays: 5,
    confidence: 'full',
    expected: { low: 3, likely: 5.2, high: 7 },
    successorGroupId: null,
    reasons: [],
    clearsWhen: null,
    since: null,
    noNews: false,
    usual: 7,
    usualGapDays: 7,
    expectedNextOn: '2026-11-26',
    asOfSeq: 1,
    assessedAt: null,
    parameterVersion: 'health-2',
    turnout: {
      usual,
      slots: slots.map((slot) => ({
        ...slot,
        expected: slot.kind === 'not-held' ? null : { low: 5, high: 9 },
      })),
    },
    history: [],
    ...told,
  };
}
