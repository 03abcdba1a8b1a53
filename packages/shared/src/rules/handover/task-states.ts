export const taskStates = ['open', 'overdue', 'done', 'cannot', 'passed-on', 'not-applicable'] as const;
export type TaskState = (typeof taskStates)[number];

const NOT_ME = ['not-now', 'no-time', 'need-help', 'wrong-person', 'prefer-not-to-say'] as const;

/** Why a task is set aside: a code of the owner's own choosing, never free text. */
export const taskReasons = {
  cannot: [...NOT_ME, 'not-needed-here'],
  'passed-on': NOT_ME,
  'not-applicable': ['not-needed-here', 'group-said-no', 'done-another-way', 'prefer-not-to-say'],
} as const;
export type SetAsideState = keyof typeof taskReasons;
/** Why the product passed a task on to the volunteer lead: nobody chooses these. */
export const sweptReasons = ['on-a-break', 'account-disabled', 'silent'] as const;
export type SweptReason = (typeof sweptReasons)[number];
export type TaskReason = (typeof taskReasons)[SetAsideState][number] | SweptReason;

const SET_ASIDE = ['cannot', 'passed-on', 'not-applicable'] as const;

/** From each state, where a task may go. `done` and `not-applicable` go back to `open` only: that undoes a slip. */
const allowed: { readonly [S in TaskState]: readonly TaskState[] } = {
  open: ['done', 'overdue', ...SET_ASIDE],
  overdue: ['done', 'open', ...SET_ASIDE],
  cannot: ['open', 'done', 'overdue', 'passed-on', 'not-applicable'],
  'passed-on': ['open', 'done', 'overdue', 'cannot', 'not-applicable'],
  done: ['open'],
  'not-applicable': ['open'],
};

/** True when a task in `from` may be put into `to`. Staying where it is counts as no move and is refused. */
export const mayMove = (from: TaskState, to: TaskState): boolean => allowed[from].includes(to);

/** Nothing more is expected of anybody. */
export const isSettled = (state: TaskState): boolean => state === 'done' || state === 'not-applicable';

/** Does this state need a reason code, and is this one of its codes? States without reasons take none. */
export function reasonFits(state: TaskState, reason: string | undefined): boolean {
  if (!isSetAside(state)) return reason === undefined;
  const codes: readonly string[] = taskReasons[state];
  return reason !== undefined && codes.includes(reason);
}

function isSetAside(state: TaskState): state is SetAsideState {
  return Object.hasOwn(taskReasons, state);
}
