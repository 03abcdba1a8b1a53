import { addDays } from '../calendar/civil-date.js';
import { londonInstant } from '../calendar/london.js';
import type { Nudge } from './nudge.js';

export type Moment = {
  readonly offsetDays: number;
  /** The day it belongs to. It is sent when the window opens, so a weekend holds it. */
  readonly on: string;
  readonly from: Date;
  /** After this it is dropped: a late reminder is worse than none. */
  readonly useBy: Date;
};

/** When the messages of a nudge are sent, counted from the day that it is about (see `countsFrom`). */
export function momentsOf(nudge: Pick<Nudge, 'offsetDays' | 'useByDays'>, day: string): Moment[] {
  return nudge.offsetDays.map((offsetDays) => {
    const on = addDays(day, offsetDays);
    return {
      offsetDays,
      on,
      from: londonInstant(on, '08:00'),
      useBy: londonInstant(addDays(on, nudge.useByDays), '18:00'),
    };
  });
}

/**
 * One message per nudge, person and occasion (what it is about and its moment, or a day); the unique key that makes a
 * repeat harmless. For `alert_opened` the thing is the episode, so nobody hears of one episode twice.
 */
export const idempotencyKey = (message: {
  readonly nudge: string;
  readonly personRef: string;
  readonly occasion: string;
}): string => [message.nudge, message.personRef, message.occasion].join('/');
