import type { Judged } from '../assess-group.js';
import type { Reason } from '../facts.js';

/** Where a group stands, and why. */
export type Stands = Omit<Judged, 'score' | 'silentDays'>;

const SILENCE: readonly Reason['key'][] = ['silent', 'long-silent'];

export const isSilent = ({ reasons, quiet, noNews, causedBySilenceOnly }: Stands): boolean =>
  quiet || noNews || causedBySilenceOnly || reasons.some(({ key }) => SILENCE.includes(key));

/**
 * The silence of a group whose people meet under another name is no alarm: its level is what its own meetings gave it.
 * @param before the judgement on the day it last met, when there was no silence yet
 */
export function withoutSilence<T extends Stands>(assessment: T, before: Stands, lastOn: string): T {
  const carriesOn: Reason = { key: 'carries-on', lastOn, meetingIds: [] };
  const { level, reasons, clearsWhen } = assessment.causedBySilenceOnly ? before : assessment;
  const others = reasons.filter(({ key }) => !SILENCE.includes(key));
  return {
    ...assessment,
    ...{ level, clearsWhen, reasons: [carriesOn, ...others] },
    ...{ causedBySilenceOnly: false, quiet: false, noNews: false },
  };
}
