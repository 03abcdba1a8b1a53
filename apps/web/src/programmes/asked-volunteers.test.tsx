import { expect, test } from '@jest/globals';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { screen } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { onAPage } from '../ui/on-a-page.test-support.js';
import { AskedVolunteers } from './asked-volunteers.js';

test.each([
  [true, /Somebody else said yes on Monday 23 November/],
  [false, /The question was taken back on Monday 23 November/],
])('a question that is over says whether somebody else said yes: %s', async (somebodyElse, words) => {
  const bev = { accountId: 'bev', displayName: 'Bev' };
  const when = { askedAt: '2026-11-20T09:00:00.000Z', answeredAt: '2026-11-23T09:00:00.000Z' };
  const items = [{ id: 'q', volunteer: bev, part: 'ptv', state: 'withdrawn', somebodyElse, ...when }];
  aServer(() => ({ body: { items, nextCursor: null } }));
  onAPage(<AskedVolunteers programme={{ id: 'p1' } as ProgrammeView} />);
  expect(await screen.findByText(words)).toBeTruthy();
});
