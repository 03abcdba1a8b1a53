import type { Action } from '@followon/shared/rules/access/actions';
import type { Question } from '@followon/shared/rules/access/policy';
import { detailsFor, may, mustGiveReason } from '@followon/shared/rules/access/policy';
import type { Detail } from '@followon/shared/rules/access/grant';
import type { Figures } from '@followon/shared/rules/disclosure/show-group';
import { Injectable } from '@nestjs/common';
import { notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import type { Standing } from './standing.js';

/** The decision about one record, from the policy table. A refusal looks exactly like a record that does not exist. */
@Injectable()
export class Access {
  constructor(private readonly work: Work) {}

  may(action: Action, subject: Standing): boolean {
    return may(this.question(action, subject));
  }

  /** @throws Refusal 404 */
  require(action: Action, subject: Standing): void {
    if (!this.may(action, subject)) throw notFound();
  }

  /** How much of the subject the answer may hold. */
  details(action: Action, subject: Standing): readonly Detail[] {
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
