import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

const Announce = createContext<(words: string) => void>(() => undefined);

/** Says what happened, politely, to people who do not see it happen. */
export const useAnnounce = () => useContext(Announce);

/** One polite live region for the whole page; the same words twice are said twice. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, say] = useState({ words: '', turn: 0 });
  const announce = useCallback((words: string) => say(({ turn }) => ({ words, turn: turn + 1 })), []);
  const context = useMemo(() => announce, [announce]);
  return (
    <Announce value={context}>
      {children}
      <div className="nhsuk-u-visually-hidden" role="status" aria-live="polite">
        <span key={said.turn}>{said.words}</span>
      </div>
    </Announce>
  );
}
