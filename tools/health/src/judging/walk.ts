import { daysBetween } from '@followon/shared/rules/calendar/civil-date';
import type { MeetingFact } from '@followon/shared/rules/health/facts';
import { GroupReader, type Reading } from '@followon/shared/rules/health/group-reader';
import { isRecorded, settingOf } from '@followon/shared/rules/health/replay';
import { ScoreKeeper } from '@followon/shared/rules/health/score/score-keeper';
import type { Series } from '../data/series.js';
import { SimpleRules } from './simple-rules.js';

/** After a recorded meeting: what the engine and the simple rules know. They carry on from stop to stop: read, do not keep. */
export type Stop = {
  readonly meeting: MeetingFact;
  /** The day of the next recorded meeting; null after the last. */
  readonly nextOn: string | null;
  readonly reading: Reading;
  readonly reader: GroupReader;
  readonly setting: ReturnType<typeof settingOf>;
  /** The features of the score, kept exactly as the reader keeps its own. */
  readonly keeper: ScoreKeeper;
  readonly simple: SimpleRules;
};

/** The engine as shipped, led through a history meeting by meeting; it sees nothing later than the stop it stands at. */
export function* walk({ history }: Series): Generator<Stop> {
  const setting = settingOf(history);
  const reader = new GroupReader(setting);
  const keeper = new ScoreKeeper();
  const simple = new SimpleRules();
  const meetings = history.meetings.filter(isRecorded);
  let metOn: string | null = null;
  for (const [place, meeting] of meetings.entries()) {
    const reading = reader.read(meeting);
    if (meeting.outcome !== 'not-held') {
      const gap: number | null = metOn === null ? null : daysBetween(metOn, meeting.on);
      metOn = meeting.on;
      keep(keeper, meeting, gap);
      simple.met(meeting, gap);
    }
    yield { meeting, nextOn: meetings[place + 1]?.on ?? null, reading, reader, setting, keeper, simple };
  }
}

function keep(keeper: ScoreKeeper, { outcome, headcount, ...who }: MeetingFact, gap: number | null): void {
  if (gap !== null) keeper.addGap(gap);
  if (outcome === 'held' && headcount !== null) keeper.addCount({ headcount, ...who });
}
