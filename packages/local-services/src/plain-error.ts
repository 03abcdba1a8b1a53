/** A failure whose message is one sentence for the person at the keyboard: shown alone, without a stack. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}

/** What to print for any failure: the sentence alone when there is one, the stack when it is a defect of ours. */
export function explain(error: unknown): string {
  if (error instanceof PlainError) return error.message;
  if (error instanceof Error) return error.stack ?? error.message;
  return String(error);
}
