import { describe, expect, test } from '@jest/globals';
import type { Reason } from '../health/facts.js';
import type { Change } from './episode.js';
import { decideEpisodes } from './episode.js';
import { whatSpeaks } from './what-speaks.js';

const reason = (key: Reason['key'], upToOn?: string): Reason => ({
  key,
  meetingIds: [],
  ...(upToOn && { upToOn }),
});
const change = (reasons: readonly Reason[], over: Partial<Change> = {}): Change => ({
  ...{ level: 'fading', previousLevel: 'fading', silenceOnly: false, quiet: false, open: [] },
  ...{ origin: 'live', groupState: 'meeting', ...whatSpeaks(reasons) },
  ...over,
});

describe('a level that a told fact alone raised', () => {
  test('belongs to the episode of that fact', () => {
    const asked = change([reason('help-asked')], { previousLevel: 'steady' });
    expect(decideEpisodes(asked)).toEqual({ open: [], withdraw: [] });
    const vacant = change([reason('roles-vacant'), reason('conflict')], { previousLevel: 'watch' });
    expect(decideEpisodes(vacant).open).toEqual([]);
  });

  test('is a fading one when nothing told stands behind it, or registers say so too', () => {
    const carries = [reason('roles-vacant'), reason('one-carries')];
    expect(decideEpisodes(change(carries, { previousLevel: 'watch' })).open).toEqual(['fading']);
    const both = [reason('help-asked'), reason('below-60')];
    expect(decideEpisodes(change(both, { previousLevel: 'watch' })).open).toEqual(['fading']);
  });

  test('gets a fading one beside it when registers join, though the level stays', () => {
    const joined = change([reason('help-asked'), reason('below-60')], { wasToldOnly: true });
    expect(decideEpisodes(joined).open).toEqual(['fading']);
  });

  test('takes in a fading one that registers no longer speak for, and gives it back', () => {
    const open = [{ cause: 'fading' as const }];
    expect(decideEpisodes(change([reason('help-asked')], { open })).withdraw).toEqual([
      { cause: 'fading', because: 'joined-told' },
    ]);
    const again = change([reason('help-asked'), reason('below-60')], { takenIn: ['fading'] });
    expect(decideEpisodes(again).open).toEqual(['fading']);
  });
});

describe('a fading group that goes quiet', () => {
  const quiet = { quiet: true, open: [{ cause: 'fading' as const }] };

  test('keeps both alerts while its last registers say that it fades', () => {
    const says = change([reason('long-silent'), reason('below-60')], quiet);
    expect(decideEpisodes(says)).toEqual({ open: ['gone-quiet'], withdraw: [] });
  });

  test('has one when later registers had not borne that out', () => {
    const held = change([reason('long-silent'), reason('below-60', '2026-05-01')], quiet);
    expect(decideEpisodes(held)).toEqual({
      open: ['gone-quiet'],
      withdraw: [{ cause: 'fading', because: 'joined-gone-quiet' }],
    });
  });

  test('does not get it back while the level only falls slowly', () => {
    const held = [reason('below-60', '2026-05-01')];
    expect(decideEpisodes(change(held, { takenIn: ['fading'], wasQuiet: true })).open).toEqual([]);
    expect(decideEpisodes(change([reason('below-60')], { takenIn: ['fading'] })).open).toEqual(['fading']);
  });
});
