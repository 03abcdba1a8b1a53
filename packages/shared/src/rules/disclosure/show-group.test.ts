import { describe, expect, test } from '@jest/globals';
import type { Reason } from '../health/facts.js';
import type { Judgement } from './show-group.js';
import { showJudgement, shownLevel, showReasons, showTurnout } from './show-group.js';

const below60: Reason = { key: 'below-60', usual: 8, recent: [4, 5, 3], meetingIds: [] };
const silent: Reason = { key: 'silent', lastOn: '2026-03-02', gapDays: 30, meetingIds: [] };
const aJudgement = (over: Partial<Judgement> = {}): Judgement => ({
  level: 'fading',
  reasons: [below60],
  clearsWhen: { key: 'two-meetings-with', headcount: 5 },
  since: '2026-03-02T10:00:00.000Z',
  noNews: false,
  ...over,
});

describe('the internal level', () => {
  test('reads as steady, without the reasons, the way out or the day that would give it away', () => {
    const shown = showJudgement(aJudgement({ level: 'watch' }), 'whole');
    expect(shown).toEqual({ level: 'steady', reasons: [], clearsWhen: null, since: null, noNews: false });
  });

  test.each([true, false])('cannot be told from steady, with no news (%s) or with some', (noNews) => {
    const seen = (level: 'steady' | 'watch', since: string, reasons: readonly Reason[]) =>
      showJudgement({ level, since, reasons, clearsWhen: null, noNews }, 'whole');
    const steady = seen('steady', '2026-03-02T10:00:00.000Z', [silent]);
    const watch = seen('watch', '2026-05-04T10:00:00.000Z', [below60, silent]);
    expect(watch).toEqual(steady);
  });

  test('keeps what is said about silence when nothing has been heard', () => {
    const shown = showJudgement(
      aJudgement({ level: 'watch', noNews: true, reasons: [below60, silent] }),
      'whole',
    );
    expect(shown).toMatchObject({ reasons: [silent], clearsWhen: { key: 'any-news' } });
  });

  test('keeps where the people of a silent group went, and no more', () => {
    const carriesOn: Reason = { key: 'carries-on', lastOn: '2026-03-02', meetingIds: [] };
    const seen = (level: 'steady' | 'watch') =>
      showJudgement(aJudgement({ level, reasons: [carriesOn, below60] }), 'whole');
    expect(seen('watch').reasons).toEqual([carriesOn]);
    expect(seen('watch')).toEqual(seen('steady'));
  });

  test.each([
    { level: 'steady', shown: 'steady' },
    { level: 'watch', shown: 'steady' },
    { level: 'fading', shown: 'fading' },
    { level: 'at-risk', shown: 'at-risk' },
    { level: null, shown: null },
  ] as const)('no other level changes: $level', ({ level, shown }) => expect(shownLevel(level)).toBe(shown));
});

describe('outside the group’s ring', () => {
  test('a judgement keeps its keys and dates and loses every number of people', () => {
    const shown = showJudgement(aJudgement({ reasons: [below60, silent] }), 'shape');
    expect(shown.reasons).toEqual([{ key: 'below-60', meetingIds: [] }, silent]);
    expect(shown.clearsWhen).toEqual({ key: 'two-meetings-with' });
    expect(shown.level).toBe('fading');
  });

  test('a reason may count registers, never people', () => {
    const people: Reason = { key: 'few-likely', count: 3, of: 5, likely: 2.5, meetingIds: [] };
    const lost: Reason = { key: 'registers-missing', count: 3, of: 6, meetingIds: [] };
    expect(showReasons([people, lost], 'shape')).toEqual([{ key: 'few-likely', meetingIds: [] }, lost]);
  });

  test('the strip keeps its shape and loses its head counts', () => {
    const slots = [{ meetingId: null, on: '2026-03-02', kind: 'held', headcount: 7 }] as const;
    expect(showTurnout({ usual: 7, slots }, 'shape')).toEqual({
      usual: null,
      slots: [{ meetingId: null, on: '2026-03-02', kind: 'held', headcount: null }],
    });
  });
});

test('inside the ring nothing is held back', () => {
  expect(showJudgement(aJudgement(), 'whole')).toEqual(aJudgement());
  expect(showReasons([below60], 'whole')).toEqual([below60]);
  expect(showReasons([below60], 'shape')).toEqual([{ key: 'below-60', meetingIds: [] }]);
});
