import { useEffect, useSyncExternalStore } from 'react';
import type { LinkView } from '@followon/shared/contract/links';
import { pageLanguage, speakPage, type Language } from '../i18n.js';
import { isWorded } from '../ui/task-words.js';

const listeners = new Set<() => void>();
const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** What the reader of this page chose by hand counts for more than what their message was in. */
let byHand = false;

let isOffered = false;
/** The way to the other language, and back: from when a page was in Welsh, or nobody knows what its reader speaks. */
export const useIsChoiceOffered = (): boolean => useSyncExternalStore(listen, () => isOffered);

const tell = () => {
  for (const listener of listeners) listener();
};

/** For a page whose message, and with it the language, is not known. */
export function offerChoice(): void {
  isOffered = true;
  tell();
}

async function take(language: Language): Promise<void> {
  await speakPage(language);
  isOffered ||= language === 'cy';
  tell();
}

/** Throws where the words cannot be fetched; then nothing has changed. It is for this page, and kept nowhere. */
export async function chooseByHand(language: Language): Promise<void> {
  byHand = true;
  await take(language);
}

/** The language of a page that a link opens; whoever asks is drawn again when it changes. */
export const usePageLanguage = (): Language => useSyncExternalStore(listen, pageLanguage);

/** A task that somebody worded for a site, or that has no Welsh, is not half in each: its page is in English. */
const hasOnlyEnglish = ({ action, subject: { key, title } }: LinkView): boolean =>
  action === 'tick-task' && title !== '' && !isWorded(key);

const languageOf = (link: LinkView): Language => (hasOnlyEnglish(link) ? 'en' : (link.language ?? 'en'));

/** Turns the page into the language of the message; false while its words are on their way. */
export function useLanguageOf(link: LinkView | undefined): boolean {
  const spoken = usePageLanguage();
  const wanted = link && !byHand ? languageOf(link) : spoken;
  useEffect(() => {
    // Words that cannot be fetched are no reason to show nothing: then it is the page in English.
    if (wanted !== spoken) void take(wanted).catch(() => chooseByHand(spoken));
  }, [wanted, spoken]);
  return wanted === spoken;
}
