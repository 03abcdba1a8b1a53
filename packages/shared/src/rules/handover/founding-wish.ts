const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const parts = ['morning', 'afternoon', 'evening'] as const;
export type Slot = `${(typeof days)[number]}-${(typeof parts)[number]}`;

/** Times a group could meet, in the order of the week. */
export const slots: readonly Slot[] = days.flatMap((day) => parts.map((part): Slot => `${day}-${part}`));

export const distances = ['near', 'some-way', 'far'] as const;
export const ways = ['in-person', 'online', 'either'] as const;
export const interests = ['yes', 'maybe', 'no', 'other-kind'] as const;

/**
 * What somebody wishes for a group: one slip of paper in a hat, without who. Every part but the first may be left out, and
 * what is left out is unknown.
 */
export type FoundingWish = {
  readonly interest: (typeof interests)[number];
  readonly distance?: (typeof distances)[number] | undefined;
  /** Empty: they did not say. */
  readonly times: readonly Slot[];
  readonly wouldHost?: boolean | undefined;
  readonly way?: (typeof ways)[number] | undefined;
};

/** Would like to come, or might. */
export const isWilling = ({ interest }: FoundingWish): boolean => interest === 'yes' || interest === 'maybe';

/**
 * What a forecast from such slips says. `likely`: even the low end of the range is enough for a group, and somebody would
 * host. `possible`: the high end is.
 */
export const looks = ['unlikely', 'possible', 'likely'] as const;
export type Looks = (typeof looks)[number];

export const whatIsMissing = ['no-host', 'no-common-time', 'too-few', 'too-far', 'online-may-help'] as const;
export type Missing = (typeof whatIsMissing)[number];
