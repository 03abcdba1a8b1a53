import type { MergeView } from '@followon/shared/contract/merges';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { UNDO_DAYS, whyNotUndo } from '@followon/shared/rules/group/merge';
import { Injectable } from '@nestjs/common';
import { Access } from '../../auth/access.js';
import { standingOf } from '../../auth/standing.js';
import { GroupWrites } from '../group-writes.js';
import type { MergeRow } from './merge-rows.js';

@Injectable()
export class MergeViews {
  constructor(
    private readonly access: Access,
    private readonly writes: GroupWrites,
  ) {}

  one(row: MergeRow): MergeView {
    const { id, siteId, state, newName, mergedOn, askedAt } = row;
    return {
      ...{ id, siteId, state, newName, mergedOn },
      from: { id: row.fromId, name: row.fromName },
      into: { id: row.intoId, name: row.intoName },
      askedAt: askedAt.toISOString(),
      undoUntil: state === 'merged' && mergedOn ? addDays(mergedOn, UNDO_DAYS) : null,
      may: this.mayOf(row),
    };
  }

  private mayOf({ siteId, state, mergedOn, intoState, ...row }: MergeRow): MergeView['may'] {
    const speaksFor = (kinds: readonly string[]) =>
      this.access.may('merge-groups', standingOf({ siteId, kinds }));
    const why = whyNotUndo({ state, mergedOn, today: this.writes.today(), into: intoState });
    return {
      answer: state === 'asked' && speaksFor(row.intoKinds),
      withdraw: state === 'asked' && speaksFor(row.fromKinds),
      undo: why === undefined && speaksFor(row.intoKinds),
    };
  }
}
