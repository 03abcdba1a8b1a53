import { ChosenRoute } from '@followon/shared/contract/carrying-on';
import { documentFormats } from '@followon/shared/rules/documents/facts';
import { HandoverTask } from '@followon/shared/db/handovers/handover.entity';
import type { Evidence } from '@followon/shared/rules/handover/facts';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { InterestService } from '../carrying-on/interest.service.js';
import { RouteService } from '../carrying-on/route.service.js';
import { GivenService } from '../documents/given.service.js';
import { ReportsService } from '../groups/reports/reports.service.js';
import { Refusal } from '../http/problem.js';
import { Work } from '../work/work.js';
import type { TaskRow } from './handover-rows.js';

type Follow = (task: TaskRow, said: Said) => Promise<void>;

/**
 * Some answers say that something is so, and then it is: task by task, what follows from a tick's answers. Each calls what
 * the signed-in way calls, in the transaction of the tick. Who has no right to that act has their answer kept, and no more.
 */
@Injectable()
export class AnswersThatAct {
  constructor(
    private readonly work: Work,
    /** The services belong to modules that need this one. */
    private readonly modules: ModuleRef,
  ) {}

  /** @throws Refusal as the services do; the tick and the answer then do not happen either. */
  async follow(task: TaskRow, evidence: Evidence | null): Promise<void> {
    const follow = Object.hasOwn(this.registry, task.key) ? this.registry[task.key] : undefined;
    if (!follow || !evidence || this.work.actorId === null) return;
    await this.work.asHolder(() => follow(task, new Said(evidence)));
  }

  /** A bare tick is never refused: what was answered before it and cannot be is let go, and its question is open again. */
  async followBare(task: TaskRow, evidence: Evidence | null): Promise<void> {
    try {
      await this.follow(task, evidence);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const kept = evidence?.on === undefined ? null : { on: evidence.on };
      await this.work.repository(HandoverTask).update(task.id, { evidence: kept });
    }
  }

  private readonly registry: Readonly<Record<string, Follow>> = {
    interest_poll: async ({ programmeId }, said) => {
      const [yes, maybe, no, otherKind] = ['yes', 'maybe', 'no', 'other-kind'].map((key) => said.count(key));
      if (!programmeId || yes === undefined || maybe === undefined) return;
      if (no === undefined || otherKind === undefined) return;
      await this.of(InterestService).recordByAnswer(programmeId, { yes, maybe, no, otherKind });
    },
    choose_route: async (task, said) => {
      const { data: route } = ChosenRoute.safeParse(said.choice('route'));
      if (route && task.programmeId) await this.of(RouteService).chooseByAnswer(task.handoverId, route);
    },
    no_partner: async ({ handoverId, programmeId }, said) => {
      if (!programmeId) return;
      const partner = said.choice('partner');
      if (partner === 'join') await this.of(RouteService).joinByAnswer(handoverId);
      if (partner === 'buddy') await this.of(RouteService).chooseByAnswer(handoverId, 'buddy');
    },
    ask_once_more: async ({ handoverId, programmeId }, said) => {
      if (said.choice('answer') === 'would-like-a-group' && programmeId)
        await this.of(RouteService).reopenByAnswer(handoverId);
    },
    leaflets_given: async ({ programmeId }, said) => {
      const format = documentFormats.find((one) => one === said.choice('format'));
      if (programmeId && format)
        await this.of(GivenService).giveByAnswer(programmeId, { format, ...(said.on && { on: said.on }) });
    },
    ptv_call_1: async ({ groupId, ownerRole, assigneeId, isPtv }, said) => {
      if (said.choice('outcome') !== 'wants-help' || !groupId) return;
      const isTheirs = isPtv || assigneeId === this.work.who.accountId;
      await this.of(ReportsService).askByAnswer(groupId, ownerRole === 'volunteer' && isTheirs);
    },
  };

  private of<T>(service: new (...needs: never[]) => T): T {
    return this.modules.get<T>(service, { strict: false });
  }
}

/** When what was said cannot be, `keep` is done all the same, in a transaction of its own. */
export async function refusedWith(follow: () => Promise<void>, keep: () => Promise<void>): Promise<void> {
  try {
    await follow();
  } catch (error) {
    if (error instanceof Refusal) error.keep = keep;
    throw error;
  }
}

/** The answers to one task; `choice` and `count` of the old contract answer its only question of that kind. */
class Said {
  constructor(private readonly evidence: Evidence) {}

  get on(): string | undefined {
    return this.evidence.on;
  }

  choice(key: string): unknown {
    return this.evidence.answers?.[key] ?? this.evidence.choice;
  }

  count(key: string): number | undefined {
    const answer = this.evidence.answers?.[key];
    return typeof answer === 'number' ? answer : undefined;
  }
}
