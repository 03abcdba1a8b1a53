import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linksCarried } from '../../rules/nudge/link-asked.js';
import type { Audience, Nudge } from '../../rules/nudge/nudge.js';
import type { NudgeKey } from '../../rules/nudge/nudges.js';
import { nudges } from '../../rules/nudge/nudges.js';
import { smsParts } from '../../rules/nudge/sms-parts.js';
import { choicesOffered } from '../choices-offered.js';
import { previewFigures } from '../preview-figures.js';
import type { Letter, LetterLink } from './letter.js';
import { writeLetter } from './letter.js';
import { mailText } from './mail-template.js';
import { SMS_MOST_PARTS, smsText } from './sms-text.js';

const TODAY = '2026-06-10';
/** As long as the address of a trust may be. */
const PUBLIC_URL = 'https://followon.some-nhs-trust.wales.example';
const LESS_OR_LATER = ['calendar', 'preferences', 'stop'];
const SETS = [['en'], ['cy'], ['cy', 'en']] as const;

const told = nudges.flatMap((nudge) => {
  const { audience, alsoFor = [] }: Nudge = nudge;
  return [audience, ...alsoFor].map((one) => ({ key: nudge.key, audience: one }));
});

const linksOf = (key: NudgeKey, audience: Audience): LetterLink[] =>
  [...linksCarried(key, audience)].reverse().flatMap((action): LetterLink[] => {
    const path = `/l#${action.padEnd(43, 'x')}`;
    if (action !== 'tick-task') return [{ action, path }];
    return (previewFigures(key, audience, TODAY).tasks ?? []).map(({ task }) => ({ action, task, path }));
  });

interface Written {
  readonly languages: (typeof SETS)[number];
  readonly groupName: string | null;
  readonly canSignIn: boolean;
}

function write(key: NudgeKey, audience: Audience, { languages, groupName, canSignIn }: Written): Letter {
  const {
    names = null,
    programmeName = null,
    groupId,
    programmeId,
    ...figures
  } = previewFigures(key, audience, TODAY);
  const letter = writeLetter(
    {
      ...{ key, audience, languages, groupName, programmeName, names, figures, groupId, programmeId },
      ...{ today: TODAY, format: 'standard', canSignIn: canSignIn && audience !== 'member', isText: true },
    },
    linksOf(key, audience),
    PUBLIC_URL,
  );
  if (!letter) throw new Error(`${key} has no words`);
  return letter;
}

/** Where it is answered: by a link of its own or on a page, or, where nothing else is asked, by what one gets. */
function answers({ parts }: Letter): string[] {
  const all = parts[0].choices.map(({ href }) => href);
  const own = all.filter((href) => !LESS_OR_LATER.some((action) => href.includes(`/l#${action}`)));
  return own.length > 0 ? own : all.filter((href) => href.includes('/l#preferences'));
}

const oddNames = fc.oneof(
  fc.constantFrom(
    null,
    'Thursday group',
    'Четверг група',
    'Group 🌻',
    'Bob`s group',
    '[~{^}~] group',
    'ŵ'.repeat(80),
  ),
  fc.string({ maxLength: 80, unit: 'grapheme' }),
);

describe.each(told)('$key to a $audience', ({ key, audience }) => {
  const written = fc.record({
    ...{ languages: fc.constantFrom(...SETS), groupName: oddNames, canSignIn: fc.boolean() },
  });

  test('carries in its text, whatever the group is called, what it is answered by, in each language', () => {
    fc.assert(
      fc.property(written, (how) => {
        const letter = write(key, audience, how);
        const text = smsText(letter);
        const [first] = answers(letter);
        const asks = how.canSignIn || linksCarried(key, audience).length > 0;
        if (asks) expect(text).toContain(first ?? 'a link by which it is answered');
        for (const { choices } of letter.parts) expect(choices[0]?.href).toBe(first);
        expect(smsParts(text)).toMatchObject({ alphabet: 'gsm-7' });
        expect(smsParts(text).parts).toBeLessThanOrEqual(SMS_MOST_PARTS);
      }),
      { numRuns: 60 },
    );
  });

  test('carries its answers before anything else in a mail', () => {
    const letter = write(key, audience, { languages: ['cy', 'en'], groupName: 'Ours', canSignIn: true });
    const hrefs = [...mailText(letter).matchAll(/https:\S+/g)].map(([href]) => href);
    expect(hrefs[0]).toBe(answers(letter)[0]);
  });

  test('has an answer to carry wherever a choice is one that somebody makes by link or page', () => {
    const figures = previewFigures(key, audience, TODAY);
    const asked = choicesOffered(key, figures).some(
      ({ code, leads }) => code !== 'stop' && leads !== 'nothing',
    );
    const letter = write(key, audience, { languages: ['en'], groupName: 'Ours', canSignIn: true });
    if (asked) expect(answers(letter)).not.toEqual([]);
  });
});
