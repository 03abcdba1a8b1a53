import type { DeliveryView } from '@followon/shared/contract/messages';

type State = DeliveryView['state'];

/** For readers of numbers: it waits, it left, or it was not sent. Why not would tell of the one person it was for. */
const TOLD = {
  queued: 'queued',
  sending: 'queued',
  sent: 'sent',
  delivered: 'sent',
  bounced: 'suppressed',
  held: 'suppressed',
  suppressed: 'suppressed',
  dead: 'suppressed',
  unknown: 'suppressed',
} as const satisfies Readonly<Record<State, State>>;

export const toldState = (state: State): State => TOLD[state];

/** The states that are told as this one. */
export const toldAs = (state: State | undefined): readonly State[] =>
  (Object.keys(TOLD) as State[]).filter((each) => TOLD[each] === state);
