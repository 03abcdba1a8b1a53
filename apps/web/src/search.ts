import type { AlertFilters } from './alerts/queries.js';
import type { GroupFilters } from './groups/queries.js';
import type { MessageFilters } from './nudges/delivery-queries.js';
import type { PreviewChoice } from './previews/queries.js';
import type { ProgrammeFilters } from './programmes/queries.js';
import type { Chosen } from './templates/templates-page.js';

type Raw = Readonly<Record<string, unknown>>;

/** The router reads `true` and `2026` in an address as what they look like; here they are words. */
const word = (value: unknown): unknown =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;

const text = (value: unknown): string | undefined => {
  const said = word(value);
  return typeof said === 'string' && said !== '' ? said.slice(0, 80) : undefined;
};

const oneOf = <const T extends string>(value: unknown, known: readonly T[]): T | undefined =>
  known.find((one) => one === word(value));

const STATES = ['forming', 'meeting', 'resting', 'merged', 'closed-well', 'closed', 'unknown'] as const;

/** What the address may ask of the groups list; anything else in it is left out. */
export const groupSearch = (raw: Raw): GroupFilters => ({
  site: text(raw['site']),
  level: oneOf(raw['level'], ['steady', 'fading', 'at-risk']),
  state: oneOf(raw['state'], STATES),
  q: text(raw['q']),
  needsYou: oneOf(raw['needsYou'], ['true']),
  own: oneOf(raw['own'], ['true']),
  registersMissing: oneOf(raw['registersMissing'], ['true']),
});

const ALERTS = ['open', 'acknowledged', 'withdrawn', 'resolved'] as const;
const CAUSES = [
  ...([
    'at-risk',
    'fading',
    'gone-quiet',
    'help-asked',
    'conflict',
    'venue-lost',
    'contact-leaving',
  ] as const),
  ...(['handover-late', 'no-ptv'] as const),
];

/** What the address may ask of the inbox. */
export const alertSearch = (raw: Raw): AlertFilters => ({
  state: oneOf(raw['state'], ALERTS),
  cause: oneOf(raw['cause'], CAUSES),
  site: text(raw['site']),
});

/** Whose trials are looked at. */
export const effectSearch = (raw: Raw): { readonly site: string | undefined } => ({
  site: text(raw['site']),
});

export const programmeSearch = (raw: Raw): ProgrammeFilters => ({
  state: oneOf(raw['state'], ['running', 'finishing', 'finished']),
  site: text(raw['site']),
});

export const recordSearch = (
  raw: Raw,
): { readonly group?: string | undefined; readonly meeting?: string | undefined } => ({
  group: text(raw['group']),
  meeting: text(raw['meeting']),
});

/** The programme whose dates are filled into a document. */
export const documentSearch = (raw: Raw): { readonly programme?: string | undefined } => ({
  programme: text(raw['programme']),
});

const LISTS = ['new', 'online', 'hybrid', 'join', 'merge', 'buddy', 'none', 'restart'] as const;

/** Which list of a site, and for a last session on which day. */
export function listSearch(raw: Raw): Chosen {
  const on = text(raw['on']);
  return {
    route: oneOf(raw['route'], LISTS),
    on: on && /^\d{4}-\d\d-\d\d$/.test(on) ? on : undefined,
    withoutPtv: oneOf(raw['withoutPtv'], ['true']),
  };
}

const DELIVERIES = [
  ...(['unknown', 'dead', 'held', 'bounced', 'queued', 'sending'] as const),
  ...(['sent', 'delivered', 'suppressed'] as const),
];

/** What the address may ask of the messages of a site. */
export const messageSearch = (raw: Raw): MessageFilters => ({
  site: text(raw['site']),
  state: oneOf(raw['state'], DELIVERIES),
  key: text(raw['key']),
  channel: text(raw['channel']),
});

const READERS = ['member', 'role-holder', 'volunteer', 'staff'] as const;

/** Which message is looked at, and how. */
export const previewSearch = (raw: Raw): PreviewChoice => ({
  site: text(raw['site']),
  key: text(raw['key']),
  as: oneOf(raw['as'], ['email', 'sms', 'letter', 'push']),
  format: oneOf(raw['format'], ['standard', 'large-print', 'easy-read', 'bsl', 'paper']),
  audience: oneOf(raw['audience'], READERS),
});

export const importSearch = (raw: Raw): { readonly id?: string | undefined } => ({ id: text(raw['id']) });

/** Where to go after signing in: only a path of ours, never another address. */
export const signInSearch = (raw: Raw): { readonly then?: string | undefined } => {
  const then = text(raw['then']);
  return { then: then?.startsWith('/') && !then.startsWith('//') ? then : undefined };
};
