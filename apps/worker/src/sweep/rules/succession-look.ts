import { armDue } from '@followon/shared/db/due/arm-due';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { outOfStep } from '../../handover/succession-facts.js';
import { successionLook } from '../../handover/take-succession-step.js';
import type { SweepRule } from '../sweep-rule.js';
import { moveOn } from './succession.js';

/** The first look of a site finds groups that were there before anybody looked: that is history, and speaks to nobody. */
const FIRST = 'first';

/** Every morning: is there a group with nobody to ring and nobody looking? No event says that an account was switched off. */
export const successionLookRule: SweepRule = {
  rule: 'succession-look',
  afterDowntime: 'merge',
  async sweep({ site_id, occurrence }, context) {
    const { manager, now } = context;
    const today = londonDate(now);
    await armDue(manager, [successionLook(site_id, today)]);
    const found = await outOfStep(manager, site_id, today);
    for (const standing of found) await moveOn(standing, context, occurrence === FIRST ? 'replay' : 'live');
    return found.length > 0 ? `put ${found.length} groups right` : 'every group is looked after';
  },
};
