import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { PUBLIC_IN_DOCUMENT } from '../auth/allows.js';

/** The document at `/api/docs-json`, made from the same schemas that check the requests; readable without signing in. */
export function serveOpenApi(app: INestApplication): void {
  const config = new DocumentBuilder()
    .setTitle('Followon')
    .setDescription(
      'Keeps patient-led peer support groups alive. Writes need a same-origin Origin or the header X-Requested-With: followon.',
    )
    .setVersion('1')
    .addCookieAuth('__Host-followon')
    .addSecurityRequirements('cookie')
    .build();
  SwaggerModule.setup('api/docs', app, () => withOpenRoutes(SwaggerModule.createDocument(app, config)), {
    jsonDocumentUrl: 'api/docs-json',
  });
}

type Operation = { security?: unknown[] } & Record<string, unknown>;

/** Routes are behind the session cookie unless they say otherwise. */
function withOpenRoutes(document: OpenAPIObject): OpenAPIObject {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path) as Operation[]);
  for (const operation of operations) {
    if (operation[PUBLIC_IN_DOCUMENT] !== true) continue;
    delete operation[PUBLIC_IN_DOCUMENT];
    operation.security = [];
  }
  return document;
}
