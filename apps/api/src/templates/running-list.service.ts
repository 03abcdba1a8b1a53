import type { MoveTemplate, RunningListView } from '@followon/shared/contract/templates';
import { Handover, HandoverTask } from '@followon/shared/db/handovers/handover.entity';
import { diffTemplate, isSame } from '@followon/shared/rules/handover/diff-template';
import type { RunningTask } from '@followon/shared/rules/handover/diff-template';
import { sayListVersion } from '@followon/shared/rules/handover/list-version';
import { listFor, stillToCome } from '@followon/shared/rules/handover/site-changes';
import { BASE_TEMPLATE_VERSION } from '@followon/shared/rules/handover/templates/base';
import { shippedTask } from '@followon/shared/rules/handover/templates/shipped';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import { Standings } from '../auth/standing.js';
import { conflict, notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import { diffView } from './diff-view.js';
import { TemplateQueries } from './template-queries.js';

type OfProgramme = Handover & { readonly programmeId: string };

/** A running list and the newest one of its site: what differs, and going on with it. */
@Injectable()
export class RunningListService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly templates: TemplateQueries,
  ) {}

  /** @throws Refusal 404, also for a group's own list, which has no versions. */
  async of(id: string): Promise<RunningListView> {
    return this.view(await this.required(id));
  }

  /**
   * The choice is written down here; the worker builds the list anew.
   * @throws Refusal 404; 409 when it is over, when it goes on with that list already, or when either list is another by now.
   */
  async move(id: string, { siteVersion, expected }: MoveTemplate): Promise<RunningListView> {
    await this.work.repository(Handover).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    const handover = await this.required(id);
    const before = await this.view(handover);
    refuseEnded(handover);
    refuseOvertaken(before, { siteVersion, expected });
    await this.work.repository(Handover).update(id, {
      ...{ siteVersion, templateVersion: BASE_TEMPLATE_VERSION, version: handover.version + 1 },
    });
    const { siteId, programmeId } = handover;
    await this.work.append({
      ...{ name: 'handover.template-moved.v1', streamId: programmeId, siteId },
      payload: { programmeId, handoverId: id, from: before.running, to: before.newest },
    });
    await this.audit.record({ what: 'handover.template-moved', siteId, subject: id });
    return this.view({ ...handover, siteVersion, templateVersion: BASE_TEMPLATE_VERSION });
  }

  private async required(id: string): Promise<OfProgramme> {
    const handover = await this.work.repository(Handover).findOne({ where: { id } });
    if (!handover) throw notFound();
    const { programmeId } = handover;
    if (!programmeId) throw notFound();
    this.access.require('move-template', await this.standings.ofProgramme(programmeId));
    return { ...handover, programmeId };
  }

  private async view(handover: OfProgramme): Promise<RunningListView> {
    const { id, siteId, route, templateVersion, siteVersion, withoutPtv, state } = handover;
    const [newest] = await this.templates.versions(siteId, route);
    const newestVersion = newest?.version ?? null;
    const tasks = await this.work
      .repository(HandoverTask)
      .find({ where: { handoverId: id }, order: { position: 1 } });
    const wanted = stillToCome(listFor(route, newest?.changes, { withoutPtv }), {
      ...{ tasks, isSignedOff: state !== 'open' },
    });
    const diff = diffTemplate(tasks.map(asRunning), wanted);
    const running = sayListVersion({ route, template: templateVersion, siteVersion });
    const saidNewest = sayListVersion({ route, template: BASE_TEMPLATE_VERSION, siteVersion: newestVersion });
    return {
      ...{ handoverId: id, route, running, newest: saidNewest, newestSiteVersion: newestVersion },
      isNewest: running === saidNewest || isSame(diff),
      diff: diffView(diff),
    };
  }
}

/** In the words that people read. */
function asRunning({ key, title, why, doneWhen, ...task }: HandoverTask): RunningTask {
  const shipped = shippedTask(key) ?? { title: key, why: '', doneWhen: '' };
  const words = {
    title: title ?? shipped.title,
    why: why ?? shipped.why,
    doneWhen: doneWhen ?? shipped.doneWhen,
  };
  return { ...task, key, ...words };
}

function refuseEnded({ state }: Handover): void {
  if (state !== 'closed' && state !== 'declined') return;
  throw conflict('handover.closed', 'This handover is closed.', { detail: 'Its list stays as it was.' });
}

function refuseOvertaken({ running, newest, newestSiteVersion }: RunningListView, asked: MoveTemplate): void {
  if (running === newest)
    throw conflict('template.newest-already', 'This handover goes on with the newest list already.', {
      detail: 'Nothing more is needed here.',
    });
  if (running === asked.expected && newestSiteVersion === asked.siteVersion) return;
  throw conflict('template.overtaken', 'The list is another one by now.', {
    detail: 'Look at what would change once more, then choose again.',
  });
}
