import { isCurrent } from './currency.js';

/** What is written down of a volunteer at the site; dates are London days. */
export type VolunteerFacts = {
  readonly accountDisabled: boolean;
  /** The first day back from a break. */
  readonly pausedUntil: string | null;
  readonly trainingUntil: string | null;
  readonly checksUntil: string | null;
  /**
   * 3 unless the site says otherwise: our choice. "A cap on groups per volunteer" is the control against the emotional
   * load of peer work (product.md 2.3, S14); no source gives the number (docs/decisions/0018-volunteers-are-asked.md).
   */
  readonly caseloadCap: number;
  /** Other programmes not finished or with an open handover beside which they stand, in either part. */
  readonly caseload: number;
};

export type Asking = {
  readonly today: string;
  readonly accountId: string;
  readonly part: 'ptv' | 'deputy';
  /** Undefined: not a volunteer of the site. */
  readonly volunteer: VolunteerFacts | undefined;
  /** Who has the part now, and who has the other one. */
  readonly holder: string | null;
  readonly holderOfOther: string | null;
  /** Whoever has the part keeps it until this person says yes. */
  readonly instead: boolean;
  readonly isAsked: boolean;
  /** The handover is closed, so nobody is needed any more. */
  readonly isOver: boolean;
};

export const refusalCodes = [
  'programme-over',
  'not-a-volunteer',
  'account-disabled',
  'has-this-part',
  'has-other-part',
  'part-taken',
  'already-asked',
  'on-a-break',
  'training-not-written-down',
  'training-expired',
  'checks-not-written-down',
  'checks-expired',
  'caseload-reached',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Why not, with the date or the numbers it hangs on. */
export type AskRefusal = {
  readonly code: RefusalCode;
  readonly on?: string;
  readonly caseload?: number;
  readonly cap?: number;
};

/** The first thing that stands in the way of asking this person, or of their yes; undefined when nothing does. */
export function mayBeAsked(asking: Asking): AskRefusal | undefined {
  const { volunteer, today } = asking;
  if (asking.isOver) return { code: 'programme-over' };
  if (!volunteer) return { code: 'not-a-volunteer' };
  if (volunteer.accountDisabled) return { code: 'account-disabled' };
  return (
    refusedByPart(asking) ??
    refusedByBreak(volunteer, today) ??
    refusedByDates(volunteer, today) ??
    refusedByLoad(volunteer)
  );
}

function refusedByPart({
  part,
  accountId,
  holder,
  holderOfOther,
  instead,
  isAsked,
}: Asking): AskRefusal | undefined {
  if (holder === accountId) return { code: 'has-this-part' };
  // A deputy may take over and is deputy no more; nobody stands in for themselves.
  if (part === 'deputy' && holderOfOther === accountId) return { code: 'has-other-part' };
  if (holder !== null && !instead) return { code: 'part-taken' };
  return isAsked ? { code: 'already-asked' } : undefined;
}

const refusedByBreak = ({ pausedUntil }: VolunteerFacts, today: string): AskRefusal | undefined =>
  pausedUntil !== null && pausedUntil > today ? { code: 'on-a-break', on: pausedUntil } : undefined;

export type DateRefusal = {
  readonly code:
    'training-not-written-down' | 'training-expired' | 'checks-not-written-down' | 'checks-expired';
  readonly on?: string;
};

/** Without current training and checks nobody is asked, and nobody is given a volunteer's task. */
export function refusedByDates(
  { trainingUntil, checksUntil }: Pick<VolunteerFacts, 'trainingUntil' | 'checksUntil'>,
  today: string,
): DateRefusal | undefined {
  if (trainingUntil === null) return { code: 'training-not-written-down' };
  if (!isCurrent(trainingUntil, today)) return { code: 'training-expired', on: trainingUntil };
  if (checksUntil === null) return { code: 'checks-not-written-down' };
  return isCurrent(checksUntil, today) ? undefined : { code: 'checks-expired', on: checksUntil };
}

const refusedByLoad = ({ caseload, caseloadCap: cap }: VolunteerFacts): AskRefusal | undefined =>
  caseload >= cap ? { code: 'caseload-reached', caseload, cap } : undefined;
