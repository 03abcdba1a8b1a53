import type { Register } from '../../contract/meetings.js';

/** A meeting as far as its register is concerned. */
export interface Registered {
  readonly id: string;
  readonly groupId: string;
  readonly heldOn: string;
  readonly outcome: 'planned' | 'held' | 'not-held' | 'missing';
}

export const hasRegister = ({ outcome }: Pick<Registered, 'outcome'>): boolean =>
  outcome === 'held' || outcome === 'not-held';

/** On the day of the meeting, or later. */
export const isStillToCome = ({ heldOn }: Pick<Registered, 'heldOn'>, today: string): boolean =>
  heldOn > today;

/** What a register makes of its meeting, wherever it was said. */
export function registeredColumns(register: Register) {
  const isHeld = register.state === 'held';
  return {
    outcome: register.state,
    headcount: isHeld ? register.headcount : null,
    newcomers: isHeld ? (register.newcomers ?? null) : null,
    reason: isHeld ? null : register.reason,
  };
}

/** The fact that a register is, and nothing of its marks: a first one tells its numbers, a correction is read again. */
export function registerFact(
  { id: meetingId, groupId, heldOn: on, outcome }: Registered,
  register: Register,
) {
  const payload = { groupId, meetingId, on };
  if (hasRegister({ outcome })) return { name: 'register.corrected.v1', payload } as const;
  if (register.state === 'not-held')
    return { name: 'meeting.not-held.v1', payload: { ...payload, reason: register.reason } } as const;
  const counts = { headcount: register.headcount, newcomers: register.newcomers ?? 0 };
  return { name: 'meeting.held.v1', payload: { ...payload, ...counts } } as const;
}
