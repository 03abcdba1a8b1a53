import { conflict, Refusal } from '../http/problem.js';

/** Others wait for the same process: a trial is a few seconds of one core for the biggest site. */
const MOST_AT_ONCE = 3;

/** The trials of this process that are running: one for each account, so that nobody takes the turns of others. */
export class TrialSlots {
  private readonly running = new Set<string>();

  /** @throws Refusal 409 while the account has one running, 503 when too many others have */
  take(accountId: string): void {
    if (this.running.has(accountId)) throw stillYours();
    if (this.running.size >= MOST_AT_ONCE) throw busy();
    this.running.add(accountId);
  }

  leave(accountId: string): void {
    this.running.delete(accountId);
  }
}

const stillYours = () =>
  conflict('trial-running', 'You are already trying marks.', {
    detail: 'Your last trial is still running. Wait until it has answered, then try again.',
  });

const busy = () =>
  new Refusal('busy', 'busy', 'Followon is busy at the moment.', {
    detail: 'Other trials on the history are still running. Wait a minute, then try again.',
    retryAfterSeconds: 20,
  });
