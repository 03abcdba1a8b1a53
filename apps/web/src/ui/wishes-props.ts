import type { WishesChange, WishesView } from '@followon/shared/contract/wishes';
import type { Speaking } from './wishes-words.js';

/** What each part of the page of somebody's messages is given. */
export interface WishesFormProps {
  readonly wishes: WishesView;
  readonly busy: boolean;
  /** What was changed is kept: said beside it, since there is no button to press. */
  readonly saved: boolean;
  readonly trouble: string | undefined;
  /** What was said last and is not kept can be kept after all. */
  readonly onAgain?: (() => void) | undefined;
  readonly speaking: Speaking;
  /** Why whoever reads cannot start again what was stopped, in the place of the button. */
  readonly noWayBack?: string | undefined;
  readonly onChange: (change: WishesChange) => void;
}
