import type { GroupHealthView, HealthTurnout, TurnoutSlot } from '@followon/shared/contract/health';
import { civilDate } from '../dates.js';

type Slot = TurnoutSlot & {
  /** The last date that anything is known of: the slot is the empty time from there up to today. */
  readonly quietSince?: string;
};

export const quietSinceOf = (slot: Slot): string | null => slot.quietSince ?? null;

const isSilent = ({ noNews, reasons }: GroupHealthView): boolean =>
  noNews || reasons.some(({ key }) => key === 'silent' || key === 'long-silent');

/** Silence after the last meeting takes a place of its own, up to today. `turnout`: as of today. */
export function withQuiet(turnout: HealthTurnout, health: GroupHealthView, now: string): HealthTurnout {
  const ahead = turnout.slots.filter(({ kind }) => kind === 'planned');
  const past = turnout.slots.filter(({ kind }) => kind !== 'planned');
  const last = past.at(-1);
  const on = civilDate(now);
  if (!isSilent(health) || !last || last.kind === 'rest' || last.on >= on) return turnout;
  const unknown = { meetingId: null, kind: 'missing', headcount: null, expected: null } as const;
  const quiet = { ...unknown, on, quietSince: last.on };
  return { ...turnout, slots: [...past, quiet, ...ahead] };
}
