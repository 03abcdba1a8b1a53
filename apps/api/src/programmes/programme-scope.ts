import { isContactFor, volunteersFor } from '../auth/own.js';
import { inScope } from '../auth/scope.js';

/** Condition on `programme p left join handover h`: the same decision as `Standings.ofProgramme`. */
export const inProgrammeScope = (from: number): string =>
  inScope({ site: 'p.site_id', volunteer: volunteersFor(), contact: isContactFor() }, from);
