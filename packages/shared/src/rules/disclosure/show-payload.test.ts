import { describe, expect, test } from '@jest/globals';
import type { Payload } from '../../events/catalogue.js';
import { eventCatalogue } from '../../events/catalogue.js';
import { showPayload } from './show-payload.js';

const groupId = '00000000-0000-4000-8000-000000000001';
const meetingId = '00000000-0000-4000-8000-000000000002';

type Change = Payload<'group-health.changed.v1'>;
const aChange = (over: Partial<Change> = {}): Change => ({
  ...{ groupId, on: '2026-03-02', bySilenceOnly: false, parameterVersion: 'rules-1' },
  ...{ from: 'watch', to: 'fading', clearsWhen: { key: 'two-meetings-with', headcount: 5 } },
  reasons: [{ key: 'below-60', usual: 8, recent: [4, 5, 3], meetingIds: [meetingId] }],
  ...over,
});

describe('an event of the ledger', () => {
  test('tells nobody of the internal level', () => {
    expect(showPayload(aChange(), 'whole')).toEqual(aChange({ from: 'steady' }));
    expect(showPayload(aChange({ from: 'steady', to: 'watch' }), 'whole')).toEqual(
      aChange({ from: 'steady', to: 'steady', reasons: [], clearsWhen: null }),
    );
  });

  test('keeps its keys and dates outside the ring, and loses every number of people', () => {
    expect(showPayload(aChange(), 'shape')).toEqual(
      aChange({
        from: 'steady',
        reasons: [{ key: 'below-60', meetingIds: [meetingId] }],
        clearsWhen: { key: 'two-meetings-with' },
      }),
    );
  });

  test.each([
    { payload: { groupId, meetingId, on: '2026-03-02', headcount: 3, newcomers: 1 }, left: 3 },
    { payload: { groupId, meetingId, usual: 8, recent: [4, 5, 3] }, left: 2 },
  ])('outside the ring $payload is told without numbers, inside it whole', ({ payload, left }) => {
    expect(showPayload(payload, 'whole')).toEqual(payload);
    const shown = showPayload(payload, 'shape');
    expect(Object.keys(shown)).toHaveLength(left);
    expect(shown).toMatchObject({ groupId, meetingId });
  });

  test('leaves dates alone that are called like levels', () => {
    const moved = { programmeId: groupId, from: '2026-03-02', lastSessionOn: '2026-03-09' };
    expect(showPayload(moved, 'shape')).toEqual(moved);
  });

  test('of every kind says how many people came under a name that is known here', () => {
    const counts = Object.values(eventCatalogue).flatMap(({ payload }) =>
      'shape' in payload
        ? Object.keys(payload.shape).filter((key) => /count|usual|recent|newcomers/.test(key))
        : [],
    );
    expect(new Set(counts)).toEqual(new Set(['headcount', 'newcomers', 'usual', 'recent']));
  });
});
