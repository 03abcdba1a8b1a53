import type { HealthCause } from '../../alert/causes.js';
import { addDays, weekday } from '../../calendar/civil-date.js';
import type { MeetingFact, ReportedFact, Rest, RoleCount } from '../facts.js';
import { dayOf, type LivedGroup, type Told, type ToldName } from './lived-group.js';

/** What is learnt at a moment. `sweep`: a Monday look that no ledger holds, made only while somebody listens. */
export type Learnt =
  | { readonly what: 'register'; readonly meeting: MeetingFact }
  | { readonly what: 'reported'; readonly fact: ReportedFact }
  | { readonly what: 'settled'; readonly fact: ReportedFact }
  | { readonly what: 'roles'; readonly count: RoleCount }
  | { readonly what: 'rested'; readonly rest: Rest }
  | { readonly what: 'resumed' | 'closed' | 'looked' | 'missed' | 'sweep' }
  | { readonly what: 'resolved'; readonly cause: HealthCause };

export type Moment = Learnt & {
  readonly at: string;
  /** Place in the stream among what was told at the same time. */
  readonly place: number;
};

const NOON = 'T12:00';
/** When the sweeps look: apps/worker/src/sweep/silence-due.ts. */
const MORNING = 'T07:00';
const NOT_TOLD = -1;

/** Everything that happened to a group up to `today`, in the order in which live processing heard of it. */
export function momentsOf(lived: LivedGroup, today: string): readonly Moment[] {
  const told = new ToldOnce(lived.told);
  const moments: Moment[] = [
    ...registers(lived, told),
    ...reports(lived, told),
    ...roles(lived, told),
    ...rests(lived, told),
    ...closing(lived, told),
    ...lived.resolved.map(({ cause, at }): Moment => ({
      what: 'resolved',
      cause,
      at,
      place: Number.MAX_SAFE_INTEGER,
    })),
    ...told.others(),
  ];
  const first = moments.reduce((least, { at }) => (at < least ? at : least), '9999');
  const all = [...moments, ...mondays(dayOf(first), { liveFrom: lived.told[0]?.at, today })];
  return all.filter(({ at }) => dayOf(at) <= today).sort(inOrder);
}

const inOrder = (a: Moment, b: Moment): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.place - b.place);

type When = Pick<Moment, 'at' | 'place'>;
type Heard = When & Pick<Rest, 'until'>;

/** What was told, each thing taken once: what nobody takes was only a reason to look. */
class ToldOnce {
  private readonly taken = new Set<Told>();

  constructor(private readonly all: readonly Told[]) {}

  take(fits: (told: Told) => boolean): Heard | undefined {
    const place = this.all.findIndex((told) => !this.taken.has(told) && fits(told));
    const found = this.all[place];
    if (!found) return undefined;
    this.taken.add(found);
    return { at: found.at, place, until: found.until ?? null };
  }

  others(): Moment[] {
    return this.all.flatMap((told, place) =>
      this.taken.has(told) ? [] : [{ what: lookedOr(told.name), at: told.at, place }],
    );
  }

  /** First telling of each meeting's register. */
  registers(): ReadonlyMap<string, When> {
    const first = new Map<string, When>();
    for (const [place, told] of this.all.entries()) {
      if (told.name !== 'meeting.held.v1' && told.name !== 'meeting.not-held.v1') continue;
      this.taken.add(told);
      if (told.meetingId && !first.has(told.meetingId)) first.set(told.meetingId, { at: told.at, place });
    }
    return first;
  }
}

const lookedOr = (name: ToldName): 'looked' | 'missed' =>
  name === 'register.missing.v1' ? 'missed' : 'looked';

/** A register is known when it was written down, and never before its meeting; an imported one on its own day. */
function registers({ history }: LivedGroup, told: ToldOnce): Moment[] {
  const written = told.registers();
  return history.meetings.flatMap((meeting): Moment[] => {
    if (meeting.outcome === 'planned') return [];
    const { at, place } = written.get(meeting.meetingId) ?? { at: meeting.on + NOON, place: NOT_TOLD };
    return [{ what: 'register', meeting, at: at < meeting.on ? meeting.on + NOON : at, place }];
  });
}

function reports({ history }: LivedGroup, told: ToldOnce): Moment[] {
  return (history.reported ?? []).flatMap(({ kind, on, until }): Moment[] => {
    const whenTold = (day: string, name: ToldName): When =>
      told.take((it) => it.name === name && it.kind === kind && dayOf(it.at) === day) ?? onItsDay(day);
    const said = { what: 'reported', fact: { kind, on, until: null } } as const;
    const settled = { what: 'settled', fact: { kind, on, until } } as const;
    return [
      { ...said, ...when(whenTold(on, 'group.reported.v1')) },
      ...(until === null ? [] : [{ ...settled, ...when(whenTold(until, 'group.report-settled.v1')) }]),
    ];
  });
}

/** Roles are told by day: the last word of the day says how many hold one. */
function roles({ history, told: all }: LivedGroup, told: ToldOnce): Moment[] {
  return (history.roles ?? []).map((count): Moment => {
    const last = all.findLast(({ at, name }) => ROLES.includes(name) && dayOf(at) === count.on);
    const known = told.take((it) => it === last) ?? { at: `${count.on}T00:00`, place: NOT_TOLD };
    return { what: 'roles', count, ...when(known) };
  });
}
const ROLES: readonly ToldName[] = ['role.accepted.v1', 'role.vacated.v1'];

/** A break lasts as long as it was meant to until the group says that it is back. */
function rests({ history }: LivedGroup, told: ToldOnce): Moment[] {
  return history.rests.flatMap(({ from, until }): Moment[] => {
    const begun = told.take((it) => it.name === 'group.rested.v1' && it.from === from);
    const rest = { from, until: begun ? begun.until : until };
    const back =
      until === null
        ? undefined
        : (told.take((it) => it.name === 'group.resumed.v1' && dayOf(it.at) === until) ??
          (begun ? undefined : { at: until + MORNING, place: NOT_TOLD }));
    return [
      { what: 'rested', rest, ...when(begun ?? onItsDay(from)) },
      ...(back ? [{ what: 'resumed' as const, ...when(back) }] : []),
    ];
  });
}

function closing({ closedOn }: LivedGroup, told: ToldOnce): Moment[] {
  if (closedOn === null) return [];
  const closed = told.take(({ name, at }) => name === 'group.closed.v1' && dayOf(at) === closedOn);
  return [{ what: 'closed', ...when(closed ?? onItsDay(closedOn)) }];
}

const when = ({ at, place }: When): When => ({ at, place });

const onItsDay = (day: string): When => ({ at: day + NOON, place: NOT_TOLD });

/** Mondays before the ledger tells of the group day by day; later ones it holds itself. */
function mondays(
  first: string,
  { liveFrom, today }: { readonly liveFrom: string | undefined; readonly today: string },
): Moment[] {
  const before = liveFrom === undefined ? addDays(today, 1) : dayOf(liveFrom);
  const moments: Moment[] = [];
  if (first >= before) return moments;
  for (let day = addDays(first, 8 - weekday(first)); day < before; day = addDays(day, 7))
    moments.push({ what: 'sweep', at: day + MORNING, place: NOT_TOLD });
  return moments;
}
