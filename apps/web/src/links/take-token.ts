let taken: string | undefined;

/**
 * The link's token, from the part of the address that no browser sends anywhere. It leaves the address bar at once, so
 * that neither the history nor somebody looking over a shoulder keeps it; only this page's memory does.
 */
export function takeToken(): string | undefined {
  const found = window.location.hash.slice(1);
  if (found !== '') {
    taken = found;
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }
  return taken;
}
