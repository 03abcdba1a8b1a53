import type { Action } from '@followon/shared/rules/access/actions';
import type { Question } from '@followon/shared/rules/access/policy';
import { detailsFor, may, mustGiveReason } from '@followon/shared/rules/access/policy';
import type { Detail } from '@followon/shared/rules/access/grant';
import type { Figures } from '@followon/shared/rules/disclosure/show-group';
import { Injectable } from '@nestjs/common';
import { notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import type { LinkRight } from './signed-in.js';
import type { Standing } from './standing.js';

/** The decision about one record, from the policy table. A refusal looks exactly like a record that does not exist. */
@Injectable()
export class Access {
  constructor(private readonly work: Work) {}

  may(action: Action, subject: Standing): boolean {
    const { link } = this.work.who;
    if (link && !permits(link, action, subject)) return false;
    return (link?.forAnybody ?? false) || may(this.question(action, subject));
  }

  /** @throws Refusal 404 */
  require(action: Action, subject: Standing): void {
    if (!this.may(action, subject)) throw notFound();
  }

  /** How much of the subject the answer may hold. */
  details(action: Action, subject: Standing): readonly Detail[] {
    if (this.work.who.link && !this.may(action, subject)) return [];
    return detailsFor(this.question(action, subject));
  }

  /** Whether the answer may say how many people came, or only the shape of it. */
  figures(action: Action, subject: Standing): Figures {
    return this.details(action, subject).every((detail) => detail === 'aggregate') ? 'shape' : 'whole';
  }

  /** True when the only rights here are ones that must be explained. */
  needsReason(action: Action, subject: Standing): boolean {
    return mustGiveReason(this.question(action, subject));
  }

  private question(action: Action, subject: Standing): Question {
    return { roles: this.work.who.memberships, action, subject };
  }
}

/** A link is asked before its holder's roles: it never allows more than they do, and only one thing of it. */
const permits = (
  { permits: actions, subjectId, siteId }: LinkRight,
  action: Action,
  subject: Standing,
): boolean => actions.includes(action) && subject.id === subjectId && subject.siteId === siteId;
