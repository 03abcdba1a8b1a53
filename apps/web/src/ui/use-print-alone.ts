import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const ANY_ACT = ['pointerdown', 'keydown', 'click'] as const;

/**
 * Prints one part of a page alone: `isAlone` marks it (`fo-alone`) from the press until the reader does anything else here.
 * Not until `afterprint`: some phones say that before they have drawn the sheet.
 */
export function usePrintAlone() {
  const [isAlone, setAlone] = useState(false);
  useEffect(() => {
    if (!isAlone) return undefined;
    const acted = new AbortController();
    for (const act of ANY_ACT)
      document.addEventListener(act, () => setAlone(false), { capture: true, signal: acted.signal });
    return () => acted.abort();
  }, [isAlone]);
  const print = () => {
    flushSync(() => setAlone(true));
    window.print();
  };
  return { isAlone, print };
}
