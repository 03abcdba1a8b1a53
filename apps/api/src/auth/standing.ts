import type { Role } from '@followon/shared/contract/session';
import type { Subject } from '@followon/shared/rules/access/policy';
import { goesOnIn } from '@followon/shared/db/handovers/group-of';
import { isStarting } from '@followon/shared/rules/group/first-people';
import { Injectable } from '@nestjs/common';
import { notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import { isClinicianOf, isContactFor, kindsHeldAfter, kindsHeldIn, volunteersFor } from './own.js';

/** How the signed-in person stands to one record, as the policy table asks it. */
export type Standing = Subject & {
  /** Which record; a link is good for one only, and for none that does not say. */
  readonly id?: string;
};

const roleOfKind = (kind: string): Role => (kind === 'ptv' ? 'volunteer' : 'contact');

interface Row {
  readonly siteId: string;
  /** Kinds of the group roles that the reader holds now. */
  readonly kinds: readonly string[];
}

/**
 * `asked`: a patient tutor volunteer to whom the group gave the role may write down its meetings. For lists, which
 * read the kinds of every group in one query.
 */
export const standingOf = ({ siteId, kinds }: Row): Standing => ({
  siteId,
  own: kinds.length > 0,
  ownAs: kinds.map(roleOfKind),
  asked: kinds.includes('ptv'),
});

/** Of a group, the programmes that it comes out of, and how the reader ($1) stands to each. */
const STARTS = `
  select g.site_id as "siteId", exists (select from group_role c where c.group_id = g.id and c.kind = 'contact' and c.until_on is null) as "hasContact",
    coalesce(bool_or(h.signed_off_at is null and ${isClinicianOf()}), false) as clinician,
    coalesce(bool_or(${volunteersFor()}), false) as volunteer,
    coalesce(bool_and(h.signed_off_at is not null) filter (where ${isClinicianOf()} or ${volunteersFor()}), true) as "signedOff"
  from follow_on_group g left join handover h on ${goesOnIn('g.id')} and h.state in ('open', 'signed-off', 'accepted')
    left join programme p on p.id = h.programme_id
  where g.id = $2 and g.state not in ('closed', 'closed-well', 'merged') group by g.id`;

interface StartRow {
  readonly siteId: string;
  readonly hasContact: boolean;
  readonly clinician: boolean;
  readonly volunteer: boolean;
  readonly signedOff: boolean;
}

/** Reads standings inside the request's transaction, so the row-level wall has already hidden foreign sites. */
@Injectable()
export class Standings {
  constructor(private readonly work: Work) {}

  /** @throws Refusal 404 */
  async ofGroup(groupId: string): Promise<Standing> {
    const { accountId, link } = this.work.who;
    const held = kindsHeldIn('g.id', link?.memberId ? 'member_id' : 'account_id');
    const [row]: Row[] = await this.work.manager.query(
      `select g.site_id as "siteId", mine.kinds from follow_on_group g ${held} where g.id = $2`,
      [link?.memberId ?? accountId, groupId],
    );
    if (!row) throw notFound();
    return { ...standingOf(row), id: groupId };
  }

  /**
   * As to a group that went on in another one: the people of that one may look back. Never for anything that changes a
   * group or names a person, and never by a link.
   * @throws Refusal 404
   */
  async ofGroupAfter(groupId: string): Promise<Standing> {
    const { accountId, link } = this.work.who;
    if (link) return this.ofGroup(groupId);
    const [row]: Row[] = await this.work.manager.query(
      `select g.site_id as "siteId", mine.kinds from follow_on_group g ${kindsHeldAfter('g.id')} where g.id = $2`,
      [accountId, groupId],
    );
    if (!row) throw notFound();
    return { ...standingOf(row), id: groupId };
  }

  /**
   * As to a group that a programme forms: whoever is with that programme helps it to its first people. Where two programmes
   * form one group, each clinician has her own sign-off.
   * @throws Refusal 404
   */
  async ofStart(groupId: string): Promise<Standing> {
    const [row]: StartRow[] = await this.work.manager.query(STARTS, [this.work.who.accountId, groupId]);
    if (!row) throw notFound();
    const { siteId, signedOff } = row;
    const ownAs = (['clinician', 'volunteer'] as const).filter((role) => row[role]);
    return { id: groupId, siteId, own: ownAs.length > 0, ownAs, signedOff, starting: isStarting(row) };
  }

  /** @throws Refusal 404 */
  async ofProgramme(programmeId: string): Promise<Standing & { readonly signedOff: boolean }> {
    const [row]: {
      siteId: string;
      clinician: boolean;
      volunteer: boolean;
      contact: boolean;
      signedOff: boolean;
    }[] = await this.work.manager.query(
      `select p.site_id as "siteId", ${isClinicianOf()} as clinician, ${volunteersFor()} as volunteer,
           ${isContactFor()} as contact,
           coalesce(h.signed_off_at is not null or h.state = 'declined', false) as "signedOff"
         from programme p left join handover h on h.programme_id = p.id where p.id = $2`,
      [this.work.who.accountId, programmeId],
    );
    if (!row) throw notFound();
    const ownAs = (['clinician', 'volunteer', 'contact'] as const).filter((role) => row[role]);
    return { id: programmeId, siteId: row.siteId, own: ownAs.length > 0, ownAs, signedOff: row.signedOff };
  }
}
