import { randomUUID } from 'node:crypto';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { settleAfterImport } from '@followon/shared/rules/alert/episode';
import { Injectable } from '@nestjs/common';
import type { Folding, Outcome, Within } from '../dispatch/reaction.js';
import type { Decided, EpisodeEvent, Run } from './decide-run.js';
import { decideRun, standingOf } from './decide-run.js';
import type { GroupEpisodes } from './group-episodes.js';
import { loadEpisodes, openEpisode, withdrawEpisode } from './group-episodes.js';

/**
 * Opens an alert when its cause becomes true and withdraws it when it stops being true, by what is known of the
 * group now: what came and went while nobody was reading alarms nobody.
 */
@Injectable()
export class JudgeEpisodes implements Folding<EpisodeEvent> {
  readonly reactor = 'alerts';
  readonly name = 'judge-episodes';

  async fold(events: Run, within: Within): Promise<Outcome> {
    const imported = events.findLast(({ name }) => name === 'registers.imported.v1');
    const live = events.filter(({ origin }) => origin === 'live');
    const because = imported ?? live.at(-1);
    if (!because) return { skipped: 'imported history opens nothing until the import ends' };

    const group = await loadEpisodes(within.manager, because.streamId);
    if (imported && group.as_of_seq < imported.seq)
      throw new Error(`group ${group.group_id} has not been judged yet`);
    const decision = imported
      ? { ...settleAfterImport(standingOf(group)), byMarks: [] }
      : decideRun(group, live);
    return this.carryOut(decision, group, { because, within });
  }

  private async carryOut(
    { open, withdraw, byMarks }: Decided,
    group: GroupEpisodes,
    { because, within }: { because: DomainEvent; within: Within },
  ): Promise<Outcome> {
    const { manager, now } = within;
    const groupId = group.group_id;
    for (const { cause, because: why } of withdraw) {
      const id = group.open.find((episode) => episode.cause === cause)?.id ?? '';
      if (!(await withdrawEpisode(manager, id, { because: why, at: now }))) continue;
      within.append({
        because,
        name: 'alert.withdrawn.v1',
        payload: { alertId: id, groupId, cause, because: why },
      });
    }
    for (const cause of open) {
      const id = randomUUID();
      const eventId = within.append({
        because,
        name: 'alert.opened.v1',
        payload: { alertId: id, groupId, cause },
      });
      const episode = { id, cause, byMarks: byMarks.includes(cause), openedAt: now, eventId };
      await openEpisode(manager, group, episode);
    }
    if (open.length + withdraw.length === 0) return { skipped: 'no alert begins or ends' };
    return {
      did: [
        ...open.map((cause) => `opened ${cause}`),
        ...withdraw.map(({ cause }) => `withdrew ${cause}`),
      ].join(', '),
    };
  }
}
