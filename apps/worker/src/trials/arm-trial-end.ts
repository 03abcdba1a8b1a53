import { armDue } from '@followon/shared/db/due/arm-due';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { lastLook } from '@followon/shared/rules/trial/when-measured';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { holdTrial } from './look-at-trial.js';

/** Remembers the last day of a trial, so that one without enough occasions ends too. */
@Injectable()
export class ArmTrialEnd implements Reaction<'nudge-trial.started.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'arm-trial-end';

  async react(
    { siteId, payload: { trialId } }: DomainEvent<'nudge-trial.started.v1'>,
    { manager }: Within,
  ): Promise<Outcome> {
    const trial = await holdTrial(manager, trialId);
    if (!trial) return { skipped: 'the trial is over' };
    const dueAt = lastLook(trial.started_at, trial.terms);
    const due = { rule: 'trial-measure', siteId, streamId: siteId, subjectId: trialId };
    await armDue(manager, [{ ...due, occurrence: `${trialId}/end`, dueAt }]);
    return { did: 'will look for the last time when the weeks are over' };
  }
}
