import type { LinkAction, LinkView } from '@followon/shared/contract/links';
import type { Action } from '@followon/shared/rules/access/actions';
import type { z } from 'zod';
import type { LinkUse } from './found-link.js';

/** What became of the right: it is used up, it is as it was, or it is there again. */
export type Spent = { readonly as: string } | 'kept' | 'given-back';

/**
 * One thing that can be done by link; a new one is a file here, a line in the registry, and its rows in the walls. It
 * runs inside the link's transaction and calls what the signed-in routes call, so that every rule of theirs holds.
 */
export interface LinkActing<Said = unknown> {
  readonly action: LinkAction;
  /** What of the policy table the link stands for, for its one subject. */
  readonly permits: readonly Action[];
  /** The right is in the link alone, whoever holds it. */
  readonly forAnybody?: boolean;
  /** What may be said beside the token. */
  readonly body: z.ZodType<Said>;
  /** How things stand. Changes nothing. @throws Refusal 404 when the holder may not any more. */
  open(subjectId: string, use: LinkUse): Promise<Opened>;
  /** May this still be said although the link was used? */
  afterUse(said: Said, opened: Opened): boolean;
  act(subjectId: string, said: Said): Promise<Spent>;
}

export type Opened = Omit<LinkView, 'action' | 'now'>;

/** The parts of an answer that most actions have nothing to say about. */
export const nothingMore = {
  choices: [],
  fields: [],
  asks: [],
  notYet: [],
  happened: null,
  undoUntil: null,
} satisfies Partial<Opened>;

/** A question that takes one yes or no. */
export function answersTo(
  isOpen: boolean,
  { usedAt, usedFor }: LinkUse,
): Pick<Opened, 'state' | 'choices' | 'happened'> {
  if (usedAt) {
    const happened = { what: usedFor ?? '', at: usedAt.toISOString(), count: null };
    return { state: 'used', choices: [], happened };
  }
  if (!isOpen) return { state: 'no-longer-needed', choices: [], happened: null };
  return { state: 'ready', choices: ['accept', 'decline'], happened: null };
}
