import { healthCauses, type HealthCause } from '../../alert/causes.js';
import type { Decision, WithdrawnBecause } from '../../alert/episode.js';
import { whatSpeaks } from '../../alert/what-speaks.js';
import type { Level, Reason, ReasonKey } from '../facts.js';

/** An alert as it would have been, or was: how it ended says who ended it. */
export type Episode = {
  readonly cause: HealthCause;
  readonly openedOn: string;
  readonly reasonKeys: readonly ReasonKey[];
  readonly endedOn: string | null;
  /** `resolved`: people settled it. */
  readonly endedBecause: WithdrawnBecause | 'resolved' | null;
};

const SILENCE: readonly ReasonKey[] = ['long-silent', 'silent'];

/** An alert about silence speaks of the silence; what else is known of the group stands on its page. */
export function reasonsOfAlert(cause: HealthCause, reasons: readonly Reason[]): readonly Reason[] {
  const ofSilence = reasons.filter(({ key }) => SILENCE.includes(key));
  return cause === 'gone-quiet' && ofSilence.length > 0 ? ofSilence : reasons;
}

type LevelStep = { readonly on: string; readonly to: Level | null; readonly reasons: readonly Reason[] };

/** The alerts of one group, in the order in which they opened. */
export class AlertBook {
  private readonly all: Episode[] = [];

  get episodes(): readonly Episode[] {
    return this.all;
  }

  get open(): readonly Episode[] {
    return this.all.filter(({ endedOn }) => endedOn === null);
  }

  /** Whose latest episode another one of the group took in. */
  get takenIn(): readonly HealthCause[] {
    return healthCauses.filter((cause) => {
      const last = this.all.findLast((episode) => episode.cause === cause);
      return last?.endedBecause === 'joined-gone-quiet' || last?.endedBecause === 'joined-told';
    });
  }

  /** The level came to be what it is by what was told alone, and no episode of it has opened since. */
  isToldOnly(step: LevelStep | undefined): boolean {
    if (!step || !whatSpeaks(step.reasons).toldOnly) return false;
    return !this.all.some(({ cause, openedOn }) => cause === step.to && openedOn >= step.on);
  }

  carryOut(
    { open, withdraw }: Decision,
    { day, reasons }: { readonly day: string; readonly reasons: readonly Reason[] },
  ): void {
    for (const { cause, because } of withdraw) this.end(cause, { endedOn: day, endedBecause: because });
    for (const cause of open) {
      const reasonKeys = reasonsOfAlert(cause, reasons).map(({ key }) => key);
      this.all.push({ cause, openedOn: day, reasonKeys, endedOn: null, endedBecause: null });
    }
  }

  resolve(cause: HealthCause, day: string): void {
    this.end(cause, { endedOn: day, endedBecause: 'resolved' });
  }

  private end(cause: HealthCause, ending: Pick<Episode, 'endedOn' | 'endedBecause'>): void {
    const place = this.all.findIndex((episode) => episode.cause === cause && episode.endedOn === null);
    const episode = this.all[place];
    if (episode) this.all[place] = { ...episode, ...ending };
  }
}
