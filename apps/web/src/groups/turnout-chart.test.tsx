import type { GroupHealthView } from '@followon/shared/contract/health';
import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { NOW, onAPage } from '../ui/on-a-page.test-support.js';
import { aGroup, aHealth, anOwnGroup } from './a-group.test-support.js';
import { GroupTurnout } from './turnout-chart.js';

window.matchMedia ??= () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never;

async function chart(health: Partial<GroupHealthView> = {}, group = aGroup()) {
  aServer(() => ({ body: aHealth(health) }));
  const user = onAPage(<GroupTurnout group={group} now={NOW} />);
  await screen.findByRole('slider');
  return user;
}

test('each meeting stands beside what could be expected, in the picture, in words and in the table', async () => {
  const user = await chart();
  await user.tab();
  expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toBe(
    'Thursday 19 November: 3 people came; between 5 and 9 could be expected',
  );
  expect(screen.getByText('What could be expected')).toBeTruthy();
  expect(document.querySelectorAll('polygon.fo-bar__band')).toHaveLength(2); // one stretch each side of the gap

  await user.click(screen.getByText('Show as a table'));
  const row = screen.getByRole('row', { name: /^Thursday 19 November/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['Thursday 19 November', 'Met', '3', '5 to 9']);
  const off = screen.getByRole('row', { name: /Did not meet/ });
  expect(within(off).getAllByRole('cell').at(-1)?.textContent).toBe('–');
});

test.each([
  {
    nextMeetingOn: null,
    says: /^About 5 likely at the next meeting \(between 3 and 7\)\. .* 26 November\.$/,
  },
  { nextMeetingOn: '2026-11-26', says: /^About 5 likely on 26 November \(between 3 and 7\)\.$/ },
])('how many are likely next is a range: $says', async ({ nextMeetingOn, says }) => {
  await chart({}, aGroup({ nextMeetingOn }));
  expect(screen.getByText(says)).toBeTruthy();
});

test.each([
  { told: { noNews: true }, where: 'nothing is heard' },
  { told: { expected: null }, where: 'numbers are withheld' },
])('nothing is said to be likely where $where', async ({ told }) => {
  await chart(told);
  expect(screen.queryByText(/likely/)).toBeNull();
});

test("the group's own people are not measured against what could be expected", async () => {
  const user = await chart({}, anOwnGroup());
  await user.tab();
  expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toBe(
    'Thursday 19 November: 3 people came',
  );
  expect(screen.queryByText(/likely|expected|How its level changed/)).toBeNull();
});

test('silence after the last meeting is drawn as empty time up to today', async () => {
  const user = await chart({ reasons: [{ key: 'silent', lastOn: '2026-11-19', meetingIds: [] }] });
  await user.tab();
  expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toBe(
    'No meeting that we know of since Thursday 19 November',
  );
  expect(screen.getByText('Nothing heard since, up to today')).toBeTruthy();
  expect(document.querySelectorAll('.fo-bar__quiet')).toHaveLength(2);
});

test('a change of level stands there with its day and its reasons', async () => {
  const change = {
    on: '2026-11-19',
    at: '2026-11-19T12:00:00.000Z',
    from: 'steady',
    to: 'fading',
    reasons: [
      { key: 'below-60', usual: 7, recent: [4, 5, 3], meetingIds: ['a', 'b', 'c'] },
      { key: 'cusum', usual: 7, recent: [4, 5, 3], meetingIds: [] },
    ],
    eventId: 'e1',
    parameterVersion: 'health-2',
  } as const;
  await chart({ history: [{ ...change, reasons: [...change.reasons] as never }] });
  const step = screen.getByText('Thursday 19 November: Starting to fade').closest('li') as HTMLElement;
  expect(step.textContent).toContain('7 usually come; the last three meetings had 4, 5 and 3. See them');
  expect(step.textContent).not.toContain('for a while');
  expect(document.querySelectorAll('.fo-ribbon__mark')).toHaveLength(1);
  const legend = screen.getByText('The band under the bars is its level:').closest('ul');
  expect(legend?.textContent).toContain('Getting to know itStarting to fade');
});
