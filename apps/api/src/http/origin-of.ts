import type { Request } from 'express';

/** Where the asker's own browser found us: whoever sends another address gets a link that is good for nobody else. */
export function originOf(request: Request): string {
  const origin = request.header('origin');
  return origin && URL.canParse(origin) ? origin : `${request.protocol}://${request.header('host') ?? ''}`;
}
