import { expect, test } from '@jest/globals';
import { silenceDue } from './silence-due.js';

test.each([
  { now: '2026-03-01T12:00:00Z', monday: '2026-03-02', at: '2026-03-02T07:00:00.000Z' }, // a Sunday
  { now: '2026-03-02T06:00:00Z', monday: '2026-03-09', at: '2026-03-09T07:00:00.000Z' }, // a Monday waits a week
  { now: '2026-03-24T12:00:00Z', monday: '2026-03-30', at: '2026-03-30T06:00:00.000Z' }, // summer time has begun
])('from $now on silence is looked at on $monday', ({ now, monday, at }) => {
  const due = silenceDue({ siteId: 's', groupId: 'g', now: new Date(now) });
  expect(due).toMatchObject({ rule: 'silence', occurrence: monday, subjectId: 'g', streamId: 'g' });
  expect(due.dueAt.toISOString()).toBe(at);
});
