import { describe, expect, test } from '@jest/globals';
import type { TrialsView } from '@followon/shared/contract/trials';
import { screen, waitFor, within } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { aSession, onAPage } from '../ui/on-a-page.test-support.js';
import { aTrial, SITE, someTrials } from './a-trial.test-support.js';
import { EffectsPage } from './effects-page.js';
import { sayDifference } from './trial-words.js';

const session = aSession({ actions: ['see-nudge-trials', 'set-nudge-trials'] });

function open(trials: TrialsView, onWrite: { status?: number; body?: unknown } = { body: aTrial() }) {
  const server = aServer(({ method }) => (method === 'GET' ? { body: trials } : onWrite));
  const user = onAPage(<EffectsPage siteId={SITE} sites={[]} onSite={() => undefined} />, session);
  return { user, writes: () => server.asked.filter(({ method }) => method === 'POST') };
}
const card = (name: RegExp) => screen.findByRole('article', { name });

describe('what is on trial', () => {
  test('nothing yet: says so, what may never be left out, and where one starts', async () => {
    open(someTrials());
    expect(
      await screen.findByText('Nothing is on trial. Every message goes to everybody it is for.'),
    ).toBeTruthy();
    expect(
      screen.getByText(/^Only five questions .* Never a task of a handover, never an alert/),
    ).toBeTruthy();
    expect(screen.getByText('You can start a trial below.')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'What was found' })).toBeNull();
  });

  test('says the difference, its interval and both sides in words, in a picture and in a table', async () => {
    open(someTrials({ trials: [aTrial()] }));
    const it = within(await card(/^How was the meeting\? – on trial$/));
    const said =
      /With the message it came about 75 times in 100, without it 50 .* difference of 24 in 100\. .* between −5 and 53 in 100/;
    expect(it.getByText(said)).toBeTruthy();
    expect(it.getByRole('img', { name: said })).toBeTruthy();
    const row = within(it.getByRole('row', { name: /^With the message/ }));
    expect(row.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual([
      '40',
      '8',
      '30',
      '75 in 100',
    ]);
    expect(
      it.getByText(/takes 590 occasions at most, and nobody joins after Monday 6 September 2027/),
    ).toBeTruthy();
  });
});

test.each([
  { state: 'helps', low: 0.004, high: 0.53, says: 'between just above 0 and 53 in 100' },
  { state: 'running', low: -0.004, high: 0.53, says: 'between just below 0 and 53 in 100' },
  { state: 'retired', low: -0.2, high: 0.147, says: 'between −20 and just below 15 in 100' },
  { state: 'running', low: 0, high: 0.15, says: 'between 0 and 15 in 100' },
] as const)(
  'an end near a mark is said to be on the side that makes it $state',
  ({ says, state, ...ends }) => {
    expect(sayDifference(aTrial({ state, difference: { estimate: 0.1, ...ends } }))).toContain(says);
  },
);

describe('what is not told', () => {
  test('too early: no picture and no count of what came about', async () => {
    const few = { units: 12, groups: 5, good: null };
    open(someTrials({ trials: [aTrial({ sent: few, withheld: few, difference: null })] }));
    const it = within(await card(/on trial$/));
    expect(it.getByText(/^It is too early to say\. .* each side has 20 measured occasions\.$/)).toBeTruthy();
    expect(it.queryByRole('img')).toBeNull();
    expect(it.getAllByText('Too early')).toHaveLength(4);
  });

  test('whoever may not change it reads it, and is told who can', async () => {
    open(someTrials({ mayChange: false }));
    expect(await screen.findByText('The site administrator can start a trial.')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('ending', () => {
  test('stopping asks once more', async () => {
    const { user, writes } = open(someTrials({ trials: [aTrial()] }));
    await user.click(await screen.findByRole('button', { name: /^Stop this trial/ }));
    expect(writes()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Yes, stop it' }));
    await waitFor(() => expect(writes()[0]?.path).toMatch(/\/nudge-trials\/.*\/stop$/));
  });

  test('a message that is not worth sending is sent again with a reason', async () => {
    const kinds = someTrials().kinds.map((kind) => ({ ...kind, stands: 'retired' as const }));
    const trials = [aTrial({ state: 'retired', endedAt: '2026-11-01T00:00:00.000Z' })];
    const { user, writes } = open(someTrials({ kinds, trials }));
    const it = within(await card(/not worth sending$/));
    await user.selectOptions(
      it.getByRole('combobox', { name: 'Why send it again?' }),
      'Things have changed since.',
    );
    await user.click(it.getByRole('button', { name: 'Send it again' }));
    await waitFor(() => expect(writes()[0]?.body).toEqual({ reason: 'things-have-changed' }));
    expect(screen.getByText('Every question is on trial or switched off at the moment.')).toBeTruthy();
  });

  test('one that was switched on again says why and offers nothing', async () => {
    const on = { switchedOnAt: '2026-11-20T10:00:00.000Z', switchedOnWhy: 'groups-asked' } as const;
    open(someTrials({ trials: [aTrial({ state: 'retired', endedAt: '2026-11-01T00:00:00.000Z', ...on })] }));
    const it = within(await card(/not worth sending$/));
    expect(it.getByText('Switched on again on Friday 20 November. Groups asked for it.')).toBeTruthy();
    expect(it.queryByRole('button', { name: 'Send it again' })).toBeNull();
  });
});

describe('starting', () => {
  test('needs a message, warns where there are too few occasions, and sends what was chosen', async () => {
    const { user, writes } = open(someTrials());
    await user.click(await screen.findByRole('button', { name: 'Start this trial' }));
    expect(screen.getByRole('alert').textContent).toBe('Choose a message first.');
    await user.click(screen.getByRole('radio', { name: 'Did you meet? (120 times in the last year)' }));
    expect(
      screen.getByText(/takes 590 occasions at most, .* In 52 weeks about 120 are to be expected/),
    ).toBeTruthy();
    expect(screen.getByText(/^That may be too few for an answer/)).toBeTruthy();
    const effect = screen.getByRole('combobox', {
      name: 'What is the least difference that would make it worth sending?',
    });
    await user.selectOptions(effect, '30 in 100');
    expect(screen.queryByText(/^That may be too few/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Start this trial' }));
    const body = {
      siteId: SITE,
      key: 'did_you_meet',
      withheldShare: 0.5,
      smallestEffect: 0.3,
      mostWeeks: 52,
    };
    await waitFor(() => expect(writes()[0]?.body).toEqual(body));
  });

  test('one that runs already is said where the button stands', async () => {
    const taken = {
      status: 409,
      body: { title: 'This message is on trial already.', code: 'trial.running' },
    };
    const { user } = open(someTrials(), taken);
    await user.click(await screen.findByRole('radio', { name: /^Did you meet\?/ }));
    await user.click(screen.getByRole('button', { name: 'Start this trial' }));
    expect((await screen.findByRole('alert')).textContent).toContain('This message is on trial already.');
  });
});
