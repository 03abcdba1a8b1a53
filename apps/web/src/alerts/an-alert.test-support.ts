import type { AlertDetail, AlertView } from '@followon/shared/contract/alerts';
import { aTurnout } from '../ui/a-turnout.test-support.js';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** For tests: the Thursday group may be starting to fade, and nobody has it in hand. */
export const anAlert = (told: Partial<AlertView> = {}): AlertView => ({
  ...{ id: id(71), siteId: id(1), siteName: 'Avonside', groupId: id(2), groupName: 'Thursday group, Quay' },
  ...{ programmeId: null, programmeName: null, cause: 'fading', state: 'open', stage: 'clinician' },
  reasons: [{ key: 'below-60', usual: 7, recent: [4, 5, 3], meetingIds: [id(2), id(1), id(0)] }],
  openedAt: '2026-11-23T09:00:00.000Z',
  ...{ acknowledgedAt: null, snoozedUntil: null, closedAt: null, withdrawnBecause: null },
  ...{ outcome: null, noConcernBecause: null, myVerdict: null, mayAct: true },
  turnout: aTurnout(7, 7, 8, 7, 4, 5, 3),
  ...told,
});

/** For tests: the handover of a programme without a group is late. */
export const aLateHandover = (told: Partial<AlertView> = {}): AlertView =>
  anAlert({
    ...{ id: id(72), groupId: null, groupName: null, programmeId: id(3), programmeName: 'Spring PMP' },
    ...{ cause: 'handover-late', reasons: [], turnout: null },
    ...told,
  });

const step = (
  what: AlertDetail['history'][number]['what'],
  sent: number | null = null,
  notSent: number | null = null,
) => ({
  ...{ at: '2026-11-23T09:00:00.000Z', what, sent, notSent, waiting: sent === null ? null : 0, until: null },
});

/** For tests: the same with all that its page shows. */
export const aDetail = (told: Partial<AlertDetail> = {}): AlertDetail => ({
  ...anAlert(),
  nextSteps: ['ask-ptv-to-call', 'send-ideas', 'offer-rest'],
  history: [step('opened'), step('offered-to-group', 2, 1), step('told-clinicians', 1, 0)],
  trace: [
    { eventId: id(90), name: 'alert.opened.v1', at: '2026-11-23T09:00:00.000Z', meetingId: null, on: null },
    {
      eventId: id(91),
      name: 'group-health.changed.v1',
      at: '2026-11-23T09:00:00.000Z',
      meetingId: null,
      on: null,
    },
    {
      eventId: id(92),
      name: 'meeting.held.v1',
      at: '2026-11-19T19:00:00.000Z',
      meetingId: id(0),
      on: '2026-11-19',
    },
  ],
  verdicts: [{ rule: 'fading', useful: 3, notUseful: 1, wrong: 0 }],
  nextStage: { on: '2026-11-30', stage: 'site-admin' },
  ...told,
});
