import { describe, expect, test } from '@jest/globals';
import type { Nudge } from '../rules/nudge/nudge.js';
import { linksCarried } from '../rules/nudge/link-asked.js';
import type { NudgeKey } from '../rules/nudge/nudges.js';
import { nudges } from '../rules/nudge/nudges.js';
import { choicesOffered } from './choices-offered.js';
import { previewFigures } from './preview-figures.js';

const TODAY = '2026-11-24';
const shown = nudges.flatMap((nudge) => {
  const { key, audience, alsoFor = [] }: Nudge = nudge;
  return [audience, ...alsoFor].map((one) => ({ key: nudge.key, name: key, audience: one }));
});

describe.each(shown)('$name to a $audience', ({ key, audience }) => {
  const facts = previewFigures(key, audience, TODAY);

  test('offers the same in both languages', () => {
    const english = choicesOffered(key, facts);
    const welsh = choicesOffered(key, { ...facts, language: 'cy' });
    expect(english.length).toBeGreaterThanOrEqual(2);
    expect(welsh.map(({ code, leads }) => ({ code, leads }))).toEqual(
      english.map(({ code, leads }) => ({ code, leads })),
    );
    expect(welsh.every(({ label }, at) => label !== english[at]?.label)).toBe(true);
  });

  test('carries a link wherever a choice is made by one', () => {
    const byLink = choicesOffered(key, facts).some(({ leads }) => leads === 'link');
    if (byLink) expect(linksCarried(key, audience)).not.toEqual([]);
    expect(linksCarried(key, audience).includes('stop')).toBe(audience !== 'staff');
  });
});

test('a member may stop whatever they get, and what a volunteer is asked is theirs alone', () => {
  const codes = (key: 'meeting_reminder' | 'would_a_hand_help', audience: 'member' | 'volunteer') =>
    choicesOffered(key, previewFigures(key, audience, TODAY)).map(({ code }) => code);
  expect(codes('meeting_reminder', 'member')).toEqual(['coming', 'not-this-time', 'stop']);
  expect(codes('would_a_hand_help', 'volunteer')).toEqual(['i-will-ring', 'not-just-now']);
});

test('what can be said in one tap leads to no page, and what needs a page says so', () => {
  const leads = (key: NudgeKey, code: string) =>
    choicesOffered(key, previewFigures(key, 'role-holder', TODAY)).find((choice) => choice.code === code)
      ?.leads;
  expect(leads('contact_wanted', 'a-hand-please')).toBe('link');
  expect(leads('merge_asked', 'not-for-us')).toBe('page');
});

/** Who asks, and what was agreed, is told on the page of the group alone. */
const ON_A_PAGE = ['merge_asked/look', 'merge_asked/not-for-us', 'merge_answered/look'];

test('whoever holds a role without an account is offered no answer that they cannot give', () => {
  const needsAnAccount = shown
    .filter(({ key, audience }) => audience === 'role-holder' && key !== 'task_digest')
    .flatMap(({ key }) =>
      choicesOffered(key, previewFigures(key, 'role-holder', TODAY))
        .filter(({ leads }) => leads === 'page')
        .map(({ code }) => `${key}/${code}`),
    );
  expect(needsAnAccount).toEqual(ON_A_PAGE);
});
