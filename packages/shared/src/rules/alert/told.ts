import type { Reason } from '../health/facts.js';
import type { ToldCause } from './causes.js';
import { toldCauses } from './causes.js';
import { restfulBecause } from './episode.js';
import type { GroupState } from './episode.js';

/** A report of the group that nobody has settled. */
export type OpenReport = { readonly id: string; readonly kind: string; readonly on: string };

/** Somebody to ring: still there, and when they would like to stop. */
export type Contact = { readonly roleId: string; readonly endsOn: string | null };

export type ToldFacts = {
  readonly groupState: GroupState;
  readonly reports: readonly OpenReport[];
  readonly contacts: readonly Contact[];
  /** The contact person who stopped last, where there was one; without a day when they cannot be reached any more. */
  readonly lastContact: { readonly roleId: string; readonly endedOn: string | null } | null;
};

/** What is so, and the record that it rests on. */
export type Told = {
  readonly cause: ToldCause;
  readonly aboutId: string;
  readonly reasons: readonly Reason[];
};

export type ToldEpisode = {
  readonly cause: ToldCause;
  readonly state: 'open' | 'acknowledged' | 'withdrawn' | 'resolved';
  readonly aboutId: string | null;
};

export type ToldDecision = {
  readonly open: readonly Told[];
  readonly withdraw: readonly { readonly cause: ToldCause; readonly because: string }[];
};

/** Everything of this kind that is true of the group now; nothing of one that rests or has ended. */
export function whatIsTold(facts: ToldFacts): Told[] {
  if (restfulBecause(facts.groupState) !== undefined) return [];
  const reported = facts.reports.flatMap(({ id, kind, on }): Told[] => {
    const cause = (['help-asked', 'conflict', 'venue-lost'] as const).find((known) => known === kind);
    return cause ? [{ cause, aboutId: id, reasons: [{ key: cause, sinceOn: on, meetingIds: [] }] }] : [];
  });
  const last = whoLeaves(facts);
  return last ? [...reported, last] : reported;
}

/** The last one stops, or will, and nobody else is there; a group that never had a contact person has lost none. */
function whoLeaves({ contacts, lastContact }: ToldFacts): Told | undefined {
  if (contacts.some(({ endsOn }) => endsOn === null)) return undefined;
  const [last] = [...contacts].sort(byLatest);
  if (last) return leaving(last.roleId);
  return lastContact ? leaving(lastContact.roleId, lastContact.endedOn) : undefined;
}

const leaving = (aboutId: string, sinceOn?: string | null): Told => ({
  ...{ cause: 'contact-leaving', aboutId },
  reasons: [{ key: 'roles-vacant', ...(sinceOn && { sinceOn }), meetingIds: [] }],
});

const byLatest = (one: Contact, other: Contact): number =>
  (other.endsOn ?? '').localeCompare(one.endsOn ?? '') || other.roleId.localeCompare(one.roleId);

/**
 * Opens what has become true and withdraws what is not true any more, by what is so now and by what was said before. What a
 * person resolved stays resolved while it rests on the same record; what was withdrawn was untrue in between.
 * @param latest the latest episode of each cause
 */
export function decideTold(facts: ToldFacts, latest: readonly ToldEpisode[]): ToldDecision {
  const told = whatIsTold(facts);
  const lastOf = (cause: ToldCause) => latest.find((episode) => episode.cause === cause);
  const open = told.filter(({ cause, aboutId }) => {
    const last = lastOf(cause);
    if (!last || last.state === 'withdrawn') return true;
    return last.state === 'resolved' && last.aboutId !== aboutId;
  });
  const withdraw = toldCauses.flatMap((cause) => {
    const last = lastOf(cause);
    const stands = last?.state === 'open' || last?.state === 'acknowledged';
    return stands && !told.some((one) => one.cause === cause)
      ? [{ cause, because: restfulBecause(facts.groupState) ?? whyOver(cause) }]
      : [];
  });
  return { open, withdraw };
}

const whyOver = (cause: ToldCause): string =>
  cause === 'contact-leaving' ? 'contact-found' : 'report-settled';
