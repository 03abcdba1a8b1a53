import { unanswered } from './check-evidence.js';
import type { Evidence } from './facts.js';
import { SIGN_OFF_TASK } from './sign-off.js';
import type { TaskState } from './task-states.js';
import { shippedTask } from './templates/shipped.js';

/** What we hold of a programme's handover besides its ticks. */
export type HandoverFacts = {
  readonly route: string;
  /** The people's choice was written down. */
  readonly isRouteChosen: boolean;
  readonly hasVolunteer: boolean;
  readonly hasCounts: boolean;
  /** A meeting of the group is planned for today or later, or was held. */
  readonly hasMeeting: boolean;
  readonly contactPeople: number;
};

type Ticked = {
  readonly key: string;
  readonly blocking: boolean;
  readonly state: TaskState;
  readonly evidence: Evidence | null;
};

/** People who join a group are shown its date and its contact people: nothing of that is recorded here. */
const isShown = (key: string, { route }: HandoverFacts): boolean =>
  route === 'join' && (key === 'first_date_fixed' || key === 'roles_agreed');

/** By the task, whether the fact that it is about is recorded. */
const recorded: Readonly<Record<string, (facts: HandoverFacts) => boolean>> = {
  assign_ptv: ({ hasVolunteer }) => hasVolunteer,
  interest_poll: ({ hasCounts }) => hasCounts,
  choose_route: ({ isRouteChosen }) => isRouteChosen,
  roles_agreed: ({ contactPeople }) => contactPeople >= 2,
  first_date_fixed: ({ hasMeeting }) => hasMeeting,
};

/**
 * Keys of blocking tasks that are done by somebody's word alone: neither the fact that they are about nor an answer to what
 * they ask is held. Nothing is refused for it; whoever signs off is told. What is "not needed" was given a reason.
 */
export const unproven = (tasks: readonly Ticked[], facts: HandoverFacts): string[] =>
  tasks.filter((task) => isBareTick(task) && isBareOf(task, facts)).map(({ key }) => key);

const isBareTick = ({ key, blocking, state }: Ticked): boolean =>
  blocking && state === 'done' && key !== SIGN_OFF_TASK;

function isBareOf({ key, evidence }: Ticked, facts: HandoverFacts): boolean {
  if (isShown(key, facts)) return false;
  const asks = shippedTask(key)?.asks ?? [];
  const isAnswered = unanswered(asks, evidence).length < asks.length;
  const isRecorded = Object.hasOwn(recorded, key) ? recorded[key]?.(facts) : asks.length === 0;
  return !isAnswered && !isRecorded;
}
