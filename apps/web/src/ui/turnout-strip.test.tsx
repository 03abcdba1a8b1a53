import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aTurnout } from './a-turnout.test-support.js';
import { TurnoutStrip } from './turnout-strip.js';
import { TurnoutTable } from './turnout-table.js';

const NOW = '2026-11-24T09:00:00.000Z';
const FADING = aTurnout(7, 7, 8, 6, 7, 4, 5, 3);

test('a row says its turnout in one sentence', () => {
  render(<TurnoutStrip turnout={FADING} now={NOW} size="row" />);
  expect(
    screen.getByRole('img', { name: '7 usually come. The last three meetings had 4, 5 and 3.' }),
  ).toBeTruthy();
});

test('the arrow keys walk from meeting to meeting, each naming its date and its number', async () => {
  const user = userEvent.setup();
  render(<TurnoutStrip turnout={FADING} now={NOW} size="full" />);
  const strip = screen.getByRole('slider', { name: 'How many came, meeting by meeting' });

  await user.tab();
  expect(strip).toBe(document.activeElement);
  expect(strip.getAttribute('aria-valuetext')).toBe('Thursday 19 November: 3 people came');

  await user.keyboard('{ArrowLeft}');
  expect(strip.getAttribute('aria-valuetext')).toBe('Thursday 12 November: 5 people came');
  expect(screen.getByText('Thursday 12 November: 5 people came')).toBeTruthy();
});

test('a jump goes to the first, to the last, and five meetings at a time', async () => {
  const user = userEvent.setup();
  render(<TurnoutStrip turnout={FADING} now={NOW} size="full" />);
  await user.tab();
  const places: (string | null)[] = [];
  for (const key of ['{Home}', '{PageUp}', '{End}', '{PageDown}', '{PageDown}']) {
    await user.keyboard(key);
    places.push(screen.getByRole('slider').getAttribute('aria-valuenow'));
  }
  expect(places).toEqual(['1', '6', '7', '2', '1']);
});

test('no news and a break are never told as a zero', async () => {
  const user = userEvent.setup();
  render(<TurnoutStrip turnout={aTurnout(6, 6, 'missing', 'rest', 'not-held')} now={NOW} size="full" />);
  const strip = screen.getByRole('slider');
  await user.tab();
  const said: (string | null)[] = [];
  for (const key of ['', '{ArrowLeft}', '{ArrowLeft}']) {
    if (key) await user.keyboard(key);
    said.push(strip.getAttribute('aria-valuetext'));
  }
  expect(said).toEqual([
    'Thursday 19 November: they did not meet',
    'Thursday 12 November: a break',
    'Thursday 5 November: nobody has said yet',
  ]);
});

test('a planned day that has passed is one nobody has spoken of yet', async () => {
  const user = userEvent.setup();
  render(<TurnoutStrip turnout={aTurnout(6, 6, 'planned')} now={NOW} size="full" />);
  await user.tab();
  expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toBe(
    'Thursday 19 November: nobody has said yet',
  );
});

test('where the numbers stay at the site, the sentence says only that they met', () => {
  const hidden = { usual: null, slots: FADING.slots.map((slot) => ({ ...slot, headcount: null })) };
  render(<TurnoutStrip turnout={hidden} now={NOW} size="row" />);
  expect(screen.getByRole('img').getAttribute('aria-label')).toMatch(/^7 meetings took place/);
});

test('the table holds every slot, newest first', () => {
  render(<TurnoutTable turnout={FADING} now={NOW} />);
  const rows = screen.getAllByRole('row', { hidden: true });
  expect(rows).toHaveLength(8);
  expect(rows[1]?.textContent).toBe('Thursday 19 NovemberMet3');
});

test('a group without meetings says so instead of drawing nothing', () => {
  render(<TurnoutStrip turnout={aTurnout(null)} now={NOW} size="card" />);
  expect(screen.getByText('No meeting written down yet.')).toBeTruthy();
});
