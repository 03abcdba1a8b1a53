import { expect, test } from '@jest/globals';
import { aGroup } from './a-group.test-support.js';
import { silenceFirst } from './silence-first.js';

const fewer = { key: 'below-60', usual: 7, recent: [4, 5, 3], meetingIds: [] } as const;
const silent = { key: 'long-silent', lastOn: '2026-05-03', meetingIds: [] } as const;
const unheard = (reasons: Parameters<typeof aGroup>[0]) =>
  aGroup({ state: 'unknown', noNews: true, lastMetOn: '2026-05-03', ...reasons });

test('under a tag of no news the silence is the first reason', () => {
  const keys = (group: Parameters<typeof silenceFirst>[0]) => silenceFirst(group).map(({ key }) => key);
  expect(keys(unheard({ level: 'steady', reasons: [fewer, silent] }))).toEqual(['long-silent', 'below-60']);
  expect(keys(aGroup({ level: 'fading', reasons: [fewer, silent] }))).toEqual(['below-60', 'long-silent']);
});

test('silence that no reason speaks of is dated by the last meeting and the usual gap', () => {
  expect(silenceFirst(unheard({ reasons: [fewer] }), 27.6)).toEqual([
    { key: 'silent', lastOn: '2026-05-03', expectedOn: '2026-05-31', meetingIds: [] },
    fewer,
  ]);
});
