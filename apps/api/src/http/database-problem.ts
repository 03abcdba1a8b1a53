import type { ProblemBody } from './problem.js';

const DUPLICATE_KEY = '23505';
/** PostgreSQL cannot keep U+0000 as text (22021) nor inside JSON (22P05). */
const UNKEEPABLE_TEXT = ['22021', '22P05'];
/** A number or a date that no column can hold. The schemas stop what we know of; this is the net below them. */
const OUT_OF_RANGE = ['22003', '22007', '22008'];
/**
 * Nothing is wrong with the request; the database was not free in time: a lock or a statement took too long, two
 * transactions stood in each other's way, all connections are taken, or it is going down or coming up.
 */
const NOT_NOW = [
  ...['55P03', '57014', '40P01', '40001', '53300', '57P01', '57P02', '57P03', '08006', '08001'],
  ...['ECONNREFUSED', 'ECONNRESET'],
];
const RETRY_AFTER_SECONDS = 2;

const needsChange = (detail: string): ProblemBody => ({
  title: 'Something in the request needs to be changed.',
  status: 400,
  code: 'invalid',
  detail,
});

/** SQLSTATE, or the error code of the socket when there was no answer at all. */
export function databaseCodeOf(error: unknown): string | undefined {
  const { driverError, code } = error as { driverError?: { code?: unknown }; code?: unknown };
  const found = driverError?.code ?? code;
  return typeof found === 'string' ? found : undefined;
}

/** What a database's refusal means for the sender; undefined when it is none of theirs to mend. */
export function ofDatabase(error: unknown): ProblemBody | undefined {
  const code = databaseCodeOf(error) ?? '';
  if (NOT_NOW.includes(code)) {
    return {
      title: 'Followon is busy at the moment.',
      status: 503,
      code: 'busy',
      detail: 'Wait a few seconds, then try again.',
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    };
  }
  if (UNKEEPABLE_TEXT.includes(code))
    return needsChange('A text holds a character that cannot be kept. Type it again without pasting.');
  if (OUT_OF_RANGE.includes(code))
    return needsChange('A number or a date is too large or too small. Check it and send it again.');
  if (code !== DUPLICATE_KEY) return undefined;
  return {
    title: 'That is already there.',
    status: 409,
    code: 'already-there',
    detail: 'Look at the list before you add it again.',
  };
}
