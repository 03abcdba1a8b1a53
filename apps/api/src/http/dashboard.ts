import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NextFunction, Request, Response } from 'express';
import { static as serveStatic } from 'express';
import type { NestExpressApplication } from '@nestjs/platform-express';

const ANSWERED_ELSEWHERE = /^\/(api|health|metrics)(\/|$)/;

/** Serves the built dashboard: hashed assets for a year, the page itself never from a cache. */
export function serveDashboard(app: NestExpressApplication, root: string | undefined): void {
  if (!root || !existsSync(join(root, 'index.html'))) return;
  app.use(
    '/assets',
    serveStatic(join(root, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false, index: false }),
  );
  app.use(serveStatic(root, { index: false, maxAge: '1h' }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' || ANSWERED_ELSEWHERE.test(request.path)) return next();
    response.setHeader('Cache-Control', 'no-store');
    response.sendFile(join(root, 'index.html'));
  });
}
