import { useEffect, type RefObject } from 'react';

/** Long enough for what stands above to be fetched and drawn. */
const SETTLED_MS = 2_000;
const OWN_MOVES = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;

/** Moves the focus to the heading an address points at (`#id`) and keeps it in sight while the page is still growing above it, until the reader moves. */
export function useSought(part: RefObject<HTMLElement | null>, id: string): void {
  useEffect(() => {
    if (window.location.hash !== `#${id}`) return undefined;
    document.getElementById(id)?.focus({ preventScroll: true });
    if (!('ResizeObserver' in window)) return undefined;
    const grown = new ResizeObserver(() => part.current?.scrollIntoView());
    const stop = () => {
      grown.disconnect();
      clearTimeout(timer);
      for (const move of OWN_MOVES) window.removeEventListener(move, stop);
    };
    const timer = setTimeout(stop, SETTLED_MS);
    for (const move of OWN_MOVES) window.addEventListener(move, stop, { passive: true });
    grown.observe(document.body);
    return stop;
  }, [part, id]);
}
