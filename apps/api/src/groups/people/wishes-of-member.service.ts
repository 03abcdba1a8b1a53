import type { MemberWishesView } from '@followon/shared/contract/member-wishes';
import type { WishesChange, WishesView } from '@followon/shared/contract/wishes';
import { ownWordsOf } from '@followon/shared/db/wishes/own-words';
import type { KeptWishes } from '@followon/shared/db/wishes/read-wishes';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../auth/access.js';
import { Standings } from '../../auth/standing.js';
import { checkVersion } from '../../http/etag.js';
import { conflict, notFound } from '../../http/problem.js';
import { Work } from '../../work/work.js';
import type { Whose } from '../../wishes/wish-keeper.js';
import { WishKeeper } from '../../wishes/wish-keeper.js';

interface OfMember {
  readonly id: string;
  readonly memberId: string;
}

interface Row {
  readonly siteId: string;
  readonly accountId: string | null;
  readonly displayName: string | null;
  readonly groupName: string;
  readonly messagesOff: boolean;
  readonly hasEnded: boolean;
  readonly hasRole: boolean;
}

const MEMBER = `
  select m.site_id as "siteId", m.account_id as "accountId", m.display_name as "displayName", g.name as "groupName", g.messages_off as "messagesOff",
    g.closed_on is not null as "hasEnded",
    exists (select from group_role r where r.group_id = g.id and r.member_id = m.id and r.until_on is null) as "hasRole"
  from member m join follow_on_group g on g.id = m.group_id where g.id = $1 and m.id = $2 and m.left_on is null`;

/** What a member who does not sign in would like, as the contact person of their group writes down what they said. */
@Injectable()
export class WishesOfMember {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly wishes: WishKeeper,
  ) {}

  /** The look is written down. @throws Refusal 404 */
  async read(of: OfMember): Promise<MemberWishesView> {
    const row = await this.find(of);
    await this.audit.record({ what: 'wishes.read', siteId: row.siteId, subject: of.memberId });
    return this.view(of, row);
  }

  /** @throws Refusal 404, 428, 412; 400; 409 where it is not a contact person's to write, or their own word */
  async change(of: OfMember, change: WishesChange, version: number | undefined): Promise<MemberWishesView> {
    const row = await this.find(of);
    const closed = this.closed(row);
    if (closed) throw REFUSALS[closed]();
    await this.wishes.change(whoseOf(of, row), {
      ...{ change, by: 'contact' },
      check: (kept) => checkVersion(kept.version, version),
    });
    return this.view(of, row);
  }

  private async find({ id, memberId }: OfMember): Promise<Row> {
    this.access.require('write-contact-points', await this.standings.ofGroup(id));
    const [row]: Row[] = await this.work.manager.query(MEMBER, [id, memberId]);
    if (!row) throw notFound();
    return row;
  }

  /** Whoever signs in answers to their account's address and roles elsewhere: nobody but they may turn those. */
  private closed({ accountId, messagesOff, hasEnded }: Row): MemberWishesView['closed'] {
    if (hasEnded) return 'group-ended';
    if (accountId !== null) return accountId === this.work.who.accountId ? 'own' : 'signs-in';
    return messagesOff ? 'messages-off' : null;
  }

  private async view(of: OfMember, row: Row): Promise<MemberWishesView> {
    const closed = this.closed(row);
    const member = { id: of.memberId, displayName: row.displayName };
    const about = { member, group: { id: of.id, name: row.groupName }, closed };
    if (closed) return { ...about, wishes: null, own: nothingOwn, version: 0 };
    const whose = whoseOf(of, row);
    const wishes = await this.wishes.view(whose);
    const kept = await this.wishes.kept(whose);
    const own = ownOf(kept, wishes.today);
    return { ...about, wishes: asContactReads(wishes, kept), own, version: wishes.version };
  }
}

const nothingOwn: MemberWishesView['own'] = { stopped: false, paused: false, purposes: [], channels: [] };

const whoseOf = ({ memberId }: OfMember, { siteId, hasRole }: Row): Whose => ({
  person: { id: memberId, kind: 'member' },
  siteIds: [siteId],
  capacities: hasRole ? ['member', 'role-holder'] : ['member'],
});

/** A bad day is theirs to tell: it holds their messages, and nobody reads of it. */
function asContactReads(wishes: WishesView, { authors }: KeptWishes): WishesView {
  return { ...wishes, badUntil: authors.badBy === 'contact' ? wishes.badUntil : null };
}

function ownOf(kept: KeptWishes, today: string): MemberWishesView['own'] {
  const { stopped, paused, purposes, channels } = ownWordsOf(kept, today);
  return { stopped, paused, purposes: [...purposes], channels: [...channels] };
}

const REFUSALS = {
  'group-ended': () =>
    conflict('wishes.group-ended', 'The group has ended.', {
      detail: 'What its members said stays as they said it.',
    }),
  own: () => conflict('wishes.own', 'These are your own.', { detail: 'You choose them on “My messages”.' }),
  'signs-in': () =>
    conflict('wishes.signs-in', 'This person signs in and chooses for themselves.', {
      detail: 'They find it on “My messages”.',
    }),
  'messages-off': () =>
    conflict('wishes.messages-off', 'The group has switched all messages off.', {
      detail: 'Switch them on again on the group’s page, then write this down.',
    }),
};
