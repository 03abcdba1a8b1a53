export const moveRefusals = ['in-the-past', 'signed-off', 'has-met', 'review-done'] as const;
export type MoveRefusal = (typeof moveRefusals)[number];

/** How far a programme's handover has come; undefined while it has none. */
export type HandoverStand = {
  readonly state: 'open' | 'signed-off' | 'accepted' | 'closed' | 'declined';
  /** The group has met for the first time. */
  readonly hasMet: boolean;
  /** The day of the look after 90 days, once that is settled. */
  readonly reviewedOn: string | null;
};

/**
 * Why a last session cannot be moved to this day; undefined when it can. A day that is over is the day on which the
 * programme ended, which is said by finishing it. Once the handover is past the clinician, or the group has met, or was
 * looked at after 90 days, the dates of the programme are history.
 */
export function whyNotMove(
  to: string,
  { today, handover }: { readonly today: string; readonly handover: HandoverStand | undefined },
): MoveRefusal | undefined {
  if (to < today) return 'in-the-past';
  if (!handover) return undefined;
  if (handover.state !== 'open') return 'signed-off';
  if (handover.hasMet) return 'has-met';
  return handover.reviewedOn !== null && to > handover.reviewedOn ? 'review-done' : undefined;
}
