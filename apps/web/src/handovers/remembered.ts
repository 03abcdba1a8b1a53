import { useState } from 'react';

function read<T>(place: string, otherwise: T): T {
  try {
    const kept = localStorage.getItem(place);
    return kept === null ? otherwise : (JSON.parse(kept) as T);
  } catch {
    return otherwise;
  }
}

/** State that this device remembers: how somebody likes the screen, and where they stopped. Never whose it is. */
export function useRemembered<T>(place: string, otherwise: T): readonly [T, (next: T) => void] {
  const [value, setValue] = useState(() => read(place, otherwise));
  const remember = (next: T) => {
    setValue(next);
    try {
      if (next === otherwise) localStorage.removeItem(place);
      else localStorage.setItem(place, JSON.stringify(next));
    } catch {
      // A device that keeps nothing still works; it only forgets.
    }
  };
  return [value, remember];
}
