import type { ButtonHTMLAttributes } from 'react';

type Kind = 'primary' | 'secondary' | 'quiet';

/** A button says what it does, in words; `busy` keeps its place and its words while the server answers. */
export function Button(
  props: ButtonHTMLAttributes<HTMLButtonElement> & { readonly kind?: Kind; readonly busy?: boolean },
) {
  const { kind = 'primary', busy = false, className = '', type = 'button', ...rest } = props;
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
      className={`nhsuk-button fo-button fo-button--${kind} ${className}`.trim()}
    />
  );
}
