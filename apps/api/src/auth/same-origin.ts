import type { Request } from 'express';

/**
 * True when a write comes from our own pages (same-origin `Origin`) or from a program that sends our header, which
 * another site's page cannot add without asking first.
 */
export function isFromHere(request: Request): boolean {
  if (request.header('x-requested-with') === 'followon') return true;
  const origin = request.header('origin');
  if (!origin || !URL.canParse(origin)) return false;
  return new URL(origin).host === request.header('host');
}
