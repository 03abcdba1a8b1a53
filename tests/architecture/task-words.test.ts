import { expect, test } from '@jest/globals';
import { baseTemplate } from '@followon/shared/rules/handover/templates/base';
import { readSource } from '../support/source-files.js';

const screens = JSON.parse(readSource('apps/web/src/locales/en.json')) as Readonly<Record<string, string>>;

test.each(baseTemplate)('the task $key reads the same on screen, in a message and on its list', (task) => {
  expect(screens[`handoverTask.${task.key}.title`]).toBe(task.title);
  expect(screens[`handoverTask.${task.key}.why`]).toBe(task.why);
});
