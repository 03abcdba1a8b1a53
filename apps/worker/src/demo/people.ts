import type { Role } from '@followon/shared/contract/session';
import { demoId } from './random.js';

export const siteNames = ['Avonside', 'Harbour', 'Moorland'] as const;
export type SiteName = (typeof siteNames)[number];

export const siteId = (name: SiteName): string => demoId('site', name);

/** Harbour is the one in Wales, so that its bank holidays and texts may differ. */
export const countryOf = (name: SiteName): 'england' | 'wales' => (name === 'Harbour' ? 'wales' : 'england');

export interface DemoPerson {
  readonly email: string;
  readonly displayName: string;
  readonly roles: readonly (readonly [SiteName, Role])[];
  /** Whether anybody may sign in as this person with the password of the demo. */
  readonly signsIn: boolean;
}

const person = (email: string, displayName: string, ...roles: DemoPerson['roles']): DemoPerson => ({
  email: `${email}.followon.test`,
  displayName,
  roles,
  signsIn: true,
});
const extra = (name: string, ...roles: DemoPerson['roles']): DemoPerson => ({
  ...person(`${name.toLowerCase()}@people`, name, ...roles),
  signsIn: false,
});

/** Everybody with an account. The first seven are the sign-ins that `npm start` prints. */
export const people = {
  admin: person('admin@demo', 'Alex', ...siteNames.map((name) => [name, 'network-admin'] as const)),
  siteAdmin: person('site@demo', 'Grace', ['Avonside', 'site-admin']),
  clinician: person('clinician@demo', 'Priya', ['Avonside', 'clinician']),
  volunteer: person('volunteer@demo', 'Sam', ['Avonside', 'volunteer']),
  lead: person('lead@demo', 'Morgan', ['Avonside', 'lead']),
  contact: person('contact@demo', 'Kim', ['Avonside', 'contact']),
  harbourClinician: person('clinician@harbour', 'Owen', ['Harbour', 'clinician']),

  bev: extra('Bev', ['Avonside', 'volunteer']),
  jo: extra('Jo', ['Avonside', 'contact']),
  ravi: extra('Ravi', ['Avonside', 'contact']),
  nia: extra('Nia', ['Harbour', 'site-admin']),
  lowri: extra('Lowri', ['Harbour', 'lead']),
  emrys: extra('Emrys', ['Harbour', 'volunteer']),
  gwen: extra('Gwen', ['Harbour', 'contact']),
  femi: extra('Femi', ['Moorland', 'site-admin'], ['Moorland', 'lead']),
  tess: extra('Tess', ['Moorland', 'clinician']),
  iris: extra('Iris', ['Moorland', 'volunteer']),
  dot: extra('Dot', ['Moorland', 'contact']),
} as const satisfies Record<string, DemoPerson>;
export type PersonKey = keyof typeof people;

export const personId = (key: PersonKey): string => demoId('account', people[key].email);

/** First names for people who have no account. Nobody in particular. */
export const memberNames = [
  ...[
    'Ada',
    'Bram',
    'Cleo',
    'Dev',
    'Edie',
    'Faye',
    'Gus',
    'Hana',
    'Ivo',
    'Joss',
    'Kit',
    'Lena',
    'Milo',
    'Nell',
  ],
  ...['Otis', 'Pia', 'Quinn', 'Rosa', 'Sol', 'Tam', 'Una', 'Vic', 'Wren', 'Xena', 'Yas', 'Zeb', 'Bea', 'Cal'],
] as const;
