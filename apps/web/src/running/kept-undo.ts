import type { ReassignView } from '@followon/shared/contract/reassign';
import { useEffect, useState } from 'react';
import { useSession } from '../api/session.js';

type Undo = NonNullable<ReassignView['undo']>;
type Kept = { readonly undo: Undo; readonly until: number };

/** As long as a tick may be taken back. */
const UNDO_MS = 10 * 60_000;

function read(place: string): Kept | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null') as Kept | null;
    return kept && kept.until > Date.now() ? kept : undefined;
  } catch {
    return undefined;
  }
}

function write(place: string, kept: Kept | undefined): void {
  try {
    if (kept) sessionStorage.setItem(place, JSON.stringify(kept));
    else sessionStorage.removeItem(place);
  } catch {
    // A tab that keeps nothing still works; it only forgets when it is loaded again.
  }
}

/** The way back of the last move, ids only: this tab keeps it for ten minutes, through a reload. */
export function useKeptUndo() {
  const place = `followon.move-undo.${useSession().accountId}`;
  const [kept, keep] = useState(() => read(place));
  useEffect(() => {
    if (!kept) return undefined;
    const timer = setTimeout(() => {
      keep(undefined);
      write(place, undefined);
    }, kept.until - Date.now());
    return () => clearTimeout(timer);
  }, [kept, place]);
  const keepUndo = (undo: Undo | null) => {
    const next = undo ? { undo, until: Date.now() + UNDO_MS } : undefined;
    keep(next);
    write(place, next);
  };
  return { undo: kept?.undo ?? null, keepUndo };
}
