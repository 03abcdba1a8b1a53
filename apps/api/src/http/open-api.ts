import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** The document at `/api/docs-json`, made from the same schemas that check the requests; readable without signing in. */
export function serveOpenApi(app: INestApplication): void {
  const config = new DocumentBuilder()
    .setTitle('Followon')
    .setDescription(
      'Keeps patient-led peer support groups alive. Writes need a same-origin Origin or the header X-Requested-With: followon.',
    )
    .setVersion('1')
    .addCookieAuth('__Host-followon')
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, config), {
    jsonDocumentUrl: 'api/docs-json',
  });
}
