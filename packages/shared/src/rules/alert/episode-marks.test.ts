import { describe, expect, test } from '@jest/globals';
import type { HealthCause } from './causes.js';
import type { MarksChange } from './episode.js';
import { settleAfterMarks } from './episode.js';

const set = (over: Partial<MarksChange>) =>
  settleAfterMarks({
    ...{ level: 'steady', previousLevel: 'steady', silenceOnly: false, quiet: false },
    ...{ open: [], origin: 'live', groupState: 'meeting', takenBack: [] },
    ...over,
  });
const opened = (...causes: HealthCause[]) => causes.map((cause) => ({ cause }));
const byMarks = (cause: HealthCause) => [{ cause, byMarks: true }];
const withdrawn = (...causes: HealthCause[]) =>
  causes.map((cause) => ({ cause, because: 'marks-changed' as const }));

describe('when other marks are set', () => {
  test('what becomes true opens, and what is no longer true is withdrawn because of the marks', () => {
    expect(set({ level: 'fading' })).toEqual({ open: ['fading'], withdraw: [] });
    expect(set({ level: 'at-risk', previousLevel: 'fading', open: opened('fading') })).toEqual({
      open: ['at-risk'],
      withdraw: withdrawn('fading'),
    });
    expect(
      set({ previousLevel: 'fading', quiet: false, wasQuiet: true, open: opened('gone-quiet') }),
    ).toEqual({
      open: [],
      withdraw: withdrawn('gone-quiet'),
    });
  });

  test('what is still true stays as it is', () => {
    const still = { level: 'fading', previousLevel: 'fading', quiet: true, wasQuiet: true } as const;
    expect(set({ ...still, open: opened('fading', 'gone-quiet') })).toEqual({ open: [], withdraw: [] });
  });

  test('what earlier marks took back opens again; what people settled does not', () => {
    const back = { level: 'fading', previousLevel: 'at-risk', open: byMarks('at-risk') } as const;
    expect(set({ ...back, takenBack: ['fading'] })).toEqual({
      open: ['fading'],
      withdraw: withdrawn('at-risk'),
    });
    expect(set(back)).toEqual({ open: [], withdraw: withdrawn('at-risk') });
  });

  test('a group that came to be at risk by itself stays in sight as fading', () => {
    const down = { level: 'fading', previousLevel: 'at-risk', open: opened('at-risk') } as const;
    expect(set(down)).toEqual({ open: ['fading'], withdraw: withdrawn('at-risk') });
  });

  test('a group on a break is left alone', () => {
    const resting = { level: 'fading', previousLevel: 'fading', groupState: 'resting' } as const;
    expect(set({ ...resting, open: opened('fading') })).toEqual({
      open: [],
      withdraw: [{ cause: 'fading', because: 'group-resting' }],
    });
  });
});
