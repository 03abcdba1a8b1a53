import { describe, expect, test } from '@jest/globals';
import type { Nudge } from '../nudge/nudge.js';
import { nudgeOf, nudges } from '../nudge/nudges.js';
import { trialKeys } from './facts.js';
import { trialKindOf, trialKinds } from './kinds.js';

/** Written by hand: whoever adds one here has read docs/decisions/0031. */
const MAY_BE_WITHHELD = ['did_you_meet', 'hand_round_roles', 'how_was_it', 'register_missing', 'winter_note'];
const PURPOSES = ['meeting-report', 'group-support'];
const DAY_OF_LAST_RESORT = 60;

describe('what may be withheld by chance', () => {
  test('is the questions that Followon asks of its own accord', () => {
    expect([...trialKeys].sort()).toEqual(MAY_BE_WITHHELD);
  });

  test('is no task, no alert, no answer to somebody and nothing that a person opted into', () => {
    const others = nudges.filter(({ key }) => !MAY_BE_WITHHELD.includes(key)).map(({ key }) => key);
    expect(others).toEqual(
      expect.arrayContaining(['task_digest', 'alert_opened', 'would_a_hand_help', 'help_asked']),
    );
    expect(others.filter((key) => trialKindOf(key) !== undefined)).toEqual([]);
    for (const key of trialKeys) {
      const nudge: Nudge | undefined = nudgeOf(key);
      if (!nudge) continue;
      expect(PURPOSES).toContain(nudge.purpose);
      expect(nudge).toMatchObject({ audience: 'role-holder', needsOptIn: false });
      expect(nudge.alsoFor ?? []).not.toContain('member');
    }
  });

  test('an inherited name is no kind', () => {
    expect(trialKindOf('constructor')).toBeUndefined();
  });

  test('is measured after the message could have been sent, and in reach of it', () => {
    for (const [key, { withinDays }] of Object.entries(trialKinds)) {
      const offset = Math.max(0, ...(nudgeOf(key)?.offsetDays ?? []));
      expect(withinDays).toBeGreaterThan(offset);
      expect(withinDays).toBeLessThanOrEqual(DAY_OF_LAST_RESORT);
    }
  });
});
