import { expect, test } from '@jest/globals';
import { noChanges } from '@followon/shared/rules/handover/site-changes';
import type { SiteChanges } from '@followon/shared/rules/handover/site-changes-schema';
import { findingsOf } from './template-views.js';

const own = (key: string, after: string[] = []): SiteChanges['add'][number] => ({
  ...{ key, title: `The ${key}`, why: 'It helps.', doneWhen: 'It is done.', ownerRole: 'contact', after },
  ...{ anchor: 'last-session', dueOffsetDays: 0, blocking: false },
});

test.each([
  {
    changes: { drop: ['safety_card'] },
    message: '“Give everyone the help card” cannot be left out.',
    mend: 'Put it back. You may reword it or give it another day.',
  },
  {
    changes: { drop: ['tea'] },
    message: 'There is no task “tea” on this list.',
    mend: 'Take this change out, or name a task that is on the list.',
  },
  {
    changes: { add: [own('site_a'), own('site_a')] },
    message: 'Two tasks have the key “site_a” (The site_a).',
    mend: 'Give one of them another key.',
  },
  {
    changes: { add: [own('site_a', ['site_b']), own('site_b', ['site_a'])] },
    message: 'These tasks wait for each other: “The site_a”, “The site_b”.',
    mend: 'Take one of them out of what another waits for, so that one can be first.',
  },
  {
    changes: { add: [own('site_a', ['site_a'])] },
    message: '“The site_a” waits for itself.',
    mend: 'Take one of them out of what another waits for, so that one can be first.',
  },
  {
    changes: { shift: { choose_route: -20 } },
    message:
      '“Choose how to carry on” is due before “Ask who might like to carry on”, which has to come first.',
    mend: 'Make it day −14 or later, or move the other one forward.',
  },
  {
    changes: { shift: { review_90: 400 } },
    message: '“Ask how the group is after three months” is on day 400, which is too far away.',
    mend: 'Choose a day from −120 to 365.',
  },
])('a finding says what and how to mend it: $message', ({ changes, message, mend }) => {
  const all = { ...noChanges, ...(changes as Partial<SiteChanges>) };
  expect(findingsOf('new', all)).toMatchObject([{ message, mend }]);
});
