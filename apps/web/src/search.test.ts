import { expect, test } from '@jest/globals';
import { alertSearch, groupSearch, signInSearch } from './search.js';

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

test('the inbox can be narrowed to one cause and one state, and to nothing we do not know', () => {
  const asked = { cause: 'no-ptv', state: 'withdrawn', site: 'avonside' };
  expect(alertSearch(asked)).toEqual(asked);
  const unknown = { cause: 'no-such', state: 'all', site: '' };
  expect(alertSearch(unknown)).toEqual({ cause: undefined, state: undefined, site: undefined });
});

test('signing in leads to a page of ours and nowhere else', () => {
  expect(signInSearch({ then: '/groups' }).then).toBe('/groups');
  expect(signInSearch({ then: '//elsewhere.example' }).then).toBeUndefined();
  expect(signInSearch({ then: 'https://elsewhere.example' }).then).toBeUndefined();
});
