export interface ArmTotal {
  readonly units: number;
  readonly good: number;
  readonly groups: number;
}

export interface Difference {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** What a trial has found so far. */
export interface Effect {
  readonly sent: ArmTotal;
  readonly withheld: ArmTotal;
  /** The share that came about with the message minus the share without; null before each arm has the declared minimum. */
  readonly difference: Difference | null;
}
