import type { TaskKey } from '@followon/shared/rules/handover/templates/base';
import type { PersonKey, SiteName } from '../people.js';

type HandoverState = 'open' | 'signed-off' | 'accepted' | 'closed';

/** One programme of the demo and how far its handover is. */
export interface ProgrammePlan {
  readonly key: string;
  readonly site: SiteName;
  /** Stands between the season and the word programme, so that two of one season differ. */
  readonly kind: '' | 'evening ' | 'morning ' | 'online ';
  readonly type: 'PMP' | 'SMP';
  readonly mode: 'in-person' | 'online' | 'hybrid';
  /** Negative when it has finished. */
  readonly lastSessionInDays: number;
  readonly weeks: number;
  readonly clinician: PersonKey;
  readonly ptv: PersonKey | null;
  readonly lead: PersonKey;
  readonly contact: PersonKey | null;
  /** Undefined while it is too early for a checklist. */
  readonly handover?: {
    readonly state: HandoverState;
    readonly group?: string;
    readonly done: readonly TaskKey[];
    /** Agreed for today, whatever the template says. */
    readonly dueToday?: TaskKey;
  };
}

const upToSession = [
  ...([
    'assign_ptv',
    'intro_in_session',
    'needs_check',
    'interest_poll',
    'choose_route',
    'ptv_visit',
  ] as const),
  ...([
    'leaflets_given',
    'venue_option',
    'consent_contacts',
    'roles_agreed',
    'first_date_fixed',
    'support_plan',
  ] as const),
  ...(['working_agreement', 'safety_card'] as const),
] as const satisfies readonly TaskKey[];
const upToFirstMeeting = [...upToSession, 'handover_done', 'reminder_first', 'first_meeting'] as const;
const upToCall = [...upToFirstMeeting, 'ptv_call_1', 'missed_invite'] as const;

const avonside = {
  site: 'Avonside',
  type: 'PMP',
  mode: 'in-person',
  clinician: 'clinician',
  lead: 'lead',
} as const;

export const programmePlans: readonly ProgrammePlan[] = [
  {
    ...avonside,
    key: 'finishing',
    kind: '',
    lastSessionInDays: 10,
    weeks: 8,
    ptv: 'volunteer',
    contact: null,
    handover: {
      state: 'open',
      done: ['assign_ptv', 'intro_in_session', 'needs_check', 'interest_poll', 'ptv_visit'],
      dueToday: 'leaflets_given',
    },
  },
  {
    ...avonside,
    key: 'finished-last-week',
    kind: 'evening ',
    lastSessionInDays: -7,
    weeks: 8,
    ptv: 'volunteer',
    contact: 'ravi',
    handover: { state: 'open', group: 'Wednesday group, Garden', done: upToSession },
  },
  {
    ...avonside,
    key: 'accepted',
    kind: 'morning ',
    lastSessionInDays: -80,
    weeks: 10,
    ptv: 'volunteer',
    contact: null,
    handover: { state: 'accepted', group: 'Tuesday group, Fernbank', done: upToCall },
  },
  {
    key: 'running',
    site: 'Harbour',
    kind: '',
    type: 'PMP',
    mode: 'hybrid',
    lastSessionInDays: 40,
    weeks: 10,
    clinician: 'harbourClinician',
    ptv: null,
    lead: 'lowri',
    contact: null,
  },
  {
    key: 'closed',
    site: 'Harbour',
    kind: '',
    type: 'SMP',
    mode: 'in-person',
    lastSessionInDays: -400,
    weeks: 6,
    clinician: 'harbourClinician',
    ptv: 'emrys',
    lead: 'lowri',
    contact: null,
    handover: { state: 'closed', group: 'Tuesday group, Terrace', done: [...upToCall, 'review_90'] },
  },
  {
    key: 'signed-off',
    site: 'Moorland',
    kind: '',
    type: 'PMP',
    mode: 'in-person',
    lastSessionInDays: -24,
    weeks: 8,
    clinician: 'tess',
    ptv: 'iris',
    lead: 'femi',
    contact: null,
    handover: { state: 'signed-off', group: 'Monday group, Gate', done: upToFirstMeeting },
  },
];
