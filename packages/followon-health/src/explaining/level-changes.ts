import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { assessOn, type Assessment } from '@followon/shared/rules/health/assess-group';
import type { Level } from '@followon/shared/rules/health/facts';
import { GroupReader } from '@followon/shared/rules/health/group-reader';
import type { RegisterLine } from '@followon/shared/rules/import/register-line';
import { meetingOf, setting } from '../judging/meeting-of.js';

/** One day of a group on which its level became another one. */
export type LevelChange = Pick<Assessment, 'level' | 'reasons' | 'clearsWhen'> & {
  readonly on: string;
  readonly before: Level | null;
};

/** A group's whole story: its level after each line, each change of it, and how it stands at the end. */
export type Story = {
  readonly levels: readonly (Level | null)[];
  readonly changes: readonly LevelChange[];
  readonly atTheEnd: Assessment;
};

/** Looks at a group after each of its lines and on each day between them, up to a day at or after the last. */
export function storyOf(lines: readonly RegisterLine[], until: string): Story {
  const reader = new GroupReader(setting);
  const levels: (Level | null)[] = [];
  const changes: LevelChange[] = [];
  let now = assessOn(reader, setting, { today: until, planned: [] });
  for (const [place, line] of lines.entries()) {
    reader.read(meetingOf(line));
    const end = lines[place + 1]?.on ?? addDays(until, 1);
    for (let on = line.on; on < end; on = addDays(on, 1)) {
      const before = now.level;
      now = assessOn(reader, setting, { today: on, planned: [] });
      if (on === line.on) levels.push(now.level);
      const { level, reasons, clearsWhen } = now;
      if (level !== before) changes.push({ on, before, level, reasons, clearsWhen });
    }
  }
  return { levels, changes, atTheEnd: now };
}
