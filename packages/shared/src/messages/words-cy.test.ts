import { describe, expect, test } from '@jest/globals';
import { audiences } from '../rules/nudge/nudge.js';
import { nudges } from '../rules/nudge/nudges.js';
import { aFullMessage } from './a-full-message.test-support.js';
import { linkLabel } from './link-labels.js';
import { wordMessage } from './word-message.js';

const every = nudges.flatMap(({ key }) => audiences.map((audience) => ({ key, audience })));
const bare = { today: '2026-11-24' } as const;
const ENGLISH = /\b(the|you|your|and|is|are|group|groups|meeting|would|somebody|with|this|not|task|tasks)\b/i;
/** Those on duty are called clinicians (clinigydd, clinigwyr), as in English. */
const TELLING = /poen|ysbyty|meddyg|clinig(?!ydd|wyr)|nhs|diagnos|cyflwr|symptom|absenol|undefined|null|NaN/i;

type Facts = Parameters<typeof wordMessage>[1];

function worded(key: string, facts: Facts) {
  const words = wordMessage(key, facts);
  if (!words) throw new Error(`${key} has no words`);
  return words;
}

describe.each(every)('$key to a $audience, in Welsh,', ({ key, audience }) => {
  test.each([
    { with: 'all its figures', facts: { ...aFullMessage(() => '“Q”'), audience } },
    { with: 'none', facts: { ...bare, audience } },
  ])('is whole, neutral and without English, with $with', ({ facts }) => {
    const welsh = worded(key, { ...facts, language: 'cy' });
    const english = worded(key, { ...facts, language: 'en' });
    const said = [welsh.subject, welsh.text, ...welsh.choices].join(' ');
    expect(said).not.toMatch(ENGLISH);
    expect(said).not.toMatch(TELLING);
    expect(welsh.subject.length).toBeLessThanOrEqual(40);
    expect(new Set(welsh.choices).size).toBe(english.choices.length);
    expect(welsh.pages.map(({ href }) => href)).toEqual(english.pages.map(({ href }) => href));
    expect(welsh.pages.every(({ label }) => welsh.choices.includes(label))).toBe(true);
  });
});

test('a member reads in Welsh how to stop', () => {
  const message = wordMessage('meeting_reminder', {
    ...{ ...bare, audience: 'member', on: '2026-11-26', language: 'cy' },
  });
  expect(message?.lines[0]).toBe('Mae’r cyfarfod nesaf ar 26 Tachwedd 2026.');
  expect(message?.lines.at(-1)).toBe('Gallwch stopio’r negeseuon hyn unrhyw bryd ag un tap.');
  expect(message?.choices).toContain('Stopio’r negeseuon hyn');
});

test('a link that says one thing is called by it, and one that opens a choice is not', () => {
  const named = (key: string) =>
    linkLabel(
      { action: 'answer-message' },
      'cy',
      wordMessage(key, { ...bare, audience: 'role-holder', language: 'cy' })?.answer,
    );
  expect(named('did_you_meet')).toBe('Rydyn ni’n cael seibiant');
  expect(named('contact_wanted')).toBe('Ateb');
});

test('links are called by their Welsh names', () => {
  expect(linkLabel({ action: 'stop' }, 'cy')).toBe('Stopio’r negeseuon hyn');
  expect(linkLabel({ action: 'tick-task', task: 'ptv_visit' }, 'cy')).toBe(
    'Ymweld â sesiwn ac adrodd eich stori',
  );
});
