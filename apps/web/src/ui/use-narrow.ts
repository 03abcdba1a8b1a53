import { useSyncExternalStore } from 'react';

/** The width under which tables become cards, as in the styles. */
const NARROW = '(max-width: 640px)';

function watch(told: () => void): () => void {
  const narrow = globalThis.matchMedia?.(NARROW);
  narrow?.addEventListener('change', told);
  return () => narrow?.removeEventListener('change', told);
}

/** Whether the page stands on a phone: for drawings that must hold less there, not for layout. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(watch, () => globalThis.matchMedia?.(NARROW).matches ?? false);
