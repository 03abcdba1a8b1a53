/** As many people to ring as a group has before it stands on its own feet; the group itself may name more. */
export const FIRST_CONTACTS = 2;

/** How far a group that comes out of a programme has got. */
export interface Start {
  /** The handover is with the group: whoever ran the programme has let go. */
  readonly signedOff: boolean;
  /** Somebody of the group is there to ring. */
  readonly hasContact: boolean;
}

/**
 * Whether the volunteer of the programme may still write down who said yes: until the sign-off, and after it while the
 * group has nobody who could do it.
 */
export const isStarting = ({ signedOff, hasContact }: Start): boolean => !signedOff || !hasContact;
