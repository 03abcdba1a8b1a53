import type { Response } from 'express';

/** Mails carry their own styles. Nothing of it runs, is fetched, or leads away, also when it is opened by itself. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin";

/** Links open elsewhere, and elsewhere is not allowed: so none of them does anything. */
const withDeadLinks = (html: string): string => html.replace('<head>', '<head><base target="_blank">');

export function sendMail(html: string, response: Response): void {
  response.setHeader('Content-Security-Policy', MAIL_POLICY);
  response.type('html').send(withDeadLinks(html));
}
