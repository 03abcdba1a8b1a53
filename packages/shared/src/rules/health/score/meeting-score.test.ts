import { expect, test } from '@jest/globals';
import type { Reason, ReasonKey } from '../facts.js';
import type { FeatureName } from './features.js';
import { CalmState, driversOf } from './meeting-score.js';

const KEYS: { readonly [F in FeatureName]: ReasonKey } = {
  'few-likely': 'few-likely',
  'few-lately': 'few-lately',
  'wider-gaps': 'long-gap',
  'long-gap': 'long-gap',
  sinking: 'few-lately',
  'sinking-long': 'few-lately',
};
const say = (feature: FeatureName): Reason => ({ key: KEYS[feature], meetingIds: [] });
const calmAt = (...readings: readonly { readonly 'few-likely': number; readonly 'long-gap': number }[]) => {
  const calm = new CalmState();
  for (const reading of readings) calm.add(reading);
  return calm;
};
const keys = (reasons: readonly Reason[]) => reasons.map(({ key }) => key);

test('a group is compared with its own calm state: what is always so is no reason', () => {
  const always = { 'few-likely': 0.9, 'long-gap': 0.1 };
  const now = { 'few-likely': 0.9, 'long-gap': 0.5 };
  expect(keys(driversOf(now, calmAt(always, always, always), say))).toEqual(['long-gap']);
  expect(keys(driversOf(now, calmAt(), say))).toEqual(['few-likely', 'long-gap']);
});

test('the calm state is the middle one of its readings, not the last', () => {
  const calm = calmAt(
    { 'few-likely': 0, 'long-gap': 0 },
    { 'few-likely': 0, 'long-gap': 0 },
    { 'few-likely': 5, 'long-gap': 5 },
  );
  expect(keys(driversOf({ 'few-likely': 1, 'long-gap': 0 }, calm, say))).toEqual(['few-likely']);
});

test('what moved the score by less than .15 log-odds is left unsaid, and there may be no reason at all', () => {
  expect(keys(driversOf({ 'few-likely': 0.16, 'long-gap': 0.14 }, calmAt(), say))).toEqual(['few-likely']);
  expect(driversOf({ 'few-likely': 0.1, 'long-gap': -2 }, calmAt(), say)).toEqual([]);
});

test('two reasons at most, each once, the strongest first, and only of features that the model knows', () => {
  const moved = { 'few-lately': 0.3, 'wider-gaps': 0.5, 'long-gap': 0.9, sinking: 0.4 };
  expect(keys(driversOf(moved, calmAt(), say))).toEqual(['long-gap', 'few-lately']);
});

test('a reason that its numbers do not bear out makes room for the next', () => {
  const moved = { 'few-likely': 0.9, 'long-gap': 0.5 };
  const bornOut = (feature: FeatureName) => (feature === 'few-likely' ? undefined : say(feature));
  expect(keys(driversOf(moved, calmAt(), bornOut))).toEqual(['long-gap']);
});
