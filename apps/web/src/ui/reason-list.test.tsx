import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aTurnout } from './a-turnout.test-support.js';
import { NOW, onAPage } from './on-a-page.test-support.js';
import { concernDates, ReasonList } from './reason-list.js';
import { sayClears, sayReason } from './reason-words.js';

const turnout = aTurnout(5, 7, 4, 5, 3);
const ids = turnout.slots.slice(1).map(({ meetingId }) => meetingId ?? '');
const strongest = { key: 'below-60', usual: 7.2, recent: [4, 5, 3], meetingIds: ids } as const;
const weaker = { key: 'below-70-twice', usual: 5.4, recent: [5, 3], meetingIds: ids.slice(1) } as const;
const clearsWhen = { key: 'two-meetings-with', headcount: 5 } as const;

test('the strongest reason gives its numbers, its meetings, and what clears it', async () => {
  onAPage(<ReasonList reasons={[strongest, weaker]} clearsWhen={clearsWhen} now={NOW} groupId="quay" />);
  expect(
    await screen.findByText('7 usually come; the last three meetings had 4, 5 and 3.', { exact: false }),
  ).toBeTruthy();
  expect(screen.getByRole('link', { name: 'See the 3 meetings' }).getAttribute('href')).toBe(
    '/groups/quay#meetings',
  );
  expect(screen.getByText('This clears after two meetings with 5 or more.')).toBeTruthy();
  const again = screen.getByText(/^5 usually come; the last two meetings had 5 and 3\./);
  expect(again.closest('details')?.open).toBe(false);
});

test('reasons that say something new are in sight; the same in other numbers waits until it is asked for', async () => {
  const more = (['venue-lost', 'conflict'] as const).map((key) => ({ key, meetingIds: [] }));
  const user = onAPage(
    <ReasonList reasons={[strongest, weaker, ...more]} clearsWhen={null} now={NOW} groupId="quay" />,
  );
  const waiting = await screen.findByText(/^5 usually come/);
  expect(screen.getByText('The group has lost its meeting place.').closest('details')).toBeNull();
  expect(screen.getByText('The group told us of a falling out.').closest('details')).toBeNull();
  expect(waiting.closest('details')?.open).toBe(false);
  await user.click(screen.getByText('One more reason'));
  expect(waiting.closest('details')?.open).toBe(true);
});

test('the reasons speak of what is usual as the line beside them does', async () => {
  onAPage(<ReasonList reasons={[strongest]} clearsWhen={null} now={NOW} groupId="quay" usual={5} />);
  expect(await screen.findByText(/^About 7 came before; the last three meetings had/)).toBeTruthy();
  expect(screen.queryByText(/usually/)).toBeNull();
});

test('where numbers are withheld none is said, and nothing is said twice', async () => {
  const { usual: _usual, recent: _recent, ...shape } = strongest;
  const weakerShape = { key: weaker.key, meetingIds: weaker.meetingIds };
  const { key } = clearsWhen;
  onAPage(<ReasonList reasons={[shape, weakerShape]} clearsWhen={{ key }} now={NOW} groupId="quay" />);
  const said = (await screen.findByText(/Fewer people come than used to\./)).parentElement?.textContent;
  expect(said?.replace('See the 3 meetings', '')).not.toMatch(/\d/);
  expect(screen.queryByText(/more reason/)).toBeNull();
  expect(sayClears({ key })).toBe('This clears after two meetings with more people.');
});

test('silence is told in full weeks up to today, whenever it was judged', () => {
  const silent = { key: 'long-silent', gapDays: 37, meetingIds: [] } as const;
  expect(sayReason(silent, NOW)).toBe('No meeting that we know of for 5 weeks, much longer than usual.');
  const since = { ...silent, lastOn: '2026-10-18' };
  expect(sayReason(since, NOW)).toMatch(/^No meeting that we know of for 5 weeks, since 18 October\.$/);
  expect(sayReason(since, '2026-12-13T09:00:00.000Z')).toMatch(/for 8 weeks/);
});

test('the strip marks the meetings the reasons speak of', () => {
  const dates = concernDates([strongest], turnout.slots);
  expect(dates).toEqual(['2026-11-05', '2026-11-12', '2026-11-19']);
});
