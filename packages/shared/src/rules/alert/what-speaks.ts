import type { Reason, ReasonKey } from '../health/facts.js';

const REGISTERS: readonly ReasonKey[] = [
  ...(['below-70-twice', 'below-60', 'under-3', 'dates-missed', 'cancelled-twice'] as const),
  ...(['few-lately', 'few-likely', 'long-gap', 'cusum'] as const),
];
const TOLD: readonly ReasonKey[] = ['help-asked', 'conflict', 'venue-lost'];

/** Whose word a level rests on. */
export type Speaking = {
  /** Something that people told of the group raised it, and no register does: that has an alert of its own. */
  readonly toldOnly: boolean;
  /** Registers raised it, and later ones do not bear them out any more: it only falls slowly. */
  readonly heldOver: boolean;
};

/** Reads it from the reasons of the level. */
export function whatSpeaks(reasons: readonly Reason[]): Speaking {
  const registers = reasons.filter(({ key }) => REGISTERS.includes(key));
  const told = reasons.some(({ key }) => TOLD.includes(key));
  return {
    toldOnly: told && registers.length === 0,
    heldOver: registers.length > 0 && registers.every(({ upToOn }) => upToOn !== undefined),
  };
}
