import type { ForecastView, InterestView } from '@followon/shared/contract/carrying-on';
import type { HandoverView } from '@followon/shared/contract/handovers';
import { aServer, type Asked } from '../api/a-server.test-support.js';
import { aSession, NOW, onAPage } from '../ui/on-a-page.test-support.js';
import { CarryingOn } from './carrying-on.js';

export const anInterest = (told: Partial<InterestView> = {}): InterestView => ({
  ...{ programmeId: 'p', counts: null, recordedAt: null, minimum: 4, suggestion: null, version: 0 },
  possible: [
    { route: 'new', fit: 'yes' },
    { route: 'join', fit: 'refused', because: 'no-group' },
    { route: 'merge', fit: 'yes' },
    { route: 'buddy', fit: 'yes' },
    { route: 'none', fit: 'yes' },
  ],
  ...{ groups: [], programmes: [], askedBy: [], wishes: 0, mayRecord: true },
  ...told,
});

export const aForecast = (told: Partial<ForecastView> = {}): ForecastView => ({
  ...{ answers: 0, looks: 'too-few-answers', minimum: 4, by: 'in-person', atBest: null, bestTimes: [] },
  ...{ otherWay: null, missing: [] },
  ...told,
});

export const aHandover = (told: Partial<HandoverView> = {}): HandoverView => ({
  ...{ id: 'h', kind: 'programme', siteId: 's', programmeId: 'p', programmeName: 'Spring', groupId: null },
  ...{ lastSessionOn: '2026-12-03', route: 'new', suggestedRoute: null, routeChosenAt: null },
  ...{ withGroupId: null, withProgrammeId: null, withoutPtv: false, templateVersion: 'base-1' },
  ...{ openedOn: '2026-11-05', state: 'open', signedOffAt: null, acceptedAt: null, maySignOff: false },
  ...{ mayAccept: false, blocking: [], unproven: [], tasks: [], version: 3 },
  ...(told as object),
});

interface Told {
  readonly interest?: InterestView;
  readonly forecast?: ForecastView;
  readonly handover?: HandoverView;
  readonly now?: string;
  readonly actions?: readonly string[];
  readonly onWrite?: (asked: Asked) => { readonly status?: number; readonly body?: unknown };
}

/** For tests: how a group wants to go on, before whoever is with it; what is written can be looked at. */
export function openCarryingOn(told: Told = {}) {
  const {
    interest = anInterest(),
    forecast = aForecast(),
    handover = aHandover(),
    onWrite,
    now = NOW,
  } = told;
  const { actions = ['see-forecast', 'record-interest', 'choose-route'] } = told;
  const { asked } = aServer((request) => {
    if (request.method !== 'GET') return onWrite?.(request) ?? { body: { wishes: 1 } };
    if (request.path.endsWith('/interest')) return { body: interest };
    return { body: request.path.endsWith('/forecast') ? forecast : handover };
  });
  const session = aSession({ now, actions: [...actions] as never });
  const user = onAPage(<CarryingOn programmeId="p" handoverId="h" />, session);
  return { user, writes: () => asked.filter(({ method }) => method !== 'GET') };
}
