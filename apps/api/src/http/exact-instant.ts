/**
 * SQL for an instant as ISO text with all the digits PostgreSQL keeps. A JavaScript Date has only milliseconds, and a
 * cursor made of those would repeat or lose rows.
 */
export const exactInstant = (expression: string): string =>
  `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
