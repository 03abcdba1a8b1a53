/** After so many tries a person decides. */
export const MOST_TRIES = 5;

const MINUTE_MS = 60_000;
const GROWS_BY = 5;
const LONGEST_MS = 6 * 60 * MINUTE_MS;
/** Without it, a try might follow at once. */
const SHORTEST_MS = 5_000;

/**
 * How long a message that was refused waits: exponential, with full jitter, so that those which were refused together do not
 * come back together.
 * @param tries how often it was tried, at least 1
 * @param chance from 0 to 1, drawn anew each time
 */
export const tryAgainInMs = (tries: number, chance: number): number =>
  SHORTEST_MS + chance * Math.min(LONGEST_MS, MINUTE_MS * GROWS_BY ** (tries - 1));

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5 * MINUTE_MS;

/**
 * How long a provider that is not there is left alone by everybody. No message has a try counted for it, so a provider
 * that is away for a day costs no message.
 * @param failures in a row, at least 1
 */
export const leaveAloneForMs = (failures: number, chance: number): number =>
  FIRST_PAUSE_MS / 2 + chance * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
