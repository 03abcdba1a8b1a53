import type { HandoverTaskView } from '@followon/shared/contract/handovers';

/** An open ring, a filled one with a tick, a heavy one when late: the same ring as the mark's open place. */
export function CheckSign({ state }: { readonly state: HandoverTaskView['state'] }) {
  const done = state === 'done' || state === 'not-applicable';
  return (
    <svg
      className={`fo-check__sign fo-check__sign--${state}`}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="12" cy="12" r="10" />
      {done ? <path d="M7 12.5l3.4 3.4L17 8.8" /> : null}
    </svg>
  );
}
