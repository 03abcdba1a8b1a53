import type { GroupView } from '@followon/shared/contract/groups';
import type { MessageKey } from '../i18n.js';

export const ways = ['break', 'join', 'again', 'goodbye'] as const;
export type Way = (typeof ways)[number];

interface Words {
  readonly title: MessageKey;
  readonly about: MessageKey;
}

export const WAY_WORDS: Readonly<Record<Way, Words>> = {
  break: { title: 'ways.break.title', about: 'ways.break.about' },
  join: { title: 'ways.join.title', about: 'ways.join.about' },
  again: { title: 'ways.again.title', about: 'ways.again.about' },
  goodbye: { title: 'ways.goodbye.title', about: 'ways.goodbye.about' },
};

/** The ways that are open to the group now, for somebody who may take them for it. */
export function openWays({ state, may }: Pick<GroupView, 'state' | 'may'>): readonly Way[] {
  const isOpen: Readonly<Record<Way, boolean>> = {
    again: may.restart ?? false,
    break: may.rest && state !== 'resting',
    join: may.merge ?? false,
    goodbye: may.close,
  };
  return (['again', 'break', 'join', 'goodbye'] as const).filter((way) => isOpen[way]);
}
