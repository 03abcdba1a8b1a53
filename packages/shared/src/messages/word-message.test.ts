import { describe, expect, test } from '@jest/globals';
import { nudges } from '../rules/nudge/nudges.js';
import { audiences } from '../rules/nudge/nudge.js';
import { aFullMessage } from './a-full-message.test-support.js';
import { en } from './en.js';
import type { MessageFacts } from './facts.js';
import { MessageFigures } from './facts.js';
import { neutralName, sayDate, sayList } from './say.js';
import { wordMessage } from './word-message.js';

const facts: MessageFacts = {
  audience: 'role-holder',
  groupName: 'Thursday Walkers',
  programmeName: 'Spring course',
  today: '2026-04-14',
  on: '2026-04-13',
  tasks: [
    { taskId: '5b9d8c32-7f2e-4e43-9d55-0d6f5f1d9a01', task: 'ptv_visit', dueOn: '2026-04-13' },
    { taskId: '5b9d8c32-7f2e-4e43-9d55-0d6f5f1d9a02', task: 'choose_route', dueOn: '2026-04-14' },
  ],
  cause: 'fading',
  key: 'below-60',
  usual: 8.2,
  recent: [4, 5, 3],
};

const every = nudges.flatMap(({ key }) => audiences.map((audience) => ({ key, audience })));
const worded = (key: string, over: Partial<MessageFacts> = {}) => {
  const message = wordMessage(key, { ...facts, ...over });
  if (!message) throw new Error(`${key} has no words`);
  return message;
};

describe('every message', () => {
  test.each(nudges)('$key has words for each of its choices and for no other', ({ key, choices }) => {
    expect(Object.keys(en[key].choices).sort()).toEqual([...choices].sort());
  });

  test.each(every)(
    '$key to a $audience says nothing in its subject that others must not read',
    ({ key, audience }) => {
      const { subject } = worded(key, { audience });
      expect(subject).not.toMatch(/pain|hospital|clinic|nhs|Thursday/i);
      expect(subject.length).toBeLessThanOrEqual(40);
    },
  );

  test.each(every)('$key to a $audience offers a choice, and never counts absences', ({ key, audience }) => {
    const { text, choices } = worded(key, { audience });
    expect(choices.length).toBeGreaterThan(1);
    expect(new Set(choices).size).toBe(choices.length);
    expect(text).not.toMatch(/pain|hospital|absen|miss(ed|ing)|did not attend|we noticed|undefined|null/i);
  });

  test.each(nudges)('$key can be stopped by a member and does not name the group to one', ({ key }) => {
    const { text, choices } = worded(key, { audience: 'member' });
    expect(choices).toContain('Stop these messages');
    expect(text).toContain('stop');
    expect(text).not.toMatch(/Thursday|Spring/);
  });

  test.each(every)('$key to a $audience is read easily at the age of eleven', ({ key, audience }) => {
    // UK reading age 9 to 11 is about grades 4 to 6 of Flesch and Kincaid's scale.
    expect(gradeOf(worded(key, { audience }).text)).toBeLessThanOrEqual(6);
    expect(gradeOf(worded(key, { ...aFullMessage(), audience }).text)).toBeLessThanOrEqual(6);
  });

  test.each(nudges)('$key still makes sense when its figures are missing', ({ key }) => {
    const bare = wordMessage(key, {
      audience: 'staff',
      today: '2026-04-14',
      ...MessageFigures.parse({ on: 7, usual: 'x' }),
    });
    expect(bare?.text).not.toMatch(/undefined|null|NaN|\s{2}/);
  });
});

describe('what is said', () => {
  test('a clinician reads numbers of the group', () => {
    expect(worded('alert_opened', { audience: 'staff' }).text).toContain(
      '“Thursday Walkers” may be starting to fade. About 8 people usually come; the last three meetings had 4, 5 and 3.',
    );
  });

  test.each([
    { dueOn: '2026-04-13', says: 'It was due on Monday 13 April 2026.' },
    { dueOn: '2026-04-14', says: 'It is due today.' },
    { dueOn: '2026-04-17', says: 'It is due on Friday 17 April 2026.' },
  ])('a task of $dueOn, read on the 14th: $says', ({ dueOn, says }) => {
    const tasks = [{ taskId: '5b9d8c32-7f2e-4e43-9d55-0d6f5f1d9a01', task: 'ptv_visit', dueOn }];
    expect(worded('task_digest', { tasks }).text).toContain(`Visit a session and tell your story: ${says}`);
  });

  test('a silent group reads when it was last heard of, and may rest', () => {
    const { text, choices } = worded('did_you_meet', { lastOn: '2026-04-06' });
    expect(text).toContain('We last heard from “Thursday Walkers” about 6 April 2026.');
    expect(choices).toContain('We are having a rest');
  });

  test.each(['how_was_it', 'register_missing', 'did_you_meet'])(
    '%s tells somebody of two groups which one it asks about, in both languages, and never a member',
    (key) => {
      for (const language of ['en', 'cy'] as const) {
        expect(worded(key, { language }).text).toContain('“Thursday Walkers”');
        expect(worded(key, { language, audience: 'member' }).text).not.toContain('Thursday Walkers');
      }
    },
  );

  test('a nudge that is no longer in the catalogue has no words', () => {
    expect(wordMessage('task_due', facts)).toBeUndefined();
  });

  test('names of places of care and conditions are not neutral', () => {
    expect(neutralName('Thursday Walkers')).toBe('Thursday Walkers');
    for (const name of ['Southmead Hospital group', 'Back pain Tuesdays', 'NHS walkers', null, ''])
      expect(neutralName(name)).toBeUndefined();
    expect(neutralName('Painters and walkers')).toBeUndefined(); // rather one name too few
  });

  test('dates and lists read as people write them', () => {
    expect(sayDate('2026-01-05')).toBe('5 January 2026');
    expect([sayList([]), sayList([4]), sayList([4, 5]), sayList([4, 5, 3])]).toEqual([
      '',
      '4',
      '4 and 5',
      '4, 5 and 3',
    ]);
  });
});

/** Flesch-Kincaid grade, with syllables counted as groups of vowels. */
function gradeOf(text: string): number {
  const sentences = text.split(/[.?!:]+\s/).length;
  const words = text.match(/[a-z]+/gi) ?? [];
  const syllables = words.reduce(
    (sum, word) =>
      sum +
      Math.max(
        1,
        (
          word
            .toLowerCase()
            .replace(/e$/, '')
            .match(/[aeiouy]+/g) ?? []
        ).length,
      ),
    0,
  );
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}
