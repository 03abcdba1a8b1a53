import type { WishesChange, WishesView } from '@followon/shared/contract/wishes';

/** What each part of the page of somebody's messages is given. */
export interface WishesFormProps {
  readonly wishes: WishesView;
  readonly busy: boolean;
  /** What was changed is kept: said beside it, since there is no button to press. */
  readonly saved: boolean;
  readonly trouble: string | undefined;
  readonly onChange: (change: WishesChange) => void;
}
