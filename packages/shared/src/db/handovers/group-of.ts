/**
 * Condition on `handover h` of a programme: this group is where its people go on. Not so the one that they only join: its
 * meetings, dates and people are its own.
 */
export const goesOnIn = (groupId: string): string =>
  `(h.programme_id is not null and h.route <> 'join' and h.group_id = ${groupId})`;

/** Two programmes, as `handover h` and `handover k`, that each chose to go on with the other. */
export const CHOSE_EACH_OTHER = `(h.route = 'merge' and k.route = 'merge'
  and h.with_programme_id = k.programme_id and k.with_programme_id = h.programme_id)`;
