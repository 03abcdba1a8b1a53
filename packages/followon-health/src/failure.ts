/** Why the command stops: a sentence for the person who typed it. */
export class Failure extends Error {}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'It is not there.',
  EACCES: 'You are not allowed to.',
  EPERM: 'You are not allowed to.',
  EEXIST: 'Something of that name is being written already.',
  EISDIR: 'It is a folder.',
  ENOTDIR: 'A part of its path is no folder.',
  ENOSPC: 'There is no room left.',
  EDQUOT: 'There is no room left.',
  EROFS: 'That disk cannot be written to.',
  EMFILE: 'Too many files are open.',
  ENAMETOOLONG: 'Its name is too long.',
  EFBIG: 'It has become too large.',
};

export const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** An error of the system as a sentence; what is not one of those is thrown on, for it is ours. */
export function failed(what: string, error: unknown): Failure {
  const code = codeOf(error);
  if (error instanceof Failure || code === undefined) throw error;
  return new Failure(`${what}. ${WORDS[code] ?? `The system says ${code}.`}`);
}
