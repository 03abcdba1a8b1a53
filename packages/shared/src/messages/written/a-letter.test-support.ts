import type { Letter, LetterFacts } from './letter.js';
import { writeLetter } from './letter.js';

export const facts: LetterFacts = {
  ...{ key: 'how_was_it', audience: 'role-holder', today: '2026-06-10', figures: { on: '2026-06-09' } },
  ...{ groupId: '3f6c0f5e-0000-4000-8000-000000000001', programmeId: undefined },
  ...{ groupName: 'Thursday walkers', programmeName: null, names: null },
  ...{ languages: ['en'], format: 'standard', canSignIn: false },
};
export const links = [
  { action: 'record-register', path: '/l#token' },
  { action: 'stop', path: '/l#stop-token' },
];

/** As sites in Wales write to who has not chosen. */
export const both = { languages: ['cy', 'en'] } as const;

/** The question how many came, to a role holder, with two links; `some` of it otherwise. */
export function aLetter(some: Partial<LetterFacts> = {}): Letter {
  const letter = writeLetter({ ...facts, ...some }, links, 'https://followon.example');
  if (!letter) throw new Error('There are no words for it.');
  return letter;
}
