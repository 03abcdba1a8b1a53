/** How often every job comes. */
export const copies = 3;
