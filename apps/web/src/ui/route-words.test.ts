import { expect, test } from '@jest/globals';
import { routes } from '@followon/shared/rules/handover/routes';
import { optionWords } from '../handovers/question-words.js';
import { sayRoute } from './route-words.js';

test.each(routes)('the way "%s" has one name, in a question as on a list', (route) => {
  expect(sayRoute(route)).not.toBe(route);
  expect(optionWords('route', route)).toBe(sayRoute(route));
});

test('no two ways are called the same', () => {
  expect(new Set(routes.map(sayRoute)).size).toBe(routes.length);
});
