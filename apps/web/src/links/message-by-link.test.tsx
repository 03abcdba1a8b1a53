import type { LinkView } from '@followon/shared/contract/links';
import { answersOf } from '@followon/shared/rules/nudge/answers';
import { audiences } from '@followon/shared/rules/nudge/nudge';
import { nudges } from '@followon/shared/rules/nudge/nudges';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MessageByLink } from './message-by-link.js';

afterEach(cleanup);

const NOW = '2026-11-24T10:00:00.000Z';
const link = (over: Partial<LinkView> = {}): LinkView => ({
  ...{ action: 'answer-message', state: 'ready', fields: [], asks: [], notYet: [], happened: null },
  subject: { title: '', key: 'first_meeting_soon', why: null, about: null, dueOn: null, on: '2026-11-26' },
  ...{ choices: ['coming', 'not-this-time'], undoUntil: null, now: NOW },
  ...over,
});

function show(view: LinkView) {
  const say = jest.fn();
  render(<MessageByLink link={view} acting={{ busy: false, trouble: undefined, say }} />);
  return { say, user: userEvent.setup() };
}
const button = (name: string) => screen.getByRole('button', { name });

describe('the answer to a message', () => {
  test('is one tap, and no answer is better than the other', async () => {
    const { say, user } = show(link());
    expect(screen.getByRole('heading', { name: 'Are you coming?' })).toBeTruthy();
    expect(screen.getByText(/Both answers are fine/)).toBeTruthy();
    await user.click(button('Not this time'));
    expect(say).toHaveBeenCalledWith({ choice: 'not-this-time' });
  });

  test('says what follows, and can be another one', async () => {
    const happened = { what: 'call-us', at: NOW, count: null };
    const choices = ['call-us', 'leave-us-be'];
    const subject = { ...link().subject, key: 'would_a_hand_help', about: 'Thursday group', on: null };
    const { say, user } = show(link({ happened, choices, subject }));
    expect(screen.getByText('You said: Please call us')).toBeTruthy();
    expect(screen.getByText(/Somebody will ring/)).toBeTruthy();
    await user.click(button('Say something else'));
    await user.click(button('Leave us be'));
    expect(say).toHaveBeenCalledWith({ choice: 'leave-us-be' });
  });

  test.each([
    ['would_a_hand_help', 'role-holder', 'Would you like a hand?'],
    ['would_a_hand_help', 'volunteer', 'Would you give this group a hand?'],
    ['contact_wanted', 'role-holder', 'Who could people ring?'],
  ] as const)('to %s asks a %s: %s', (key, audience, question) => {
    const choices = [...answersOf(key, audience)];
    show(link({ choices, subject: { ...link().subject, key } }));
    expect(screen.getByRole('heading', { name: question })).toBeTruthy();
  });

  test('has a question of its own for every message that asks by its link', () => {
    for (const { key } of nudges) {
      for (const choices of audiences.map((audience) => [...answersOf(key, audience)])) {
        if (choices.length === 0) continue;
        show(link({ choices, subject: { ...link().subject, key } }));
        expect(screen.queryByRole('heading', { name: 'What would you like to say?' })).toBeNull();
        cleanup();
      }
    }
  });

  test('that is a rest is passed on: nobody needs a password for it', () => {
    const happened = { what: 'rest', at: NOW, count: null };
    show(link({ happened, choices: ['rest'], subject: { ...link().subject, key: 'did_you_meet' } }));
    expect(screen.getByText(/A rest is fine. We have passed it on/)).toBeTruthy();
  });

  test('has a button for every choice of every message that is answered by its link', () => {
    const all = nudges.flatMap(({ key }) => audiences.flatMap((audience) => answersOf(key, audience)));
    const choices = [...new Set(all)];
    show(link({ choices }));
    expect(choices.length).toBeGreaterThan(8);
    expect(screen.getAllByRole('button')).toHaveLength(choices.length);
  });
});
