import type { GroupReportView, ReportKind } from '@followon/shared/contract/health';
import { sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import type { Telling } from './queries.js';

/** In the words of the person who taps it. */
export const SAY: Readonly<Record<ReportKind, MessageKey>> = {
  'help-asked': 'tell.say.help-asked',
  'venue-lost': 'tell.say.venue-lost',
  conflict: 'tell.say.conflict',
  'one-carries': 'tell.say.one-carries',
};

export const kinds = Object.keys(SAY) as readonly ReportKind[];

const TOLD: Readonly<Record<ReportKind, MessageKey>> = {
  'help-asked': 'tell.told.help-asked',
  'venue-lost': 'tell.told.venue-lost',
  conflict: 'tell.told.conflict',
  'one-carries': 'tell.told.one-carries',
};

/** What was said and when, and since when it is over. */
export function sayReport({ kind, on, until }: GroupReportView, now: string): string {
  const told = t(TOLD[kind], { day: sayDay(on, now) });
  return until === null ? told : `${told} ${t('tell.settled', { day: sayDay(until, now) })}`;
}

/** The answer to what was just said. */
export function saidBack(kind: ReportKind, telling: Telling): string {
  if ('settle' in telling) return t('tell.said.settled');
  return t(kind === 'help-asked' ? 'tell.said.help-asked' : 'tell.said.noted');
}
