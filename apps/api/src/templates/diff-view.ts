import type { ListDiffView } from '@followon/shared/contract/templates';
import type { TemplateDiff } from '@followon/shared/rules/handover/diff-template';

const named = ({ key, title }: { readonly key: string; readonly title: string }) => ({ key, title });

export const diffView = ({
  added,
  dropped,
  reworded,
  moved,
  regiven,
  settled,
}: TemplateDiff): ListDiffView => ({
  added: added.map(named),
  dropped: dropped.map(named),
  reworded: reworded.map(({ from, to }) => ({ ...named(to), titleBefore: from.title })),
  moved: moved.map(({ from, to }) => ({
    ...named(to),
    ...{ daysBefore: from.dueOffsetDays, days: to.dueOffsetDays, anchor: to.anchor },
  })),
  regiven: regiven.map(({ from, to }) => ({
    ...named(to),
    ...{ ownerBefore: from.ownerRole, owner: to.ownerRole },
  })),
  settled,
});
