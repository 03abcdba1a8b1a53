import type { Part, Row } from '../demo-rows.js';
import { nothing } from '../demo-rows.js';
import type { Stream } from '../facts.js';
import { atNight, fact } from '../facts.js';
import { personId } from '../people.js';
import { demoId } from '../random.js';
import type { ProgrammePlan } from './programme-plans.js';
import type { StandingHandover } from './standing-handover.js';

/** Nine who would come or might: the count that the demo's ticked task tells of. */
const COUNTS = { yes: 6, maybe: 3, no: 2, otherKind: 1 };

/** What the people of a programme that is about to end put into the hat. */
const SLIPS = [
  {
    interest: 'yes',
    distance: 'near',
    times: ['tue-evening', 'thu-morning'],
    would_host: true,
    way: 'in-person',
  },
  { interest: 'yes', distance: 'near', times: ['tue-evening'], would_host: false, way: 'in-person' },
  {
    interest: 'yes',
    distance: 'some-way',
    times: ['tue-evening', 'sat-morning'],
    would_host: null,
    way: 'either',
  },
  {
    interest: 'yes',
    distance: 'near',
    times: ['thu-morning', 'tue-evening'],
    would_host: false,
    way: 'either',
  },
  { interest: 'yes', distance: 'far', times: ['sat-morning'], would_host: false, way: 'online' },
  { interest: 'yes', distance: 'some-way', times: ['tue-evening'], would_host: true, way: 'either' },
  { interest: 'maybe', distance: 'near', times: [], would_host: false, way: 'either' },
  { interest: 'maybe', distance: 'far', times: ['tue-evening'], would_host: false, way: 'online' },
  { interest: 'no', distance: null, times: [], would_host: null, way: null },
] as const;

/** How many would like a group, where somebody has counted; their wishes as long as they have not been handed over. */
export function interestRows(
  { key, clinician }: ProgrammePlan,
  { programmeId, tasks, signedOffOn }: StandingHandover,
  stream: Stream,
): Part {
  const countedOn = tasks.find((task) => task.key === 'interest_poll')?.doneOn;
  if (!countedOn) return nothing;
  const about = { programme_id: programmeId, site_id: stream.siteId };
  const { otherKind: other_kind, ...counts } = COUNTS;
  const recorded = { recorded_at: atNight(countedOn), recorded_by: personId(clinician), version: 1 };
  const slips = SLIPS.map((slip, index): Row => ({
    id: demoId('wish', key, String(index)),
    ...about,
    ...slip,
  }));
  return {
    rows: {
      programme_interest: [{ ...about, ...counts, other_kind, ...recorded }],
      founding_wish: signedOffOn ? [] : slips,
    },
    facts: [fact({ ...stream, at: countedOn }, 'programme.interest-recorded.v1', { programmeId, ...COUNTS })],
    dues: [],
  };
}
