import type { Request, Response } from 'express';
import type { SentFeed } from './calendar-feeds.service.js';

/** Programs ask again and again: what they have already is not sent anew. Kept by nobody on the way. */
export function sendFeed({ text, tag }: SentFeed, request: Request, response: Response): void {
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('ETag', tag);
  response.setHeader('X-Robots-Tag', 'noindex');
  if (holds(request.header('if-none-match'), tag)) {
    response.status(304).end();
    return;
  }
  response
    .status(200)
    .setHeader('Content-Disposition', 'inline; filename="calendar.ics"')
    .type('text/calendar; charset=utf-8')
    .send(text);
}

const holds = (known: string | undefined, tag: string): boolean =>
  known !== undefined && known.split(',').some((one) => ['*', tag, tag.slice(2)].includes(one.trim()));
