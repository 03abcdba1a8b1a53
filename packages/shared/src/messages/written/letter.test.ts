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
  ...{ languages: ['en'], format: 'standard', canSignIn: false },
};
const links = [
  { action: 'record-register', path: '/l#token' },
  { action: 'stop', path: '/l#stop-token' },
];
const both = { languages: ['cy', 'en'] } as const;
const write = (some: Partial<LetterFacts> = {}): Letter => {
  const letter = writeLetter({ ...facts, ...some }, links, 'https://followon.example');
  if (!letter) throw new Error('There are no words for it.');
  return letter;
};

describe('a letter', () => {
  test('leads to full addresses, and can be stopped with one tap or by the mail program', () => {
    const { parts, stop } = write();
    expect(parts[0].choices).toEqual([
      { label: 'Say how many came', href: 'https://followon.example/l#token' },
    ]);
    expect(stop).toEqual({
      page: 'https://followon.example/l#stop-token',
      oneClick: 'https://followon.example/api/unsubscribe/stop-token',
    });
  });

  test('sends to pages only those who can sign in', () => {
    const pages = (canSignIn: boolean) =>
      write({ key: 'would_a_hand_help', canSignIn }).parts[0].choices.map(({ href }) => href);
    expect(pages(true).length).toBeGreaterThan(pages(false).length);
  });

  test.each(['Pain friends', 'St Mary’s Hospital group', 'Fibro\u200Bmyalgia circle'])(
    'never names “%s”',
    (groupName) => {
      expect(write({ groupName }).parts[0].lines.join(' ')).not.toMatch(/pain|hospital|fibro/i);
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
    for (const line of letter.parts[0].lines) expect(html.split(asHtml(line))).toHaveLength(2);
    expect(html).not.toContain('@@');
    expect(html).not.toMatch(/https?:\/\/(?!followon\.example|www\.w3\.org)/);
    expect(mailText(letter)).toContain('Stop these messages:\nhttps://followon.example/l#stop-token');
  });
});

describe('a letter in two languages', () => {
  test('is whole in each, one after the other, and its subject is of both', () => {
    const { subject, parts } = write(both);
    expect(subject).toBe('Sut aeth hi? / How did it go?');
    expect(parts).toEqual([write({ languages: ['cy'] }).parts[0], write({ languages: ['en'] }).parts[0]]);
  });

  test('marks in its mail which words are of which language, and offers all its links in both', async () => {
    const letter = write(both);
    const html = await mailHtml(letter);
    const [, welsh = '', english = ''] = html.split(/<div lang="(?:cy|en)">/);
    expect(html).toMatch(/<html[^>]*lang="cy"/);
    for (const [part, said] of letter.parts.map((part, n) => [part, [welsh, english][n] ?? ''] as const)) {
      for (const line of part.lines) expect(said).toContain(asHtml(line));
      for (const { label } of part.choices) expect(said).toContain(label);
    }
    expect(html.split('https://followon.example/l#stop-token')).toHaveLength(3);
    expect(welsh).toContain('Stopio’r negeseuon hyn');
    expect(english).toContain('Stop these messages');
    expect(html).not.toContain('@@');
  });

  test('has a line between them where it is plain text', () => {
    const [welsh, english] = mailText(write(both)).split('\n--------\n\n');
    expect(welsh).toBe(mailText(write({ languages: ['cy'] })));
    expect(english).toBe(mailText(write()));
  });
});

describe('a text message', () => {
  test('fits into four parts and ends with how to stop, whatever is said', () => {
    const line = fc.string({ maxLength: 400 });
    const choice = fc.record({ label: fc.string({ maxLength: 60 }), href: fc.webUrl() });
    fc.assert(
      fc.property(fc.array(line), fc.array(choice), (lines, choices) => {
        const letter = write();
        const text = smsText({ ...letter, parts: [{ ...letter.parts[0], lines, choices }] });
        expect(text.length).toBeLessThanOrEqual(SMS_MOST);
        expect(text).toMatch(/To stop these texts, reply STOP\.$/);
      }),
    );
  });

  test('keeps to the alphabet of telephones', () => {
    const letter = write();
    const lines = ['“Ours” – it’s…'];
    expect(smsText({ ...letter, parts: [{ ...letter.parts[0], lines }] })).toContain(`"Ours" - it's...`);
  });

  const words = fc.array(fc.string({ maxLength: 300 }), { maxLength: 6 });
  test('in two languages says as much in one as in the other, and how to stop in both', () => {
    fc.assert(
      fc.property(words, words, (welsh, english) => {
        const letter = write(both);
        const [cy, en = cy] = letter.parts;
        const parts: Letter['parts'] = [
          { ...cy, lines: welsh.map((line, n) => `cy${n}<${line}`) },
          { ...en, lines: english.map((line, n) => `en${n}<${line}`) },
        ];
        const text = smsText({ ...letter, parts });
        const said = (language: string) => text.match(new RegExp(`^${language}\\d<`, 'gm'))?.length ?? 0;
        expect(text.length).toBeLessThanOrEqual(SMS_MOST);
        const taken = Math.max(said('cy'), said('en'));
        expect(said('cy')).toBe(Math.min(taken, welsh.length));
        expect(said('en')).toBe(Math.min(taken, english.length));
        expect(text).toMatch(/atebwch STOP\.\nTo stop these texts, reply STOP\.$/);
      }),
    );
  });

  test('in two languages has Welsh first, and its long address only once', () => {
    const text = smsText(write(both));
    expect(text.split('\n').slice(0, 2).join(' ')).not.toMatch(/\b(how|did|the|you)\b/i);
    expect(text).toMatch(/how many people came/);
    expect(text.match(/https:/g)).toHaveLength(1);
    expect(text).toContain('Dweud faint ddaeth / Say how many came: https://followon.example/l#token');
  });

  test('in two languages with no room for a sentence of each says what it is about', () => {
    const letter = write(both);
    const [cy, en = cy] = letter.parts;
    const lines = ['long '.repeat(120)];
    const text = smsText({
      ...letter,
      parts: [
        { ...cy, lines },
        { ...en, lines },
      ],
    });
    expect(text).toMatch(/^Sut aeth hi\? \/ How did it go\?\nDweud faint ddaeth/);
  });
});
