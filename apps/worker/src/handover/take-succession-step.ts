import { randomUUID } from 'node:crypto';
import { armDue } from '@followon/shared/db/due/arm-due';
import type { NewDue } from '@followon/shared/db/due/arm-due';
import type { Payload } from '@followon/shared/events/catalogue';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonInstant } from '@followon/shared/rules/calendar/london';
import type { SuccessionStep } from '@followon/shared/rules/handover/succession';
import type { EntityManager } from 'typeorm';
import type { GroupStanding } from './succession-facts.js';

export type Because = 'never-had-one' | 'stepped-down' | 'left' | 'account-disabled';

/** What follows from a step, for the caller to say in its own way. */
export type SuccessionFact =
  | { readonly name: 'succession.opened.v1'; readonly payload: Payload<'succession.opened.v1'> }
  | { readonly name: 'succession.escalated.v1'; readonly payload: Payload<'succession.escalated.v1'> }
  | { readonly name: 'succession.closed.v1'; readonly payload: Payload<'succession.closed.v1'> };

interface Taken {
  readonly did: string;
  readonly fact?: SuccessionFact;
}

interface Asked {
  readonly manager: EntityManager;
  readonly today: string;
  readonly because: Because;
}

const OPEN = `
  insert into succession (id, site_id, group_id, kind, because, opened_on, act_by, stage) values ($1, $2, $3, 'contact', $4, $5, $6, $7)
  on conflict do nothing returning id`;
const CLOSE = `update succession set state = $2, closed_on = $3 where id = $1 and state = 'open' returning id`;
const MOVE = `
  update succession set stage = $2, act_by = $3 where id = $1 and state = 'open' and act_by is distinct from $3::date returning id`;

/**
 * Carries out what the rule said, once however often it is asked: the unique index on open searches and the day that is
 * moved stand behind it. Undefined when there was nothing to do.
 */
export async function takeSuccessionStep(
  standing: GroupStanding,
  step: SuccessionStep,
  asked: Asked,
): Promise<Taken | undefined> {
  if (step.do === 'nothing') return undefined;
  if (step.do === 'open') return open(standing, step, asked);
  const about = {
    groupId: standing.id,
    successionId: standing.succession_id ?? '',
    kind: 'contact',
  } as const;
  return step.do === 'close' ? close(about, step, asked) : moveClock(standing, { step, about }, asked);
}

type About = Omit<Payload<'succession.closed.v1'>, 'how'>;

async function close(
  about: About,
  { how }: Extract<SuccessionStep, { do: 'close' }>,
  { manager, today }: Asked,
): Promise<Taken | undefined> {
  if (!(await changed(manager, CLOSE, [about.successionId, how, today]))) return undefined;
  return {
    did: `the search is over: ${how}`,
    fact: { name: 'succession.closed.v1', payload: { ...about, how } },
  };
}

async function moveClock(
  standing: GroupStanding,
  { step, about }: { step: Extract<SuccessionStep, { do: 'escalate' | 'remind' | 'go-on' }>; about: About },
  { manager }: Asked,
): Promise<Taken | undefined> {
  const stage = step.do === 'escalate' ? step.to : standing.stage;
  if (!(await changed(manager, MOVE, [about.successionId, stage, step.actBy]))) return undefined;
  await armDue(manager, [successionDue(standing, about.successionId, step.actBy)]);
  if (step.do === 'go-on') return { did: `the clock goes on until ${step.actBy}` };
  const to = step.do === 'escalate' ? step.to : 'site-admin';
  return {
    did: `escalated to the ${to}`,
    fact: { name: 'succession.escalated.v1', payload: { ...about, to } },
  };
}

async function open(
  standing: GroupStanding,
  { stage, actBy }: Extract<SuccessionStep, { do: 'open' }>,
  { manager, today, because }: Asked,
): Promise<Taken | undefined> {
  const id = randomUUID();
  const why = whyOf(standing, because);
  const values = [id, standing.site_id, standing.id, why, today, actBy, stage];
  const kept: unknown[] = await manager.query(OPEN, values);
  if (kept.length === 0) return undefined;
  await armDue(manager, [successionDue(standing, id, actBy)]);
  const payload = { groupId: standing.id, successionId: id, kind: 'contact', actBy } as const;
  return {
    did: 'nobody is there to ring: a search is open',
    fact: { name: 'succession.opened.v1', payload },
  };
}

/** What the records say comes before what the occasion suggests. */
function whyOf({ had_one, lost }: GroupStanding, because: Because): Because {
  if (!had_one) return 'never-had-one';
  if (lost) return 'account-disabled';
  return because === 'never-had-one' ? 'stepped-down' : because;
}

async function changed(manager: EntityManager, sql: string, values: readonly unknown[]): Promise<boolean> {
  const [rows]: [unknown[], number] = await manager.query(sql, [...values]);
  return rows.length > 0;
}

/** The morning after the last day on which whoever has it may act. */
const successionDue = ({ id, site_id }: GroupStanding, successionId: string, actBy: string): NewDue => ({
  ...{ rule: 'succession', siteId: site_id, streamId: id, subjectId: successionId, occurrence: actBy },
  dueAt: londonInstant(addDays(actBy, 1), '07:00'),
});

/** Each morning a site's groups are looked at for what no event announces, such as an account that was switched off. */
export const successionLook = (siteId: string, today: string): NewDue => ({
  ...{ rule: 'succession-look', siteId, streamId: siteId, subjectId: siteId, occurrence: addDays(today, 1) },
  dueAt: londonInstant(addDays(today, 1), '06:30'),
});
