import { SessionView, SignIn } from '@followon/shared/contract/session';
import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Work } from '../work/work.js';
import { Allows, Public } from './allows.js';
import { clearSessionCookie, sessionToken, setSessionCookie } from './session-cookie.js';
import { SessionViews } from './session-views.js';
import { Sessions } from './sessions.js';
import { SignInService } from './sign-in.js';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: Sessions,
    private readonly views: SessionViews,
    private readonly work: Work,
  ) {}

  /** Signs in by password. A session that came with the request is ended: no token outlives a sign-in. */
  @Post()
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: SessionView })
  async signIn(
    @Body({ schema: SignIn }) body: SignIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const old = sessionToken(request);
    const { token, who } = await this.signIns.signIn(body, request.ip ?? 'unknown');
    if (old) await this.sessions.end(old);
    setSessionCookie(response, token);
    return this.views.freshly(who);
  }

  @Get()
  @Allows('see-session')
  @ApiOkResponse({ standardSchema: SessionView })
  who(): Promise<SessionView> {
    return this.views.of(this.work.who);
  }

  @Delete()
  @Public()
  @HttpCode(204)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = sessionToken(request);
    if (token) await this.sessions.end(token);
    clearSessionCookie(response);
    response.setHeader('Clear-Site-Data', '"cache", "cookies", "storage"');
  }
}
