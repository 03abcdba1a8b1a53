import { createHash, createHmac } from 'node:crypto';

/**
 * A link's token is derived from its id and the installation's secret instead of being kept: the database holds its hash
 * alone, and a message that is handed over again carries the same link (docs/decisions/0020).
 * @param secret 64 hexadecimal digits
 * @returns 256 bits as 43 characters that need no escaping
 */
export const linkToken = (secret: string, linkId: string): string =>
  createHmac('sha256', Buffer.from(secret, 'hex')).update(`link-token:${linkId}`).digest('base64url');

export const linkTokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Where a link leads. The token is in the fragment, which no browser sends to a server or in a Referer. */
export const linkPath = (token: string): string => `/l#${token}`;

/** For `List-Unsubscribe`, with the token of a `stop` link: mail programs post to it by themselves (RFC 8058). */
export const unsubscribePath = (token: string): string => `/api/unsubscribe/${token}`;

/** Where calendars read theirs. Programs that fetch a calendar know no fragment, so here the token is in the path. */
export const calendarPath = (token: string): string => `/api/calendar/${token}.ics`;
