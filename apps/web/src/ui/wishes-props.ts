import type { MemberWishesView } from '@followon/shared/contract/member-wishes';
import type { WishesChange, WishesView } from '@followon/shared/contract/wishes';
import type { Speaking } from './wishes-words.js';

type TheirOwn = MemberWishesView['own'] & { readonly words: string };

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
  /** Of somebody else: what they said themselves, and the words that say so in the place of a button or beside a tick. */
  readonly theirOwn?: TheirOwn;
  readonly onChange: (change: WishesChange) => void;
}
