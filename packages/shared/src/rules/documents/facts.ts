/** What Followon ships for a site to word in its own way, print and give out. */
export const documentKeys = [
  'leaflet-clinicians',
  'leaflet-people',
  'leaflet-keeping-going',
  'leaflet-volunteers',
  'support-plan',
  'working-agreement',
  'safety-card',
] as const;
export type DocumentKey = (typeof documentKeys)[number];

export type ShippedDocument = {
  readonly key: DocumentKey;
  readonly title: string;
  /** In the small markup that `readBody` reads. */
  readonly body: string;
  /** It names numbers or people that every site has to check before it is given out. */
  readonly needsCheck?: true;
};

/** Kept with every document that is given. Change it whenever a shipped text changes. */
export const DOCUMENTS_VERSION = 'base-1';

export const documentFormats = ['print', 'large-print', 'screen', 'easy-read', 'other-language'] as const;
export type DocumentFormat = (typeof documentFormats)[number];
