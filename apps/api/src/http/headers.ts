import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

/** Nothing from elsewhere, nothing inline; the documentation page of the API is the one that needs styles of its own. */
export const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      // Mails that are looked at before they are sent: each brings a policy of its own.
      frameSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
});

const DOCS_POLICY =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

/** Answers of the API are about people's groups: no cache keeps them. */
export function answerHeaders(request: Request, response: Response, next: NextFunction): void {
  if (request.path.startsWith('/api')) response.setHeader('Cache-Control', 'no-store');
  if (request.path.startsWith('/api/docs')) response.setHeader('Content-Security-Policy', DOCS_POLICY);
  next();
}
