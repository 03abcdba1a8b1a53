/**
 * The ways in which a group may carry on, and starting a resting group again. `new` meets in person; the group chooses.
 */
export const routes = ['new', 'online', 'hybrid', 'join', 'merge', 'buddy', 'none', 'restart'] as const;
export type Route = (typeof routes)[number];

/** The ways that the people of a programme may choose between. */
export const chosenRoutes = ['new', 'online', 'hybrid', 'join', 'merge', 'buddy', 'none'] as const;
export type ChosenRoute = (typeof chosenRoutes)[number];
