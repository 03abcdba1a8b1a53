import type { NewDue } from '@followon/shared/db/due/arm-due';
import { armDue } from '@followon/shared/db/due/arm-due';
import { addDays, weekday } from '@followon/shared/rules/calendar/civil-date';
import type { Country } from '@followon/shared/rules/calendar/country';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import { rollForward } from '@followon/shared/rules/calendar/working-days';
import type { EntityManager } from 'typeorm';
import { termsOf } from '../handover/site-terms.js';

const NEXT_MONDAY = 8;
/** A turn of roles is asked about in the middle of a quarter's first month: its first days have the administrators' message. */
const TURN_DAY = 15;
const QUARTER_MONTHS = 3;
const NOVEMBER = 11;

const dayOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

interface Place {
  readonly siteId: string;
  readonly country: Country;
  readonly now: Date;
}

const atSeven = (day: string, country: Country): Date => londonInstant(rollForward(day, country), '07:00');

/** The next Monday of the volunteers, and the next first of a month of the administrators, each on its first working day. */
export function siteRounds({ siteId, country, now }: Place): NewDue[] {
  const today = londonDate(now);
  const [year = 0, month = 1] = today.split('-').map(Number);
  const monday = addDays(today, NEXT_MONDAY - weekday(today));
  const first = dayOf(year, month + 1, 1);
  const site = { siteId, streamId: siteId, subjectId: siteId };
  return [
    { rule: 'volunteers-week', ...site, occurrence: monday, dueAt: atSeven(monday, country) },
    { rule: 'administrators-month', ...site, occurrence: first, dueAt: atSeven(first, country) },
  ];
}

/** The next first working day of November, and the next middle of a quarter's first month; both lie after today. */
export function groupRounds({ siteId, country, now }: Place, groupId: string): NewDue[] {
  const today = londonDate(now);
  const [year = 0, month = 1] = today.split('-').map(Number);
  const winters = [year, year + 1].map((each) => dayOf(each, NOVEMBER, 1));
  const quarter = month - ((month - 1) % QUARTER_MONTHS);
  const turns = [quarter, quarter + QUARTER_MONTHS].map((each) => dayOf(year, each, TURN_DAY));
  const nextOf = (days: readonly string[]) => days.find((day) => rollForward(day, country) > today) ?? '';
  const group = { siteId, streamId: groupId, subjectId: groupId };
  return [
    { rule: 'winter', days: winters },
    { rule: 'roles-turn', days: turns },
  ].map(({ rule, days }) => {
    const day = nextOf(days);
    return { rule, ...group, occurrence: day, dueAt: atSeven(day, country) };
  });
}

const ROLE_REASONS = ['one-carries', 'roles-vacant'];
/** Roles are often filled by the people themselves. */
const PATIENCE_DAYS = 14;
/** Begins the occurrence of a turn of roles that the group's own state brings, at most one in a quarter. */
const WANTED = 'wanted/';

export const isAboutRoles = (reason: string): boolean => ROLE_REASONS.includes(reason);
export const isWantedTurn = (occurrence: string): boolean => occurrence.startsWith(WANTED);

/** A turn of roles because one person carries it all, or roles stand empty. */
export function turnWanted({ siteId, groupId, now }: { siteId: string; groupId: string; now: Date }): NewDue {
  const today = londonDate(now);
  const [year = '', month = 1] = today.split('-');
  const quarter = Math.ceil(Number(month) / QUARTER_MONTHS);
  return {
    ...{ rule: 'roles-turn', siteId, streamId: groupId, subjectId: groupId },
    occurrence: `${WANTED}${year}-Q${quarter}`,
    dueAt: londonInstant(addDays(today, PATIENCE_DAYS), '07:00'),
  };
}

/** Puts the next rounds of a group and its site into the diary; those that are there already stay. */
export async function armRounds(
  manager: EntityManager,
  { siteId, groupId, now }: { readonly siteId: string; readonly groupId?: string; readonly now: Date },
): Promise<void> {
  const { country } = await termsOf(manager, siteId);
  const place = { siteId, country, now };
  const dues = [...siteRounds(place), ...(groupId === undefined ? [] : groupRounds(place, groupId))];
  await armDue(manager, dues);
}
