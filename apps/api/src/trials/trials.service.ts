import { randomBytes } from 'node:crypto';
import type { StartTrial, SwitchOn, TrialsView, TrialView } from '@followon/shared/contract/trials';
import { effectOf } from '@followon/shared/rules/trial/running-effect';
import type { Effect } from '@followon/shared/rules/trial/effect';
import { trialKeys } from '@followon/shared/rules/trial/facts';
import { declareTerms } from '@followon/shared/rules/trial/terms';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import { conflict, notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import type { TrialRow } from './trial-queries.js';
import { TrialQueries } from './trial-queries.js';
import { kindView, offers, standsOf, trialView } from './trial-view.js';

const SALT_BYTES = 16;

const isRunning = () =>
  conflict('trial.running', 'This message is on trial already.', {
    detail: 'Load the page again. A new trial can start when the one that is running is over.',
  });

@Injectable()
export class TrialsService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly trials: TrialQueries,
  ) {}

  /** @throws Refusal 404 */
  async of(siteId: string): Promise<TrialsView> {
    const site = { siteId, own: false };
    this.access.require('see-nudge-trials', site);
    const siteName = await this.trials.siteName(siteId);
    const rows = await this.trials.ofSite(siteId);
    const occasions = await this.trials.occasions(siteId, trialKeys);
    const views: TrialView[] = [];
    for (const row of rows) views.push(trialView(row, await this.effect(row)));
    return {
      ...{ siteId, siteName, offers, trials: views },
      kinds: trialKeys.map((key) => kindView(key, rows, occasions.get(key) ?? 0)),
      mayChange: this.access.may('set-nudge-trials', site),
    };
  }

  /**
   * Everything about it is written down here, before the first message is withheld.
   * @throws Refusal 404; 409 while one of the kind is running, or when the message is retired
   */
  async start({ siteId, key, ...chosen }: StartTrial): Promise<TrialView> {
    this.access.require('set-nudge-trials', { siteId, own: false });
    await this.trials.siteName(siteId);
    if (standsOf(key, await this.trials.ofSite(siteId)) === 'retired') {
      throw conflict('trial.retired', 'This message is no longer sent.', {
        detail: 'Switch it on again first: there is nothing to withhold from anybody.',
      });
    }
    const terms = declareTerms(key, chosen);
    const salt = randomBytes(SALT_BYTES).toString('hex');
    const trialId = await this.trials.start({ siteId, key, terms, salt });
    if (!trialId) throw isRunning();
    const payload = { siteId, trialId, key };
    await this.work.append({ name: 'nudge-trial.started.v1', streamId: siteId, siteId, payload });
    await this.audit.record({ what: 'nudge-trial.started', siteId, subject: trialId });
    return this.shown(trialId);
  }

  /**
   * Before its time: from now on everybody is written to again.
   * @throws Refusal 404; 409 when it is over
   */
  async stop(id: string): Promise<TrialView> {
    const trial = await this.enter(id);
    if (trial.state !== 'running') {
      throw conflict('trial.over', 'This trial is over already.', {
        detail: 'Load the page again to see how it ended.',
      });
    }
    await this.trials.end(id, await this.effect(trial));
    const { siteId, key } = trial;
    const payload = { siteId, trialId: id, key, how: 'stopped' } as const;
    await this.work.append({ name: 'nudge-trial.ended.v1', streamId: siteId, siteId, payload });
    await this.audit.record({ what: 'nudge-trial.stopped', siteId, subject: id });
    return this.shown(id);
  }

  /**
   * A message that was found to be of no use is sent again; saying so twice changes nothing.
   * @throws Refusal 404; 409 when this trial is not what keeps the message back
   */
  async switchOn(id: string, body: SwitchOn): Promise<TrialView> {
    const trial = await this.enter(id);
    if (trial.switchedOnAt) return this.shown(id);
    if (trial.state !== 'retired' || !(await this.trials.isLatest(id))) {
      throw conflict('trial.not-retired', 'This message is not switched off.', {
        detail: 'Load the page again to see how it stands.',
      });
    }
    await this.trials.switchOn(id, body);
    await this.audit.record({ what: 'nudge-trial.switched-on', siteId: trial.siteId, subject: id });
    return this.shown(id);
  }

  private async enter(id: string): Promise<TrialRow> {
    const trial = await this.trials.held(id);
    if (!trial) throw notFound();
    this.access.require('set-nudge-trials', { siteId: trial.siteId, own: false });
    return trial;
  }

  private async shown(id: string): Promise<TrialView> {
    const trial = await this.trials.held(id);
    if (!trial) throw notFound();
    return trialView(trial, await this.effect(trial));
  }

  /** As it stood when it ended, or as it stands. */
  private async effect({ id, result, terms }: TrialRow): Promise<Effect> {
    return result ?? effectOf(await this.trials.measured(id), terms);
  }
}
