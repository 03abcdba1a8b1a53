import { Fragment, useSyncExternalStore, type ReactNode } from 'react';
import { languages, speak, spoken, type Language } from '../i18n.js';

const KEPT = 'followon.language';
const listeners = new Set<() => void>();

/** The language chosen in this browser before; English where nothing was, or where nothing can be kept. */
function remembered(): Language {
  try {
    const kept = localStorage.getItem(KEPT);
    return languages.find((language) => language === kept) ?? 'en';
  } catch {
    return 'en';
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

/** Before the first page is drawn; a language that cannot be fetched is no reason to show nothing. */
export async function speakAsRemembered(): Promise<void> {
  const language = remembered();
  if (language !== 'en') await speak(language).catch(() => undefined);
}

let drawnAnew = false;

/** Asked once after a choice: the page was drawn anew, and the focus belongs back on what was pressed. */
export function isDrawnAnew(): boolean {
  const was = drawnAnew;
  drawnAnew = false;
  return was;
}

/** Throws when the words cannot be fetched; then nothing has changed. */
export async function choose(language: Language): Promise<void> {
  await speak(language);
  remember(language);
  drawnAnew = true;
  for (const listener of listeners) listener();
}

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Draws everything below anew when another language is chosen. */
export function InLanguage({ children }: { readonly children: ReactNode }) {
  return <Fragment key={useSyncExternalStore(listen, spoken)}>{children}</Fragment>;
}
