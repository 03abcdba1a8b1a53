import type { DomainEvent, Payload } from '@followon/shared/events/catalogue';
import type { HealthCause } from '@followon/shared/rules/alert/causes';
import type { Decision } from '@followon/shared/rules/alert/episode';
import { decideEpisodes, settleAfterMarks } from '@followon/shared/rules/alert/episode';
import { whatSpeaks } from '@followon/shared/rules/alert/what-speaks';
import { tellsOfMarks } from '@followon/shared/rules/health/marks';
import type { GroupEpisodes } from './group-episodes.js';

export type EpisodeEvent =
  | 'group-health.changed.v1'
  | 'group.went-quiet.v1'
  | 'registers.imported.v1'
  | 'group.rested.v1'
  | 'group.resumed.v1'
  | 'group.closed.v1'
  | 'group.merged.v1'
  | 'meeting.held.v1'
  | 'register.missing.v1'
  | 'register.corrected.v1'
  | 'group.report-settled.v1';

export type Run = readonly DomainEvent<EpisodeEvent>[];

/** What opens and ends, and which of what opens other marks brought: nobody is sent a message about those. */
export type Decided = Decision & { readonly byMarks: readonly HealthCause[] };

/** What a run brings to a group: what the group itself brings comes first, other marks account for the rest. */
export function decideRun(group: GroupEpisodes, live: Run): Decided {
  const marked = live.filter(isByMarks);
  const own = live.filter((event) => !isByMarks(event));
  const usual = decideEpisodes(changeOf(group, own));
  if (marked.length === 0) return { ...usual, byMarks: [] };
  const settled = settleAfterMarks({ ...changeOf(group, marked), takenBack: group.taken_back });
  const byMarks = settled.open.filter((cause) => !usual.open.includes(cause));
  const { withdraw } = own.length > 0 ? usual : settled;
  return { open: [...usual.open, ...byMarks], withdraw, byMarks };
}

const isByMarks = (event: DomainEvent<EpisodeEvent>): boolean =>
  event.name === 'group-health.changed.v1' && tellsOfMarks(event.payload.reasons);

export const standingOf = ({ level, by_silence_only, quiet, state, open, reasons }: GroupEpisodes) => ({
  ...{ level, silenceOnly: by_silence_only, quiet, groupState: state, open, ...whatSpeaks(reasons) },
});

function changeOf(group: GroupEpisodes, live: Run) {
  const changes = live.filter((event) => event.name === 'group-health.changed.v1');
  return {
    ...standingOf(group),
    ...whereItBegan(group, changes[0]?.payload),
    takenIn: group.taken_in,
    wasQuiet: changes[0]?.payload.before?.quiet ?? !live.some(({ name }) => name === 'group.went-quiet.v1'),
    origin: 'live' as const,
    corrected: changes.some(({ payload }) => payload.reasons.some(({ key }) => key === 'register-corrected')),
  };
}

/** A change from a level to itself says that registers confirm what silence had raised, unless it tells what was before. */
function whereItBegan(
  { level, by_silence_only, untold }: GroupEpisodes,
  first: Payload<'group-health.changed.v1'> | undefined,
) {
  if (!first) {
    const wasToldOnly = untold !== null && whatSpeaks(untold).toldOnly;
    return { previousLevel: level, wasSilenceOnly: by_silence_only, wasToldOnly };
  }
  const { from, to, before } = first;
  return { previousLevel: from, wasSilenceOnly: before?.bySilenceOnly ?? from === to };
}
