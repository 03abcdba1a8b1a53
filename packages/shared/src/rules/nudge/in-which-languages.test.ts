import { expect, test } from '@jest/globals';
import { countries } from '../calendar/country.js';
import { inWhichLanguages } from './in-which-languages.js';

test.each(countries)('whoever chose a language gets that one at a site in %s', (country) => {
  expect(inWhichLanguages('en', country)).toEqual(['en']);
  expect(inWhichLanguages('cy', country)).toEqual(['cy']);
});

test.each([
  ['wales', ['cy', 'en']],
  ['england', ['en']],
  ['scotland', ['en']],
  ['northern-ireland', ['en']],
] as const)('who has not said what they would like is written to from %s in %j', (country, languages) => {
  expect(inWhichLanguages(null, country)).toEqual(languages);
});
