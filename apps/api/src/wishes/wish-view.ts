import type { WishesView } from '@followon/shared/contract/wishes';
import type { KeptWishes } from '@followon/shared/db/wishes/read-wishes';
import type { Audience } from '@followon/shared/rules/nudge/nudge';
import { wishChannels } from '@followon/shared/rules/nudge/facts';
import { isChannelWanted, isPurposeWanted, purposesFor } from '@followon/shared/rules/nudge/wish-purposes';

interface Looking {
  readonly capacities: readonly Audience[];
  readonly today: string;
}

/** What is over is not shown any more: a bad day of last week, a pause that has ended. */
export function viewOf(kept: KeptWishes, { capacities, today }: Looking): WishesView {
  const { wishes, version, consents, addresses, onTheList } = kept;
  const { language, format, hours, quietWeekdays, badUntil, pausedUntil, stoppedAt } = wishes;
  const said = { consents, capacities, onTheList };
  return {
    version,
    purposes: purposesFor(capacities).map((purpose) => ({
      purpose,
      wants: isPurposeWanted(purpose, said),
    })),
    channels: wishChannels.map((channel) => ({ channel, wants: isChannelWanted(channel, consents) })),
    ...{ language, format, hours, quietWeekdays: [...quietWeekdays] },
    badUntil: badUntil !== null && badUntil >= today ? badUntil : null,
    pausedUntil: pausedUntil !== null && pausedUntil > today ? pausedUntil : null,
    stoppedAt: stoppedAt?.toISOString() ?? null,
    addresses: addresses.map(({ channel, addedAt, brokenAt }) => ({
      ...{ channel, addedAt: addedAt.toISOString() },
      isBroken: brokenAt !== null,
    })),
    today,
  };
}
