/**
 * The ways in which a group may carry on, and starting a resting group again. `new` meets in person; the group chooses.
 */
export const routes = ['new', 'online', 'hybrid', 'join', 'merge', 'buddy', 'none', 'restart'] as const;
export type Route = (typeof routes)[number];

/** The ways that the people of a programme may choose between. */
export const chosenRoutes = ['new', 'online', 'hybrid', 'join', 'merge', 'buddy', 'none'] as const;
export type ChosenRoute = (typeof chosenRoutes)[number];

/** Why a way is suggested. */
export const suggestionReasons = [
  'enough-say-yes',
  'enough-with-maybe',
  'programme-was-online',
  'programme-was-hybrid',
  'fewer-than-minimum',
  'another-programme-ends',
  'a-group-welcomes-people',
  'enough-for-company',
  'one-person',
  'nobody-would-come',
  'some-want-another-kind',
] as const;
export type SuggestionReason = (typeof suggestionReasons)[number];
