/**
 * What a register teaches about who is still with a group, without knowing anybody: at each meeting a living member
 * comes with a chance p ~ Beta(a, b), and before each meeting leaves unseen with a chance t ~ Beta(g, d).
 * BG/BB, Fader, Hardie & Shang 2010, Marketing Science 29(6) 1086-1108.
 */
export type ComingAndGoing = {
  readonly a: number;
  readonly b: number;
  readonly g: number;
  readonly d: number;
};

/** Beyond this the odds of having left say nothing more; it keeps every number finite. */
const MOST_ODDS = 1e9;
const FIRST_SLOTS = 16;

/**
 * The members of one group, one slot each: `n` meetings and `x` attendances (both forgotten slowly), and the odds of
 * having left. A meeting costs a few operations a member, whatever the length of the history.
 */
export class MemberStates {
  size = 0;
  private n = new Float64Array(FIRST_SLOTS);
  private x = new Float64Array(FIRST_SLOTS);
  private oddsGone = new Float64Array(FIRST_SLOTS);
  private came = new Uint8Array(FIRST_SLOTS);

  constructor(
    private readonly model: ComingAndGoing,
    /** What is kept of `n` and `x` from one meeting to the next, 0 to 1; 1 is the published model. */
    private readonly kept: number,
  ) {}

  /**
   * One meeting: who came, by slot, and how much a miss weighs (0 to 1). Slots of newcomers are the next free ones.
   * Coming proves that somebody has not left; a miss may mean either.
   */
  meet(slots: readonly number[], missWeight: number): void {
    const known = this.size;
    for (const slot of slots) {
      if (slot < known) this.came[slot] = 1;
      else this.add(slot);
    }
    this.update(known, missWeight);
    for (const slot of slots) this.came[slot] = 0;
  }

  private update(known: number, w: number): void {
    const { a, b, g, d } = this.model;
    const { n: ns, x: xs, oddsGone, came, kept } = this;
    for (let slot = 0; slot < known; slot += 1) {
      const n = ns[slot] as number;
      const x = xs[slot] as number;
      if (came[slot] === 1) {
        ns[slot] = (n + 1) * kept;
        xs[slot] = (x + 1) * kept;
        oddsGone[slot] = 0;
        continue;
      }
      const leaves = g / (g + d + n);
      const missesThough = 1 - w * (1 - (b + n - x) / (a + b + n));
      const odds = ((oddsGone[slot] as number) + leaves) / (missesThough * (1 - leaves));
      oddsGone[slot] = odds < MOST_ODDS ? odds : MOST_ODDS;
      ns[slot] = (n + w) * kept;
      xs[slot] = x * kept;
    }
  }

  /** How many of them are likely to come to the next meeting. */
  likely(): number {
    let likely = 0;
    for (let slot = 0; slot < this.size; slot += 1) likely += this.alive(slot, 1) * this.chance(slot);
    return likely;
  }

  /** The chance that a member comes to a meeting, if still with the group. */
  chance(slot: number): number {
    const { a, b } = this.model;
    return (a + (this.x[slot] as number)) / (a + b + (this.n[slot] as number));
  }

  /** The chance that a member will still be with the group `ahead` meetings from now; 0 is today. */
  alive(slot: number, ahead: number): number {
    const { g, d } = this.model;
    const n = this.n[slot] as number;
    let stays = 1;
    let all = 1;
    for (let j = 0; j < ahead; j += 1) {
      stays *= d + n + j;
      all *= g + d + n + j;
    }
    return stays / (all * (1 + (this.oddsGone[slot] as number)));
  }

  private add(slot: number): void {
    if (slot >= this.n.length) this.grow();
    this.n[slot] = 1;
    this.x[slot] = 1;
    this.oddsGone[slot] = 0;
    this.size = Math.max(this.size, slot + 1);
  }

  private grow(): void {
    const to = 2 * this.n.length;
    const wider = (values: Float64Array) => {
      const copy = new Float64Array(to);
      copy.set(values);
      return copy;
    };
    [this.n, this.x, this.oddsGone] = [wider(this.n), wider(this.x), wider(this.oddsGone)];
    const came = new Uint8Array(to);
    came.set(this.came);
    this.came = came;
  }
}
