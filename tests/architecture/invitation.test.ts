import { expect, test } from '@jest/globals';
import { sayPart, volunteersPart } from '@followon/shared/messages/volunteers-part';
import { readSource } from '../support/source-files.js';

test('the page of a volunteer’s link says the same of the part as the message: what the shipped list holds', () => {
  const words = JSON.parse(readSource('apps/web/src/locales/en.json')) as Record<string, string>;
  expect(words['link.ask.ptvWhy']).toContain(sayPart(volunteersPart()));
});
