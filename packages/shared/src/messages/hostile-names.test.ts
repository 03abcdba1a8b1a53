import { describe, expect, test } from '@jest/globals';
import { audiences } from '../rules/nudge/nudge.js';
import { nudges } from '../rules/nudge/nudges.js';
import { aFullMessage } from './a-full-message.test-support.js';
import { neutralName } from './say.js';
import { wordMessage } from './word-message.js';

const hostile = [
  { what: 'a condition', name: (plain: string) => `${plain} back pain` },
  { what: 'a condition in one word', name: () => 'Backpain Tuesdays' },
  { what: 'a condition in disguise', name: () => 'Pa\u200bin \uff4eight' },
  { what: 'wide letters', name: () => '\uff30\uff21\uff29\uff2e' },
  { what: 'a place of care', name: () => 'Southmead Hospital walkers' },
  { what: 'a new line', name: () => 'Walkers\r\nBcc: somebody@example.test' },
  { what: 'letters turned around', name: () => 'Walkers \u202egnp.niap' },
  { what: 'an address elsewhere', name: () => 'Win now https://example.test/x' },
  { what: 'no end', name: () => 'W'.repeat(500) },
];
const every = nudges.flatMap(({ key }) => audiences.map((audience) => ({ key, audience })));
const PREVIEW = 90;

describe.each(hostile)('a name with $what', ({ name }) => {
  test('is not a neutral one', () => {
    expect(neutralName(name('Thursday Walkers'))).toBeUndefined();
  });

  test.each(every)('is in no part of $key to a $audience', ({ key, audience }) => {
    const said = wordMessage(key, { ...aFullMessage(name), audience });
    const nameless = wordMessage(key, {
      ...{ ...aFullMessage(), audience },
      ...{ groupName: undefined, programmeName: undefined, names: undefined },
    });
    expect(said).toEqual(nameless);
    expect(said?.text).not.toMatch(/undefined|null|NaN/);
  });
});

describe('whoever looks over a shoulder', () => {
  test.each(every)(
    'reads nothing telling in the subject and first line of $key to a $audience',
    ({ key, audience }) => {
      const facts = { ...aFullMessage(), audience };
      const message = wordMessage(key, facts);
      expect(`${message?.subject} ${message?.text.slice(0, PREVIEW)}`).not.toMatch(
        /pain|hospital|clinic|nhs|diagnos|patient|condition|symptom|absen|did not attend|we noticed/i,
      );
    },
  );

  test.each(every)(
    'reads no name in the subject of $key to a $audience, whatever it tells',
    ({ key, audience }) => {
      const { subject } = wordMessage(key, { ...aFullMessage(), audience }) ?? {};
      expect(subject).not.toMatch(/Walkers|Knitters|Spring/);
      expect(subject?.length).toBeLessThanOrEqual(40);
    },
  );
});

test('markup in a name is words like any others', () => {
  const { text } =
    wordMessage('how_was_it', { ...aFullMessage(() => '<b>Walkers</b>'), audience: 'staff' }) ?? {};
  expect(text).toContain('“<b>Walkers</b>”');
});
