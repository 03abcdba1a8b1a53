import { Controller, Req, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { Allows, OwnTransactions } from '../auth/allows.js';
import { sessionToken } from '../auth/session-cookie.js';
import type { ServerSent } from './live.service.js';
import { LiveService } from './live.service.js';

@ApiTags('live')
@Controller('live')
export class LiveController {
  constructor(private readonly live: LiveService) {}

  /** Server-sent events: which programme, group or site has changed. Holds no database connection. At most 5 a session. */
  @Sse()
  @Allows('see-live')
  @OwnTransactions()
  stream(@Req() request: Request): Observable<ServerSent> {
    return this.live.stream(sessionToken(request) ?? '');
  }
}
