/** The same day of the next month, or its last one where the month is shorter: 31 January gives 28 February. */
export function monthLater(on: string): string {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, last))).toISOString().slice(0, 10);
}
