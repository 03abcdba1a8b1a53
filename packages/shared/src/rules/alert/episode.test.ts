import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideEpisodes, isTrue, settleAfterImport } from './episode.js';
import type { HealthCause } from './causes.js';
import type { Change, Decision } from './episode.js';

const aChange = (over: Partial<Change> = {}): Change => ({
  level: 'steady',
  previousLevel: 'steady',
  silenceOnly: false,
  quiet: false,
  open: [],
  origin: 'live',
  groupState: 'meeting',
  ...over,
});
const opened = (...causes: HealthCause[]) => causes.map((cause) => ({ cause }));
const nothing: Decision = { open: [], withdraw: [] };

describe('an alert opens', () => {
  test.each<{ when: string; change: Partial<Change>; open: HealthCause[] }>([
    { when: 'on the rise to fading', change: { level: 'fading', previousLevel: 'watch' }, open: ['fading'] },
    { when: 'on the first level of all', change: { level: 'fading', previousLevel: null }, open: ['fading'] },
    {
      when: 'on the rise to at risk',
      change: { level: 'at-risk', previousLevel: 'watch' },
      open: ['at-risk'],
    },
    { when: 'not on watch', change: { level: 'watch' }, open: [] },
    { when: 'not while the level stays', change: { level: 'fading', previousLevel: 'fading' }, open: [] },
    { when: 'not on the fall to fading', change: { level: 'fading', previousLevel: 'at-risk' }, open: [] },
    { when: 'when the group goes quiet', change: { quiet: true }, open: ['gone-quiet'] },
    { when: 'not when the silence is old', change: { quiet: true, wasQuiet: true }, open: [] },
    {
      when: 'as gone quiet when silence alone raised the level',
      change: { level: 'fading', silenceOnly: true },
      open: ['gone-quiet'],
    },
    {
      when: 'as fading when the registers join a silence that spoke first',
      change: { level: 'fading', previousLevel: 'fading', wasSilenceOnly: true },
      open: ['fading'],
    },
    {
      when: 'for both when a fading group also goes quiet',
      change: { level: 'fading', previousLevel: 'watch', quiet: true },
      open: ['fading', 'gone-quiet'],
    },
    {
      when: 'for a group without news',
      change: { quiet: true, groupState: 'unknown' },
      open: ['gone-quiet'],
    },
    { when: 'not for a resting group', change: { level: 'fading', groupState: 'resting' }, open: [] },
    { when: 'not for history', change: { level: 'at-risk', quiet: true, origin: 'import' }, open: [] },
    { when: 'not for a replay', change: { level: 'at-risk', origin: 'replay' }, open: [] },
    {
      when: 'not twice',
      change: { level: 'fading', quiet: true, open: opened('fading', 'gone-quiet') },
      open: [],
    },
  ])('$when: $open', ({ change, open }) => {
    expect(decideEpisodes(aChange(change))).toEqual({ open, withdraw: [] });
  });
});

describe('an alert is withdrawn', () => {
  test.each<{ because: string; cause: HealthCause; change: Partial<Change> }>([
    { because: 'level-fell', cause: 'fading', change: { level: 'watch', previousLevel: 'fading' } },
    { because: 'level-fell', cause: 'at-risk', change: { level: 'fading', previousLevel: 'at-risk' } },
    { because: 'register-corrected', cause: 'fading', change: { previousLevel: 'fading', corrected: true } },
    { because: 'silence-ended', cause: 'gone-quiet', change: { wasQuiet: true } },
    {
      because: 'group-resting',
      cause: 'gone-quiet',
      change: { quiet: true, wasQuiet: true, groupState: 'resting' },
    },
    { because: 'group-merged', cause: 'fading', change: { level: null, groupState: 'merged' } },
    { because: 'group-closed', cause: 'fading', change: { level: 'fading', groupState: 'closed-well' } },
    { because: 'group-closed', cause: 'at-risk', change: { level: null, groupState: 'closed' } },
  ])('$cause, because $because', ({ because, cause, change }) => {
    expect(decideEpisodes(aChange({ ...change, open: opened(cause) }))).toEqual({
      open: [],
      withdraw: [{ cause, because }],
    });
  });

  test('at risk takes the place of fading', () => {
    const change = aChange({ level: 'at-risk', previousLevel: 'fading', open: opened('fading') });
    expect(decideEpisodes(change)).toEqual({
      open: ['at-risk'],
      withdraw: [{ cause: 'fading', because: 'superseded' }],
    });
  });

  test('fading joins the silence when no register speaks for it any more', () => {
    const change = aChange({
      level: 'fading',
      previousLevel: 'fading',
      silenceOnly: true,
      open: opened('fading'),
    });
    expect(decideEpisodes(change)).toEqual({
      open: ['gone-quiet'],
      withdraw: [{ cause: 'fading', because: 'joined-gone-quiet' }],
    });
  });

  test('not by imported history, which is about the past', () => {
    expect(decideEpisodes(aChange({ origin: 'import', open: opened('fading') }))).toEqual(nothing);
  });
});

describe('when an import ends', () => {
  const settled = (over: Partial<Change>) => settleAfterImport(aChange(over));

  test('a group gets one alert, the weightiest', () => {
    expect(settled({ level: 'at-risk', quiet: true })).toEqual({ open: ['at-risk'], withdraw: [] });
    expect(settled({ level: 'watch', quiet: true })).toEqual({ open: ['gone-quiet'], withdraw: [] });
    expect(settled({ level: 'watch' })).toEqual(nothing);
  });

  test('a group that has a true one gets no second, and a stale one is withdrawn', () => {
    expect(settled({ level: 'fading', quiet: true, open: opened('gone-quiet') })).toEqual(nothing);
    expect(settled({ level: 'watch', open: opened('fading') }).withdraw).toEqual([
      { cause: 'fading', because: 'level-fell' },
    ]);
  });
});

describe('whatever happens to a group', () => {
  const moment = fc.record({
    level: fc.constantFrom('steady', 'watch', 'fading', 'at-risk', null),
    silenceOnly: fc.boolean(),
    quiet: fc.boolean(),
    groupState: fc.constantFrom('forming', 'meeting', 'meeting', 'resting', 'merged', 'closed', 'unknown'),
    resolved: fc.constantFrom<HealthCause | undefined>(
      undefined,
      undefined,
      'fading',
      'at-risk',
      'gone-quiet',
    ),
    importEnds: fc.boolean(),
  });

  test('no two open episodes share a cause, and every open one is true', () => {
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 40 }), (moments) => {
        let open: HealthCause[] = [];
        let before = { level: null as Change['level'], silenceOnly: false, quiet: false };
        for (const { resolved, importEnds, ...now } of moments) {
          open = open.filter((cause) => cause !== resolved);
          const change = aChange({
            ...now,
            open: opened(...open),
            previousLevel: before.level,
            wasSilenceOnly: before.silenceOnly,
            wasQuiet: before.quiet,
          });
          const decision = importEnds ? settleAfterImport(change) : decideEpisodes(change);
          const withdrawn = decision.withdraw.map(({ cause }) => cause);
          expect(withdrawn.every((cause) => open.includes(cause))).toBe(true);
          open = [...open.filter((cause) => !withdrawn.includes(cause)), ...decision.open];
          expect(new Set(open).size).toBe(open.length);
          expect(open.every((cause) => isTrue(cause, change))).toBe(true);
          before = now;
        }
      }),
      { numRuns: 500 },
    );
  });
});
