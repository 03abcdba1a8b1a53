import type { TrialDifference } from '@followon/shared/contract/trials';
import { t } from '../i18n.js';
import { inHundred } from './trial-words.js';

/** The drawing board, in units that are stretched to the room there is. */
const WIDTH = 320;
const HEIGHT = 48;
const MIDDLE = HEIGHT / 2;
const EDGE = 12;
/** At least 30 of a hundred to each side, so that small differences look small. */
const LEAST_SPAN = 0.3;

interface IntervalProps {
  readonly difference: TrialDifference;
  readonly smallestEffect: number;
  /** What the picture says, in words. */
  readonly said: string;
}

/** Where the difference lies for all that is known, beside no difference and the smallest one worth a message. */
export function Interval({ difference: { estimate, low, high }, smallestEffect, said }: IntervalProps) {
  const span = Math.max(LEAST_SPAN, Math.abs(low), Math.abs(high), smallestEffect);
  const at = (share: number): number => WIDTH / 2 + (share / span) * (WIDTH / 2 - EDGE);
  return (
    <figure className="fo-interval">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={said}>
        <line className="fo-interval__axis" x1={EDGE} x2={WIDTH - EDGE} y1={MIDDLE} y2={MIDDLE} />
        <line className="fo-interval__none" x1={at(0)} x2={at(0)} y1={4} y2={HEIGHT - 4} />
        <line
          className="fo-interval__worth"
          x1={at(smallestEffect)}
          x2={at(smallestEffect)}
          y1={4}
          y2={HEIGHT - 4}
        />
        <rect
          className="fo-interval__range"
          x={at(low)}
          y={MIDDLE - 5}
          width={at(high) - at(low)}
          height={10}
          rx={2}
        />
        <circle className="fo-interval__here" cx={at(estimate)} cy={MIDDLE} r={7} />
      </svg>
      <figcaption>
        {t('trials.picture', { span: inHundred(span), worth: inHundred(smallestEffect) })}
      </figcaption>
    </figure>
  );
}
