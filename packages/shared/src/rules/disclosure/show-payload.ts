import type { ClearsWhen, Level, Reason } from '../health/facts.js';
import type { Figures } from './show-group.js';
import { shownLevel, showReasons, showWayOut } from './show-group.js';

type Payload = Readonly<Record<string, unknown>>;

/** Numbers of people, by the names they have in the catalogue of events. */
const PEOPLE = ['headcount', 'newcomers', 'usual', 'recent'];

/**
 * The payload of an event as a reader of the ledger may see it: the same as the screens show of the group. Keys that the
 * catalogue does not promise stay as they are, so that an old event can be read too.
 */
export function showPayload(payload: Payload, figures: Figures): Payload {
  const kept = Object.entries(payload).filter(([key]) => figures === 'whole' || !PEOPLE.includes(key));
  return { ...Object.fromEntries(kept), ...shownFinding(payload, figures) };
}

interface Finding {
  readonly from?: Level | null;
  readonly to?: Level | null;
  readonly reasons?: readonly Reason[];
  readonly clearsWhen?: ClearsWhen | null;
}

/** `from` of a moved programme is a date, and stays one. */
function shownFinding(payload: Payload, figures: Figures): Payload {
  if (!Array.isArray(payload['reasons'])) return {};
  const { from = null, to = null, reasons = [], clearsWhen = null } = payload as Finding;
  const levels = { from: shownLevel(from), to: shownLevel(to) };
  if (to === 'watch') return { ...levels, reasons: [], clearsWhen: null };
  return { ...levels, reasons: showReasons(reasons, figures), clearsWhen: showWayOut(clearsWhen, figures) };
}
