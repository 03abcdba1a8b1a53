import { useCallback, useEffect, useRef, type ReactNode } from 'react';

interface FocusHereProps {
  readonly className?: string;
  /** The words of the question asked here, for a group of answers. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** Takes the focus when it appears: where the eye goes after an act, the keyboard and the voice go too. */
export function FocusHere({ className = '', label, children }: FocusHereProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  const group = label === undefined ? {} : ({ role: 'group', 'aria-label': label } as const);
  return (
    <div className={`fo-here ${className}`.trim()} ref={place} tabIndex={-1} {...group}>
      {children}
    </div>
  );
}

/**
 * A place that stays while an act changes what is in it: `stay` keeps the focus there when the button that was used goes.
 * Where the place itself goes with the focus in it (it leaves a list), the page's name takes the focus.
 */
export function useStay<E extends HTMLElement>() {
  const place = useRef<E>(null);
  const ref = useCallback((here: E) => {
    place.current = here;
    return () => {
      place.current = null;
      if (here.contains(document.activeElement)) focusHeading();
    };
  }, []);
  const stay = useCallback(() => place.current?.focus({ preventScroll: true }), []);
  return { here: { ref, tabIndex: -1 } as const, stay };
}

/** To a part of this page by its heading, for a link that leads there; nothing while the part is on another page. */
export const focusPart = (id: string): void => document.getElementById(id)?.focus();

/** Back to the page's name, when what was acted on has gone. */
export const focusHeading = (): void => document.querySelector<HTMLElement>('h1')?.focus();
