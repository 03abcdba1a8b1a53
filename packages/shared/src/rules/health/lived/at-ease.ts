import { daysBetween } from '../../calendar/civil-date.js';
import type { Assessment } from '../assess-group.js';
import type { Setting } from '../evidence.js';
import type { GroupReader } from '../group-reader.js';
import { parameters } from '../parameters.js';
import { isAtRest } from '../rests.js';
import { usualGap } from '../usual.js';

export type Judged = Pick<
  Assessment,
  'level' | 'reasons' | 'clearsWhen' | 'causedBySilenceOnly' | 'quiet' | 'noNews'
>;

const WEEK = 7;
const nothingSaid: Pick<Judged, 'level' | 'reasons' | 'clearsWhen'> = {
  ...{ level: null, reasons: [], clearsWhen: null },
};

/** For so many days after a meeting no signal of silence speaks, whatever the numbers were. */
export const easyDays = ({ evidence }: GroupReader, { cadence, thresholds }: Setting): number =>
  Math.min(
    Math.max(WEEK, usualGap(evidence.gaps, cadence)),
    parameters.silentMoreThanDays,
    thresholds.silentDays - 1,
  );

/**
 * What `judgeOn` answers on most days, without its work: the group met lately, nothing stands against it, and so its level
 * is what its meetings say. Undefined when somebody has to look properly.
 * @param easy see {@link easyDays}
 */
export function atEase(
  reader: GroupReader,
  { rests }: Setting,
  { day, easy }: { readonly day: string; readonly easy: number },
): Judged | undefined {
  const { level, reasons, clearsWhen } = reader.said ?? nothingSaid;
  if ((level !== null && level !== 'steady') || !hasMetWithin(reader, day, easy)) return undefined;
  if (isAtRest(rests, day) || reader.contextOn(day).level !== null) return undefined;
  return { level, reasons, clearsWhen, causedBySilenceOnly: false, quiet: false, noNews: false };
}

const hasMetWithin = ({ evidence: { lastMet } }: GroupReader, day: string, days: number): boolean =>
  lastMet !== null && daysBetween(lastMet.on, day) <= days;
