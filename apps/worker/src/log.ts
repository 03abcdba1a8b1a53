import { pino } from 'pino';

/** JSON lines. Ids, names of events and counts only: never a payload, never a person. */
export const log = pino({ name: 'worker', level: 'info', base: { name: 'worker', pid: process.pid } });

/** What may be said of an error: its kind and its own first line, never the values of a query. */
export const inBrief = (error: unknown): string => {
  if (!(error instanceof Error)) return 'something that is not an error was thrown';
  return `${error.name}: ${(error.message.split('\n')[0] ?? '').slice(0, 300)}`;
};
