import { describe, expect, test } from '@jest/globals';
import { aFullMessage, knitters, spring, walkers } from './a-full-message.test-support.js';
import type { MessageFacts } from './facts.js';
import { wordMessage } from './word-message.js';

const full = aFullMessage();
const worded = (key: string, over: Partial<MessageFacts> = {}) => {
  const message = wordMessage(key, { ...full, ...over });
  if (!message) throw new Error(`${key} has no words`);
  return message;
};

describe('a message about several groups', () => {
  test('tells each once, with all that was found there and every reason', () => {
    expect(worded('alert_opened').lines.slice(0, -1)).toEqual([
      '3 groups may need you.',
      '“Thursday Walkers” has gone quiet and may be starting to fade.',
      'We know of no meeting since 1 September 2026.',
      'About 8 people usually come; the last three meetings had 4, 5 and 3.',
      '“Knitters” has lost the place where it meets.',
      '“Spring course” has no volunteer yet.',
    ]);
  });

  test('says a call for a hand once, with its day, and no word twice of what a group told', () => {
    const [alert] = full.alerts ?? [];
    if (!alert) throw new Error('there is no alert');
    const asked = { ...alert, cause: 'help-asked', key: 'help-asked', sinceOn: '2026-11-20' } as const;
    const lost = { ...alert, cause: 'venue-lost', key: 'venue-lost' } as const;
    const said = (alerts: NonNullable<MessageFacts['alerts']>) =>
      worded('alert_opened', { alerts }).lines.slice(0, -1);
    expect(said([asked])).toEqual(['“Thursday Walkers” asked for a hand on 20 November 2026.']);
    expect(said([{ ...alert, cause: 'help-asked' }])[0]).toBe('“Thursday Walkers” would like a hand.');
    expect(said([lost])).toEqual(['“Thursday Walkers” has lost the place where it meets.']);
    // A level that these facts raised has them for its reason: told beside them, they are told once too.
    expect(said([{ ...asked, cause: 'fading' }, lost])[1]).toMatch(/^The group asked for a hand on/);
    expect(said([{ ...asked, cause: 'fading' }, asked])).toHaveLength(1);
    expect(worded('alert_unanswered', { ...asked, alerts: undefined }).text).not.toContain('The group asked');
  });

  test('of what nobody has taken on, speaks of one as of one', () => {
    const last = (over?: Partial<MessageFacts>) => worded('alert_unanswered', over).lines.slice(-1)[0];
    expect(worded('alert_unanswered').lines[0]).toBe('3 groups wait for somebody.');
    expect(last()).toMatch(/look after them yourself/);
    expect(last({ alerts: full.alerts?.slice(0, 1) })).toMatch(/look after it yourself/);
  });

  test('leads to the group when it is one, and to what stands open when there are several', () => {
    const [first, second] = full.alerts ?? [];
    expect(worded('alert_opened').pages.map(({ href }) => href)).toEqual(['/']);
    const alerts = first && second ? [first, second] : [];
    expect(worded('alert_opened', { alerts }).pages.map(({ href }) => href)).toEqual([`/groups/${walkers}`]);
    const [, , , programme] = full.alerts ?? [];
    expect(
      worded('alert_opened', { alerts: programme ? [programme] : [] }).pages.map(({ href }) => href),
    ).toEqual([`/programmes/${spring}`]);
  });

  test('keeps groups without a neutral name apart', () => {
    const { text } = worded('alert_opened', { names: {} });
    expect(text).toContain('One of your groups has gone quiet');
    expect(text).toContain('Another of your groups has lost');
  });

  test('comes first in the list of tasks of that morning, with a way to them', () => {
    const { lines, choices } = worded('task_digest');
    expect(lines[0]).toBe('3 groups may need you.');
    expect(lines.indexOf('There are 2 tasks on your list.')).toBeGreaterThan(5);
    expect(choices).toContain('Look at the groups');
    expect(worded('task_digest', { alerts: [] }).choices).not.toContain('Look at the groups');
  });
});

test('a week of a volunteer says who asked, what is on, and what went well', () => {
  expect(worded('ptv_update', { audience: 'volunteer' }).lines.slice(1, -1)).toEqual([
    'Would you like to stand beside a new group (“Spring course”)?',
    '“Thursday Walkers” would like a hand.',
    '“Knitters” meets for the first time on Thursday 26 November 2026.',
    'Good news: “Thursday Walkers” is doing well again.',
  ]);
  expect(knitters).not.toBe(walkers);
});

test('a month has the good news first, counts only, and nothing about nought', () => {
  expect(worded('admin_digest').lines.slice(0, -1)).toEqual([
    'The good news first.',
    '2 groups are doing well again.',
    '1 new group met for the first time.',
    '3 handovers were finished.',
    'This waits for somebody.',
    '4 tasks are late.',
    '1 group has gone quiet.',
    '2 groups may be starting to fade.',
    '1 message needs a person.',
  ]);
  const month = { recovered: 0, metFirst: 0, handoversDone: 0, late: 0, silent: 0, fading: 0, stuck: 1 };
  expect(worded('admin_digest', { month }).lines.slice(0, -1)).toEqual([
    'This waits for somebody.',
    '1 message needs a person.',
  ]);
});
