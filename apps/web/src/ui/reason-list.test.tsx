import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { aTurnout } from './a-turnout.test-support.js';
import { concernDates, ReasonList, sayReason } from './reason-list.js';

const NOW = '2026-11-24T09:00:00.000Z';
const { slots } = aTurnout(7, 7, 4, 5, 3);
const ids = slots.slice(1).map(({ meetingId }) => meetingId ?? '');

test('a reason gives its numbers, its meetings, and what clears it', () => {
  render(
    <ReasonList
      reasons={[{ key: 'below-60', usual: 7.2, recent: [4, 5, 3], meetingIds: ids }]}
      clearsWhen={{ key: 'two-meetings-with', headcount: 5 }}
      now={NOW}
      meetingsHref="#meetings"
    />,
  );
  expect(screen.getByText(/7 usually, 4, 5 and 3 at the last 3 meetings/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'See the 3 meetings' }).getAttribute('href')).toBe('#meetings');
  expect(screen.getByText('This clears after two meetings with 5 or more.')).toBeTruthy();
});

test('silence is told in weeks, with the last date when there is one', () => {
  const silent = { key: 'long-silent', gapDays: 37, meetingIds: [] } as const;
  expect(sayReason(silent, NOW)).toBe('We have heard nothing for 5 weeks, much longer than usual.');
  expect(sayReason({ ...silent, lastOn: '2026-10-18' }, NOW)).toMatch(/It last met on Sunday 18 October\.$/);
});

test('the strip marks the meetings the reasons speak of', () => {
  const dates = concernDates([{ key: 'below-60', meetingIds: ids }], slots);
  expect(dates).toEqual(['2026-11-05', '2026-11-12', '2026-11-19']);
});
