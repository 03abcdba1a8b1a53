/**
 * So many days before the last session the volunteer should visit the group (a week later at the latest, product.md 1.4): a
 * programme that has nobody by then goes on without, and the administrators are told.
 */
export const WITHOUT_PTV_DAYS = 14; // [D]
