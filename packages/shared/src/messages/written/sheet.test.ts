import { describe, expect, test } from '@jest/globals';
import { audiences } from '../../rules/nudge/nudge.js';
import { nudges } from '../../rules/nudge/nudges.js';
import { aFullMessage } from '../a-full-message.test-support.js';
import { writeSheet } from './sheet.js';

const every = nudges.flatMap(({ key }) => audiences.map((audience) => ({ key, audience })));
const ENGLISH = /\b(the|you|your|and|would|somebody|with|this|stop|tell|give|sheet)\b/i;

function sheetOf(key: string, language: 'en' | 'cy', audience: (typeof audiences)[number]) {
  const sheet = writeSheet(key, { ...aFullMessage(() => '“Q”'), audience }, language);
  if (!sheet) throw new Error(`${key} has no words`);
  return sheet;
}

describe.each(every)('$key to a $audience, on paper,', ({ key, audience }) => {
  test('asks for no tap, and can be stopped by everybody but those on duty', () => {
    for (const language of ['en', 'cy'] as const) {
      const { text, boxes } = sheetOf(key, language, audience);
      expect(text).not.toMatch(/\btap\b/i);
      const stop = language === 'en' ? 'Stop these letters' : 'Stopio’r llythyrau hyn';
      expect(boxes.some(({ label }) => label === stop)).toBe(audience !== 'staff');
    }
  });

  test('has nothing of English in its Welsh, and the same boxes', () => {
    const [welsh, english] = [sheetOf(key, 'cy', audience), sheetOf(key, 'en', audience)];
    expect(JSON.stringify(welsh)).not.toMatch(ENGLISH);
    expect(welsh.boxes.map(({ hasNumber }) => hasNumber)).toEqual(
      english.boxes.map(({ hasNumber }) => hasNumber),
    );
  });
});

test('a member hands it to the contact person, a volunteer to the team, and a number has a line', () => {
  expect(sheetOf('meeting_reminder', 'en', 'member').back).toMatch(/your group’s contact person/);
  expect(sheetOf('would_a_hand_help', 'en', 'volunteer').back).toMatch(/the team that looks after/);
  expect(sheetOf('how_was_it', 'en', 'role-holder').boxes[0]).toEqual({
    ...{ label: 'Say how many came', hasNumber: true },
  });
});

test('a message that is no longer in the catalogue has no sheet', () => {
  expect(
    writeSheet(
      'long_gone',
      aFullMessage(() => ''),
      'en',
    ),
  ).toBeUndefined();
});
