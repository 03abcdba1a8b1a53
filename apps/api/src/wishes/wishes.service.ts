import type { AccessNeeds, WishesChange, WishesView } from '@followon/shared/contract/wishes';
import { wishFormats } from '@followon/shared/rules/nudge/facts';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { checkVersion } from '../http/etag.js';
import { Work } from '../work/work.js';
import { WhoseWishes } from './whose-wishes.js';
import { WishKeeper } from './wish-keeper.js';

/** Living members, and whoever has a role at the site, each person once. */
const NEEDS = `
  select w.format, w.language, count(distinct w.person_id)::int as people from message_wish w
  where w.account_id in (select s.account_id from membership s where s.site_id = $1)
    or w.member_id in (select m.id from member m where m.site_id = $1 and m.left_on is null)
    or w.account_id in (select m.account_id from member m where m.site_id = $1 and m.left_on is null)
  group by w.format, w.language`;

interface NeedRow {
  readonly format: string;
  readonly language: string | null;
  readonly people: number;
}

@Injectable()
export class WishesService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly whose: WhoseWishes,
    private readonly wishes: WishKeeper,
  ) {}

  async own(): Promise<WishesView> {
    return this.wishes.view(await this.whose.ofReader());
  }

  /** @throws Refusal 428, 412; 400 for a pause that is too long, or no day left */
  async change(change: WishesChange, version: number | undefined): Promise<WishesView> {
    const whose = await this.whose.ofReader();
    await this.wishes.change(whose, {
      ...{ change, by: 'self' },
      check: (kept) => checkVersion(kept.version, version),
    });
    return this.wishes.view(whose);
  }

  /** How many people need another form, so that paper and people are there for them. @throws Refusal 404 */
  async needs(siteId: string): Promise<AccessNeeds> {
    this.access.require('settle-deliveries', { siteId, own: false });
    const rows: NeedRow[] = await this.work.manager.query(NEEDS, [siteId]);
    const count = (some: readonly NeedRow[]) => some.reduce((sum, { people }) => sum + people, 0);
    return {
      siteId,
      formats: wishFormats
        .filter((format) => format !== 'standard')
        .map((format) => ({ format, people: count(rows.filter((row) => row.format === format)) })),
      welsh: count(rows.filter(({ language }) => language === 'cy')),
    };
  }
}
