import type { Acting } from './use-link.js';

/** Why something was not done, where the reader looks. */
export function Trouble({ acting: { trouble } }: { readonly acting: Acting }) {
  if (!trouble) return null;
  return (
    // What the server says, it says in English.
    <p className="fo-task__trouble" role="alert" lang="en">
      {trouble}
    </p>
  );
}
