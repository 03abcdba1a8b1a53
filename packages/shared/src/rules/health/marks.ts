import type { Reason, Thresholds } from './facts.js';
import { fitted } from './fitted.js';

/** A site's saved marks; `thresholds` null where it has gone back to the shipped ones. */
export type SavedMarks = { readonly version: number; readonly thresholds: Thresholds | null };

/** The marks that a group of the site is judged by, and the version that is kept with what they led to. */
export type Marks = { readonly thresholds: Thresholds; readonly parameterVersion: string };

/** `health-2` with the shipped marks, `health-2+site-3` with those that the site saved third. */
export const marksOf = (saved: SavedMarks | null | undefined): Marks =>
  saved?.thresholds
    ? { thresholds: saved.thresholds, parameterVersion: `${fitted.version}+site-${saved.version}` }
    : { thresholds: fitted.thresholds, parameterVersion: fitted.version };

/** Whether other marks, or another engine, brought this, and not the group: shown to people, but no message leaves for it. */
export const tellsOfMarks = (reasons: readonly Pick<Reason, 'key'>[]): boolean =>
  reasons.some(({ key }) => key === 'marks-changed');
