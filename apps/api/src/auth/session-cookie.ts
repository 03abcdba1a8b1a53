import type { CookieOptions, Request, Response } from 'express';

/** `__Host-`: browsers keep it only when it is Secure, for this host alone and for every path. */
const NAME = '__Host-followon';
const TOKEN = new RegExp(`(?:^|;\\s*)${NAME}=([A-Za-z0-9_-]{43})(?:;|$)`);
const attributes: CookieOptions = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' };

export const sessionToken = (request: Request): string | undefined =>
  TOKEN.exec(request.header('cookie') ?? '')?.[1];

export const setSessionCookie = (response: Response, token: string): void =>
  void response.cookie(NAME, token, attributes);

export const clearSessionCookie = (response: Response): void => void response.clearCookie(NAME, attributes);
