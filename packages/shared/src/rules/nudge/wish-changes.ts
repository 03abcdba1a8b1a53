import { addDays, isDate } from '../calendar/civil-date.js';
import type { WishFormat, wishHours, wishLanguages } from './facts.js';

/** How a person would like to be spoken to, in all their groups and roles, as it is kept. */
export interface SaidWishes {
  /** Null where they have not said: their messages come as those of their site do. */
  readonly language: (typeof wishLanguages)[number] | null;
  readonly format: WishFormat;
  readonly hours: (typeof wishHours)[number];
  /** ISO weekdays on which nothing is wanted: 1 is Monday. */
  readonly quietWeekdays: readonly number[];
  readonly badUntil: string | null;
  readonly pausedUntil: string | null;
  readonly stoppedAt: Date | null;
}

export const nothingSaid: SaidWishes = {
  ...{ language: null, format: 'standard', hours: 'any', quietWeekdays: [] },
  ...{ badUntil: null, pausedUntil: null, stoppedAt: null },
};

/** What of it somebody changes; what is left out stays. */
export interface WishChange {
  readonly language?: (typeof wishLanguages)[number] | undefined;
  readonly format?: WishFormat | undefined;
  readonly hours?: SaidWishes['hours'] | undefined;
  readonly quietWeekdays?: readonly number[] | undefined;
  readonly badDay?: boolean | undefined;
  readonly pause?: { readonly weeks: number } | { readonly until: string } | null | undefined;
  readonly stopAll?: boolean | undefined;
  readonly startAgain?: true | undefined;
}

/** Why a change cannot be, and where. */
export interface WishTrouble {
  readonly path: string;
  readonly message: string;
}

const LONGEST_PAUSE_DAYS = 366;
/** Messages leave from Monday to Friday only. */
const SENDING_DAYS = [1, 2, 3, 4, 5];

/**
 * What a change makes of somebody's wishes, or why it cannot be. A stop keeps its first moment, and whatever else was
 * wished stays below it, so that starting again finds everything as it was.
 * @param on `today` is London's date; `now` the moment of the change
 */
export function changeWishes(
  wishes: SaidWishes,
  change: WishChange,
  on: { readonly today: string; readonly now: Date },
): SaidWishes | WishTrouble {
  const trouble = whyNot(change, on.today);
  if (trouble) return trouble;
  const { language, format, hours, quietWeekdays } = { ...wishes, ...given(change) };
  return {
    ...{ language, format, hours },
    quietWeekdays: [...new Set(quietWeekdays)].sort((a, b) => a - b),
    badUntil: badUntil(wishes, change, on.today),
    pausedUntil: pausedUntil(wishes, change, on.today),
    stoppedAt: stoppedAt(wishes, change, on.now),
  };
}

export const isTrouble = (answer: SaidWishes | WishTrouble): answer is WishTrouble => 'message' in answer;

function given({ language, format, hours, quietWeekdays }: WishChange): Partial<SaidWishes> {
  return {
    ...(language && { language }),
    ...(format && { format }),
    ...(hours && { hours }),
    ...(quietWeekdays && { quietWeekdays }),
  };
}

function whyNot({ quietWeekdays, pause }: WishChange, today: string): WishTrouble | undefined {
  if (quietWeekdays && SENDING_DAYS.every((day) => quietWeekdays.includes(day)))
    return {
      path: 'quietWeekdays',
      message:
        'That leaves no day for a message. Leave one day from Monday to Friday, or choose “Stop everything”.',
    };
  return pause && 'until' in pause ? whyNotUntil(pause.until, today) : undefined;
}

function whyNotUntil(until: string, today: string): WishTrouble | undefined {
  const path = 'pause.until';
  if (!isDate(until) || until <= today) return { path, message: 'Choose a day that is still to come.' };
  if (until <= addDays(today, LONGEST_PAUSE_DAYS)) return undefined;
  return {
    path,
    message: 'A pause is at most a year. For longer, choose “Stop everything”: you can start again any day.',
  };
}

/** A bad day is over when it is: the next day, messages come again. */
function badUntil({ badUntil: was }: SaidWishes, { badDay, startAgain }: WishChange, today: string) {
  if (startAgain) return null;
  if (badDay === undefined) return was;
  return badDay ? today : null;
}

function pausedUntil({ pausedUntil: was }: SaidWishes, { pause, startAgain }: WishChange, today: string) {
  if (startAgain || pause === null) return null;
  if (pause === undefined) return was;
  return 'weeks' in pause ? addDays(today, pause.weeks * 7) : pause.until;
}

function stoppedAt({ stoppedAt: was }: SaidWishes, { stopAll, startAgain }: WishChange, now: Date) {
  if (startAgain || stopAll === false) return null;
  return stopAll ? (was ?? now) : was;
}
