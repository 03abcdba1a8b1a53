import { expect, test } from '@jest/globals';
import { groupSearch, signInSearch } from './search.js';

test('a filter in an address counts however the router reads it', () => {
  for (const value of ['true', true]) {
    expect(groupSearch({ registersMissing: value }).registersMissing).toBe('true');
    expect(groupSearch({ needsYou: value }).needsYou).toBe('true');
  }
  expect(groupSearch({ q: 2026 }).q).toBe('2026');
});

test('what the address may not ask is left out', () => {
  const { level, state, registersMissing } = groupSearch({
    level: 'watch',
    state: 'x',
    registersMissing: false,
  });
  expect([level, state, registersMissing]).toEqual([undefined, undefined, undefined]);
});

test('signing in leads to a page of ours and nowhere else', () => {
  expect(signInSearch({ then: '/groups' }).then).toBe('/groups');
  expect(signInSearch({ then: '//elsewhere.example' }).then).toBeUndefined();
  expect(signInSearch({ then: 'https://elsewhere.example' }).then).toBeUndefined();
});
