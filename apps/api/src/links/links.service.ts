import type { ActByLink, LinkView } from '@followon/shared/contract/links';
import { inWhichLanguages } from '@followon/shared/rules/nudge/in-which-languages';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { SignedIn } from '../auth/signed-in.js';
import { NOBODY } from '../auth/signed-in.js';
import { Refusal } from '../http/problem.js';
import { Units } from '../work/units.js';
import { Work } from '../work/work.js';
import type { FoundLink } from './found-link.js';
import type { LinkActing } from './link-acting.js';
import { linkActions } from './link-actions/registry.js';
import { LinkFinder, unknownLink } from './link-finder.js';
import { usedLink } from './link-used.js';
import { LinkUses } from './link-uses.js';

/** Doing one thing without signing in (docs/decisions/0020). */
@Injectable()
export class LinksService {
  constructor(
    private readonly work: Work,
    private readonly units: Units,
    private readonly finder: LinkFinder,
    private readonly uses: LinkUses,
    private readonly modules: ModuleRef,
  ) {}

  /** What the link is for and how things stand; changes nothing. @throws Refusal 404, 429 */
  async open(token: string, address: string): Promise<LinkView> {
    const link = await this.finder.find(token, address);
    const acting = this.acting(link);
    return this.as(link, acting, async () => {
      const use = await this.uses.read(link.id);
      if (!use) throw unknownLink();
      return this.view(link, await acting.open(link.subjectId, use));
    });
  }

  /**
   * Does it, and answers how things stand then. What somebody else has settled meanwhile is left alone.
   * @throws Refusal 404, 429; 410 when it was used before; 400, 409 as the signed-in way to do it
   */
  async act({ token, ...said }: ActByLink, address: string): Promise<LinkView> {
    const link = await this.finder.find(token, address);
    const acting = this.acting(link);
    const body = acting.body.parse(said);
    return this.as(link, acting, async () => {
      const use = await this.uses.lock(link.id);
      if (!use) throw unknownLink();
      const before = await acting.open(link.subjectId, use);
      if (use.usesLeft === 0 && !acting.afterUse(body, before)) throw usedLink(before);
      if (before.state === 'no-longer-needed') return this.view(link, before);
      await this.uses.note(link.id, await acting.act(link.subjectId, body));
      const now = (await this.uses.read(link.id)) ?? use;
      return this.view(link, await acting.open(link.subjectId, now));
    });
  }

  private acting({ action }: FoundLink): LinkActing {
    return this.modules.get<LinkActing>(linkActions[action], { strict: false });
  }

  /** Refused looks like wrong: a link tells nobody that its record exists but whoever may act on it. */
  private async as<T>(link: FoundLink, acting: LinkActing, handle: () => Promise<T>): Promise<T> {
    if (!acting.forAnybody && link.roles.length === 0) throw unknownLink();
    try {
      return await this.units.run({ who: holderOf(link, acting), command: undefined, handle });
    } catch (error) {
      throw error instanceof Refusal && error.kind === 'not-found' ? unknownLink() : error;
    }
  }

  private view(
    { action, chosen, country }: FoundLink,
    opened: Awaited<ReturnType<LinkActing['open']>>,
  ): LinkView {
    const [language] = inWhichLanguages(chosen, country);
    return { action, ...opened, language, now: this.work.now().toISOString() };
  }
}

/** Whoever a link stands for, with its right and no other. */
export function holderOf(link: FoundLink, { permits, forAnybody = false }: LinkActing): SignedIn {
  const { id, siteId, subjectId, accountId, memberId, roles } = link;
  return {
    accountId: accountId ?? NOBODY,
    displayName: '',
    sessionId: id,
    memberships: roles.map((role) => ({ siteId, siteName: '', role })),
    link: { linkId: id, siteId, subjectId, permits, memberId: accountId ? null : memberId, forAnybody },
  };
}
