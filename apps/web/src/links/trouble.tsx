import type { Acting } from './use-link.js';

/** Why something was not done, where the reader looks. */
export function Trouble({ acting: { trouble } }: { readonly acting: Acting }) {
  if (!trouble) return null;
  return (
    <p className="fo-task__trouble" role="alert">
      {trouble}
    </p>
  );
}
