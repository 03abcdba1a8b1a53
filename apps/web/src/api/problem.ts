import { t, type MessageKey } from '../i18n.js';

/** One field the server could not take, with the words for the person who typed it. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

const WORDS: Readonly<Record<number, MessageKey>> = {
  0: 'problem.offline',
  401: 'problem.signedOut',
  403: 'problem.notAllowed',
  404: 'problem.notFound',
  412: 'problem.changed',
  413: 'problem.tooBig',
  428: 'problem.changed',
  429: 'problem.tooMany',
};

/** An RFC 9457 answer, or no answer at all (`status` 0), with a sentence a person can act on. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly body: Readonly<Record<string, unknown>> = {},
  ) {
    super(typeof body['title'] === 'string' ? body['title'] : `HTTP ${status}`);
  }

  /** What to tell the person. The server's own sentence wins for refusals they can mend. */
  get words(): string {
    const known = WORDS[this.status];
    if (known) return t(known);
    const detail = this.body['detail'];
    const said = [detail, this.body['title']].find((words) => typeof words === 'string');
    return said !== undefined && this.status < 500 ? String(said) : t('problem.ours');
  }

  get fields(): readonly FieldProblem[] {
    const errors = this.body['errors'];
    return Array.isArray(errors) ? (errors as FieldProblem[]) : [];
  }
}

/** Any thrown thing, as words. */
export const wordsFor = (error: unknown): string =>
  error instanceof Problem ? error.words : t('problem.ours');

/** A refusal of something that was typed, in the words of its field; anything else as words. */
export const saysWhy = (error: unknown): string =>
  (error instanceof Problem ? error.fields[0]?.message : undefined) ?? wordsFor(error);

/** What stands in the way, and how to mend it: both sentences of a refusal. */
export const sayRefusal = (error: unknown): string =>
  error instanceof Problem && error.status === 409 ? `${error.message} ${error.words}` : wordsFor(error);
