import type { Interval } from '../measures/bootstrap.js';

export const short = (value: number, digits = 3): string =>
  Number.isFinite(value) ? value.toFixed(digits) : 'none';

const signed = (value: number, digits: number): string => (value >= 0 ? '+' : '') + short(value, digits);

export const withInterval = (value: number, { low, high }: Interval): string =>
  `${short(value)} (${short(low, 2)} to ${short(high, 2)})`;

export const difference = (value: number, { low, high }: Interval): string =>
  `${signed(value, 3)} (${signed(low, 3)} to ${signed(high, 3)})`;

export const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

export const whole = (count: number): string => count.toLocaleString('en-GB');
