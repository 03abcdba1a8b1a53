import { describe, expect, test } from '@jest/globals';
import { shippedTask } from '../rules/handover/templates/shipped.js';
import type { Audience, Nudge } from '../rules/nudge/nudge.js';
import { nudges } from '../rules/nudge/nudges.js';
import { MessageFigures } from './facts.js';
import { previewFigures } from './preview-figures.js';
import { neutralName } from './say.js';
import { wordMessage } from './word-message.js';

const TODAY = '2026-11-24';
const every: readonly Nudge[] = nudges;
const shown = every.flatMap(({ key, audience, alsoFor = [] }) =>
  [audience, ...alsoFor].map((one) => ({ key, audience: one })),
);
const worded = (key: string, audience: Audience) =>
  wordMessage(key, previewFigures(key, audience, TODAY))?.lines.join('\n') ?? '';

test.each(shown)('$key to a $audience keeps every figure it is given', ({ key, audience }) => {
  const facts = previewFigures(key, audience, TODAY);
  expect(MessageFigures.parse(facts)).toEqual(expect.objectContaining({ on: facts.on, tasks: facts.tasks }));
  expect(facts.tasks?.every(({ task }) => shippedTask(task) !== undefined)).toBe(true);
  expect(Object.values(facts.names ?? {}).every((name) => neutralName(name) === name)).toBe(true);
});

describe('every sentence shows that somebody may ever read', () => {
  test('of the list of a day, for those on duty', () => {
    const said = worded('task_digest', 'staff');
    for (const part of [
      '4 groups may need you.',
      '“Paper Kites” may be starting to fade.',
      'There are 5 tasks on your list.',
      'Nobody has this just now. It was due on Sunday 22 November 2026.',
      'It is due today.',
      'It is due on Friday 27 November 2026.',
      'There are 2 more on your list.',
    ])
      expect(said).toContain(part);
  });

  test('of a week and a month', () => {
    expect(worded('ptv_update', 'volunteer').split('\n')).toHaveLength(7);
    expect(worded('admin_digest', 'staff').split('\n')).toHaveLength(10);
  });

  test('of alerts that nobody took on, all of a morning', () => {
    expect(worded('alert_unanswered', 'staff')).toMatch(/^4 groups wait for somebody\.[^]*Odd Socks/);
    expect(worded('alert_unanswered', 'staff')).toContain('About 8 people usually come');
  });
});

test('a message before a meeting tells of a day to come, one after it of a day that was', () => {
  expect(previewFigures('meeting_reminder', 'member', TODAY).on).toBe('2026-11-26');
  expect(previewFigures('how_was_it', 'role-holder', TODAY).on).toBe('2026-11-23');
  expect(previewFigures('are_you_ready', 'role-holder', TODAY).on).toBe(TODAY);
});
