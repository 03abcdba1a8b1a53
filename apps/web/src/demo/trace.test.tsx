import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { NOW, onAPage } from '../ui/on-a-page.test-support.js';
import { sayStep } from '../ui/trace-words.js';
import { Trace } from './trace.js';

const event = (name: string, payload: Record<string, unknown> = {}) => ({
  id: name,
  name,
  payload,
  occurredAt: NOW,
});

test('the staircase runs from the first fact to the message, and is fetched only when somebody asks', async () => {
  const { asked } = aServer(() => ({
    body: {
      items: [
        event('nudge.planned.v1'),
        event('alert.opened.v1'),
        event('group-health.changed.v1', { to: 'fading' }),
        event('meeting.held.v1', { headcount: 3 }),
      ],
    },
  }));
  const user = onAPage(<Trace eventId="message" />);
  const why = await screen.findByText('Why did I get this?');
  expect(asked).toEqual([]);

  await user.click(why);
  const steps = await screen.findAllByRole('listitem');
  expect(steps.map((step) => step.textContent)).toEqual([
    'A register was saved: the group met. Tuesday 24 November at 9:12am',
    'The group was starting to fade. Tuesday 24 November at 9:12am',
    'An alert was opened. Tuesday 24 November at 9:12am',
    'This message was written. Tuesday 24 November at 9:12am',
  ]);
});

test('our own watch is never named to anybody', () => {
  expect(sayStep(event('group-health.changed.v1', { to: 'watch' }))).toBe('The group was steady again.');
});
