import type { Arm } from './assign.js';
import { strayOf } from './confidence.js';
import type { ArmTotal, Effect } from './effect.js';
import type { MeasuredUnit } from './measured-unit.js';
import type { TrialTerms } from './facts.js';

/** How many outcomes of others the guess about a group starts with. */
const BORROWED = 4;

interface Seen {
  good: number;
  units: number;
}

/**
 * The effect over the occasions so far, one added after the other. The score of an occasion is (good - guess) / (1 - w) with
 * the message and -(good - guess) / w without, w the share withheld: its mean is the effect on that occasion, whatever the
 * guess, as long as the guess was made before (the augmented estimator of Robins, Rotnitzky and Zhao 1994; as a confidence
 * sequence in Ham, Bojinov, Lindon and Tingley, "Design-based confidence sequences", arXiv:2210.08639). Chance is only in
 * the coin, tossed for each occasion by itself: the meetings of one group may be as alike as they are.
 */
export class RunningEffect {
  private readonly ofGroup = new Map<string | null, Seen>();
  private readonly ofArm: Record<Arm, Seen & { groups: Set<string | null> }> = {
    sent: { good: 0, units: 0, groups: new Set() },
    withheld: { good: 0, units: 0, groups: new Set() },
  };
  private sum = 0;
  private squares = 0;

  constructor(private readonly terms: TrialTerms) {}

  add(unit: MeasuredUnit): void {
    const { withheldShare } = this.terms;
    const rest = Number(unit.good) - this.guessOf(unit.groupId);
    const score = unit.arm === 'sent' ? rest / (1 - withheldShare) : -rest / withheldShare;
    this.sum += score;
    this.squares += score ** 2;
    this.remember(unit);
  }

  read(): Effect {
    const sent = this.totalOf('sent');
    const withheld = this.totalOf('withheld');
    if (Math.min(sent.units, withheld.units) < this.terms.minimumPerArm)
      return { sent, withheld, difference: null };
    const units = sent.units + withheld.units;
    const estimate = this.sum / units;
    const stray = strayOf(this.squares, this.terms) / units;
    return { sent, withheld, difference: { estimate, low: estimate - stray, high: estimate + stray } };
  }

  /** What was to be expected of a group: its own share so far, drawn towards everybody's, which starts at a half. */
  private guessOf(groupId: string | null): number {
    const { sent, withheld } = this.ofArm;
    const usual = (sent.good + withheld.good + 1) / (sent.units + withheld.units + 2);
    const own = this.ofGroup.get(groupId) ?? { good: 0, units: 0 };
    return (own.good + BORROWED * usual) / (own.units + BORROWED);
  }

  private remember({ groupId, arm, good }: MeasuredUnit): void {
    const own = this.ofGroup.get(groupId) ?? { good: 0, units: 0 };
    const total = this.ofArm[arm];
    this.ofGroup.set(groupId, own);
    total.groups.add(groupId);
    for (const seen of [own, total]) {
      seen.units += 1;
      seen.good += Number(good);
    }
  }

  private totalOf(arm: Arm): ArmTotal {
    const { units, good, groups } = this.ofArm[arm];
    return { units, good, groups: groups.size };
  }
}

/** The effect over these occasions, given in the order in which they were due to be measured. */
export function effectOf(units: readonly MeasuredUnit[], terms: TrialTerms): Effect {
  const running = new RunningEffect(terms);
  for (const unit of units) running.add(unit);
  return running.read();
}
