import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asHtml, inert } from './inert.js';
import { aLetter, both, facts, links } from './a-letter.test-support.js';
import { writeLetter } from './letter.js';
import { mailHtml, mailText } from './mail-template.js';

const write = aLetter;

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

  test('leads to answers first, then to pages, then to the calendar, and last to less of this', () => {
    const carried = ['preferences', 'calendar', 'stop', 'answer-message'].map((action) => ({
      ...{ action, path: `/l#${action}` },
    }));
    const letter = writeLetter(
      { ...facts, key: 'hand_round_roles', canSignIn: true },
      carried,
      'https://f.example',
    );
    expect(letter?.parts[0].choices.map(({ href }) => href.replace('https://f.example', ''))).toEqual([
      ...['/l#answer-message', `/groups/${facts.groupId ?? ''}`, '/l#calendar', '/l#preferences'],
    ]);
  });

  test('has what a message asks before what else can be said to it, each under its own name and once', () => {
    const carried = ['answer-message', 'record-register'].map((action) => ({ action, path: `/l#${action}` }));
    const letter = writeLetter(
      { ...facts, key: 'did_you_meet', canSignIn: true },
      carried,
      'https://f.example',
    );
    expect(letter?.parts[0].choices).toEqual([
      { label: 'Say how many came', href: 'https://f.example/l#record-register' },
      { label: 'We are having a rest', href: 'https://f.example/l#answer-message' },
    ]);
  });

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
