import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { json } from 'express';
import { AppModule } from './app.module.js';
import type { Env } from './env.js';
import { serveDashboard } from './http/dashboard.js';
import { answerHeaders, securityHeaders } from './http/headers.js';
import { onlyJson } from './http/only-json.js';
import { serveOpenApi } from './http/open-api.js';
import { requestId } from './http/request-id.js';
import { readWebhookBody } from './webhooks/raw-body.js';

const LARGEST_BODY = '1mb';

/** The whole API, ready to listen; tests start it the same way. */
export async function createApp(env: Env): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(env), {
    bodyParser: false,
    forceCloseConnections: true,
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  app.set('trust proxy', env.TRUSTED_PROXIES);
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(requestId, securityHeaders, answerHeaders, onlyJson);
  app.use('/api/webhooks', readWebhookBody);
  app.use(json({ limit: LARGEST_BODY, strict: true, type: ['application/json', 'application/*+json'] }));
  app.use((request: Request, _response: Response, next: NextFunction) => {
    request.body ??= {};
    next();
  });
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready', 'metrics'] });
  serveOpenApi(app);
  serveDashboard(app, env.WEB_ROOT);
  app.enableShutdownHooks();
  return app;
}
