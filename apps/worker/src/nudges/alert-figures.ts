import type { DomainEvent, Payload } from '@followon/shared/events/catalogue';
import type { Reason } from '@followon/shared/rules/health/facts';
import type { AlertToTell } from './plan-digests.js';

type ToldOf = Payload<'alert.opened.v1'>;
export type AlertFigures = { readonly cause: string; readonly [figure: string]: unknown };

/** The first reason is the weightiest; its words need its numbers. */
export function figuresOf({ cause }: Pick<ToldOf, 'cause'>, [first]: readonly Reason[]): AlertFigures {
  const { meetingIds: _, ...reason } = first ?? { meetingIds: [] };
  return { cause, ...reason };
}

/** As a message that tells of several keeps it. */
export function alertOf(
  { payload }: DomainEvent<'alert.opened.v1' | 'alert.escalated.v1'>,
  figures: AlertFigures,
): AlertToTell {
  const { alertId, groupId, programmeId } = payload;
  return { alertId, ...(groupId && { groupId }), ...(programmeId && { programmeId }), ...figures };
}
