import { describe, expect, test } from '@jest/globals';
import type { TemplateChanges, TemplateTaskView } from '@followon/shared/contract/templates';
import {
  blank,
  countOf,
  isSame,
  ownKey,
  typedOf,
  withChanged,
  withLeftOut,
  withOwn,
  withPutBack,
  wrongIn,
} from './changes.js';

const none: TemplateChanges = { drop: [], add: [], reword: {}, shift: {} };
const shipped = { title: 'Visit a session', why: 'It helps.', doneWhen: 'You came.', dueOffsetDays: -7 };
const visit: TemplateTaskView = {
  ...{ key: 'ptv_visit', ...shipped, ownerRole: 'volunteer', anchor: 'last-session', blocking: false },
  ...{ after: [], origin: 'shipped', dropped: false, mayDrop: true, shipped },
};
const tea = { ...blank, title: 'Bring tea', why: 'Tea helps.', doneWhen: 'There is tea.' };

describe('a shipped task', () => {
  test('keeps of what was typed only what differs', () => {
    const typed = { ...typedOf(visit), title: 'Come and say hello ', days: '−10' };
    expect(withChanged(none, visit, typed)).toEqual({
      ...none,
      reword: { ptv_visit: { title: 'Come and say hello' } },
      shift: { ptv_visit: -10 },
    });
  });

  test('is as it was shipped when the shipped words are typed again', () => {
    const changed = withChanged(none, visit, { ...typedOf(visit), days: '3' });
    expect(withChanged(changed, visit, typedOf(visit))).toEqual(none);
  });

  test('is left out and put back', () => {
    const out = withLeftOut(none, visit);
    expect(out.drop).toEqual(['ptv_visit']);
    expect(withPutBack(out, 'ptv_visit')).toEqual(none);
  });
});

describe('a task of one’s own', () => {
  const own = withOwn(none, 'site_bring_tea', { ...tea, days: '-1', after: 'ptv_visit' });

  test('is added, changed and taken away', () => {
    expect(own.add).toMatchObject([{ key: 'site_bring_tea', dueOffsetDays: -1, after: ['ptv_visit'] }]);
    const changed = withOwn(own, 'site_bring_tea', { ...tea, title: 'Bring cake' });
    expect(changed.add).toMatchObject([{ key: 'site_bring_tea', title: 'Bring cake', after: [] }]);
    const view = { ...visit, key: 'site_bring_tea', origin: 'own', shipped: null } as const;
    expect(withLeftOut(own, view)).toEqual(none);
  });

  test.each([
    { title: 'Bring tea', key: 'site_bring_tea_2' },
    { title: 'Çay & cake!', key: 'site_ay_cake' },
    { title: '…', key: 'site_task' },
    { title: 'x'.repeat(80), key: `site_${'x'.repeat(40)}` },
  ])('called "$title" has the key $key', ({ title, key }) => {
    expect(ownKey(title, own)).toBe(key);
  });
});

test.each([
  { typed: tea, wrong: [] },
  { typed: { ...tea, title: '  ' }, wrong: ['title'] },
  { typed: { ...tea, days: '1.5' }, wrong: ['days'] },
  { typed: { ...tea, days: '' }, wrong: ['days'] },
  { typed: { ...tea, days: '−14' }, wrong: [] },
])('typed days "$typed.days" and title "$typed.title" need another look at $wrong', ({ typed, wrong }) => {
  expect(wrongIn(typed)).toEqual(wrong);
});

test('the order in which tasks were changed makes no difference', () => {
  const one: TemplateChanges = { ...none, drop: ['a', 'b'], shift: { c: 1, d: 2 } };
  expect(isSame(one, { ...none, drop: ['b', 'a'], shift: { d: 2, c: 1 } })).toBe(true);
  expect(isSame(one, { ...one, drop: ['a'] })).toBe(false);
  expect(countOf({ ...one, reword: { c: { title: 'x' } } })).toBe(4);
});
