import { MemberFading } from '@followon/shared/rules/health/people/member-fading';
import type { RegisterLine } from '@followon/shared/rules/import/register-line';
import { csvField } from '../writing/csv-field.js';
import type { Rows } from '../writing/rows.js';
import { sayChance } from './score-rows.js';

export const memberHeader = ['site', 'group', 'date', 'member', 'fading'] as const;

export const MEMBERS_WARNING =
  'The file of members is for checking the engine on test data. Make none about real people: the product never does.';

/** The rows of the members of one group: for checking the engine only. */
export class MemberRows {
  private readonly members = new MemberFading();
  private readonly group: string;

  constructor(
    { site, group }: Pick<RegisterLine, 'site' | 'group'>,
    private readonly rows: Rows,
  ) {
    this.group = `${csvField(site)},${csvField(group)},`;
  }

  /** One row for each member whom a register with names lets tell something about. */
  read({ on, outcome, headcount, attendees }: RegisterLine): void {
    if (outcome === 'not-held') return;
    const isNamed = attendees.length > 0;
    this.members.met(on, isNamed ? attendees : undefined, headcount ?? undefined);
    if (!isNamed) return;
    for (const { reference, fading } of this.members.seen())
      this.rows.add(`${this.group}${on},${csvField(reference)},${sayChance(fading)}\n`);
  }
}
