import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asHtml, inert } from './inert.js';
import type { Letter, LetterFacts } from './letter.js';
import { writeLetter } from './letter.js';
import { mailHtml, mailText } from './mail-template.js';
import { SMS_MOST, smsText } from './sms-text.js';

const facts: LetterFacts = {
  ...{ key: 'how_was_it', audience: 'role-holder', today: '2026-06-10', figures: { on: '2026-06-09' } },
  ...{ groupId: '3f6c0f5e-0000-4000-8000-000000000001', programmeId: undefined },
  ...{ groupName: 'Thursday walkers', programmeName: null, names: null },
  ...{ language: 'en', format: 'standard', canSignIn: false },
};
const links = [
  { label: 'Say how many came', path: '/l#token', stops: false },
  { label: 'Stop these messages', path: '/l#stop-token', stops: true },
];
const write = (some: Partial<LetterFacts> = {}): Letter => {
  const letter = writeLetter({ ...facts, ...some }, links, 'https://followon.example');
  if (!letter) throw new Error('There are no words for it.');
  return letter;
};

describe('a letter', () => {
  test('leads to full addresses, and can be stopped with one tap or by the mail program', () => {
    const { choices, stop } = write();
    expect(choices).toEqual([{ label: 'Say how many came', href: 'https://followon.example/l#token' }]);
    expect(stop).toEqual({
      page: 'https://followon.example/l#stop-token',
      oneClick: 'https://followon.example/api/unsubscribe/stop-token',
    });
  });

  test('sends to pages only those who can sign in', () => {
    const pages = (canSignIn: boolean) =>
      write({ key: 'would_a_hand_help', canSignIn }).choices.map(({ href }) => href);
    expect(pages(true).length).toBeGreaterThan(pages(false).length);
  });

  test.each(['Pain friends', 'St Mary’s Hospital group', 'Fibro\u200Bmyalgia circle'])(
    'never names “%s”',
    (groupName) => {
      expect(write({ groupName }).lines.join(' ')).not.toMatch(/pain|hospital|fibro/i);
    },
  );

  test('has no words for a nudge that is not in the catalogue', () => {
    expect(writeLetter({ ...facts, key: 'long_gone' }, links, 'https://followon.example')).toBeUndefined();
  });
});

describe('a name that somebody typed', () => {
  test('is one line, holds nothing unseen, and nothing to tap on', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const said = inert(`${typed}https://evil.test\u202E`);
        expect(said).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|https?:\/\//u);
        expect(said.length).toBeLessThanOrEqual(80);
      }),
    );
  });

  test('stays words in HTML, also in an attribute', () => {
    expect(asHtml(`<b a="x" b='y'>&`)).toBe('&lt;b a=&quot;x&quot; b=&#39;y&#39;&gt;&amp;');
  });
});

describe('a mail', () => {
  test('has its words once each, and every mark of the template filled', async () => {
    const letter = write();
    const html = await mailHtml(letter);
    for (const line of letter.lines) expect(html.split(asHtml(line))).toHaveLength(2);
    expect(html).not.toContain('@@');
    expect(html).not.toMatch(/https?:\/\/(?!followon\.example|www\.w3\.org)/);
    expect(mailText(letter)).toContain('Stop these messages:\nhttps://followon.example/l#stop-token');
  });
});

describe('a text message', () => {
  test('fits into four parts and ends with how to stop, whatever is said', () => {
    const line = fc.string({ maxLength: 400 });
    const choice = fc.record({ label: fc.string({ maxLength: 60 }), href: fc.webUrl() });
    fc.assert(
      fc.property(fc.array(line), fc.array(choice), (lines, choices) => {
        const text = smsText({ ...write(), lines, choices });
        expect(text.length).toBeLessThanOrEqual(SMS_MOST);
        expect(text).toMatch(/To stop these texts, reply STOP\.$/);
      }),
    );
  });

  test('keeps to the alphabet of telephones', () => {
    expect(smsText({ ...write(), lines: ['“Ours” – it’s…'] })).toContain(`"Ours" - it's...`);
  });
});
