import type { NudgeKey } from '../rules/nudge/nudges.js';
import { alertCy } from './alert-cy.js';
import { digestCy } from './digest-cy.js';
import { groupCy } from './group-cy.js';
import { meetingCy } from './meeting-cy.js';
import { newsCy } from './news-cy.js';
import { rolesCy } from './roles-cy.js';
import type { CyWords } from './say-cy.js';

/** Every message in Welsh. Our own words, which wait for a Welsh reader before a live site uses them: decision 0033. */
export const cy: CyWords<NudgeKey> = {
  ...digestCy,
  ...meetingCy,
  ...groupCy,
  ...alertCy,
  ...newsCy,
  ...rolesCy,
};
