import { holdsRoleIn } from '../auth/own.js';
import { inScope } from '../auth/scope.js';

/** Condition on `follow_on_group g`: the same decision as `Standings.ofGroup`. */
export const inGroupScope = (from: number): string =>
  inScope(
    { site: 'g.site_id', volunteer: holdsRoleIn('g.id', 'ptv'), contact: holdsRoleIn('g.id', 'contact') },
    from,
  );
