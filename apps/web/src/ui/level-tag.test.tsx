import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { KindTag, LevelTag, standingOf } from './level-tag.js';

type Told = Parameters<typeof standingOf>[0];
const meeting: Told = { state: 'meeting', level: 'steady', noNews: false, restingUntil: null };

test.each<[Partial<Told>, string]>([
  [{}, 'Steady'],
  [{ level: 'watch' }, 'Steady'],
  [{ level: 'fading' }, 'Starting to fade'],
  [{ level: 'at-risk' }, 'At risk of dissolving'],
  [{ level: null }, 'Getting to know it'],
  [{ level: null, state: 'forming' }, 'Getting started'],
  [{ noNews: true }, 'No news'],
  [{ noNews: true, level: 'at-risk' }, 'At risk of dissolving'],
  [{ state: 'resting', restingUntil: '2026-01-12', level: 'fading' }, 'Resting until 12 January'],
  [{ state: 'closed-well', level: 'at-risk' }, 'Closed well'],
  [{ state: 'merged', level: null }, 'Merged'],
])('%j reads as "%s"', (told, words) => {
  render(<LevelTag group={{ ...meeting, ...told }} />);
  expect(screen.getByText(words)).toBeTruthy();
});

test('the sign differs in shape from level to level, not only in colour', () => {
  const shapes = (['steady', 'fading', 'at-risk'] as const).map((level) => {
    const { container } = render(<LevelTag group={{ ...meeting, level }} />);
    return container.querySelector('svg')?.innerHTML;
  });
  expect(new Set(shapes).size).toBe(3);
});

test.each(['fading', 'at-risk'] as const)(
  'to its own people a group that is %s reads as a question',
  (level) => {
    render(<KindTag group={{ ...meeting, level }} />);
    expect(screen.getByText('Would you like a hand?')).toBeTruthy();
  },
);
