import type { DomainEvent } from '@followon/shared/events/catalogue';
import { settleAfterImport } from '@followon/shared/rules/alert/episode';
import { Injectable } from '@nestjs/common';
import type { Folding, Outcome, Within } from '../dispatch/reaction.js';
import type { Decided, EpisodeEvent, Run } from './decide-run.js';
import { decideRun, standingOf } from './decide-run.js';
import type { GroupEpisodes } from './group-episodes.js';
import { loadEpisodes, reasonsFor } from './group-episodes.js';
import { openAlert, withdrawAlert } from './open-alert.js';

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
    const subject = { siteId: group.site_id, groupId: group.group_id, programmeId: null };
    for (const { cause, because: why } of withdraw) {
      const id = group.open.find((episode) => episode.cause === cause)?.id ?? '';
      await withdrawAlert(because, { ...subject, id, cause, because: why }, within);
    }
    for (const cause of open) {
      const reasons = reasonsFor({ cause, byMarks: byMarks.includes(cause) }, group.reasons);
      const inHand = cause === 'at-risk' ? takenBefore(group, withdraw) : undefined;
      await openAlert(because, { ...subject, cause, reasons, inHand }, within);
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

/** Whoever has a fading group in hand has it in hand when it is at risk: nobody is called anew. */
function takenBefore({ open }: GroupEpisodes, withdraw: Decided['withdraw']) {
  const superseded = withdraw.find(({ because }) => because === 'superseded');
  const before = superseded && open.find(({ cause }) => cause === superseded.cause);
  return before?.takenAt ? { by: before.takenBy, at: before.takenAt } : undefined;
}
