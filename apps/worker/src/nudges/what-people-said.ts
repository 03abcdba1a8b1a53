const DAY_MS = 86_400_000;
const MONTH_DAYS = 31;

/** From when on messages count for the budget or for a nudge that comes once in so many days. */
export const countedSince = (now: Date, { onceInDays = 0 }: { readonly onceInDays?: number }): Date =>
  new Date(now.getTime() - Math.max(MONTH_DAYS, onceInDays + 1) * DAY_MS);

export interface Counted {
  readonly key: string;
  readonly at: string;
}

/** Messages that count, for the budget and for what is told once in a while. */
export function readCounted(
  counted: readonly Counted[] | null,
  key: string,
): { readonly sentAt: readonly Date[]; readonly lastTold?: Date } {
  const times = (counted ?? []).map((one) => ({ key: one.key, at: new Date(one.at) }));
  const same = times.filter((one) => one.key === key).map(({ at }) => at.getTime());
  return {
    sentAt: times.map(({ at }) => at),
    ...(same.length > 0 && { lastTold: new Date(Math.max(...same)) }),
  };
}

/** SQL for the last answer of a group to a nudge, whoever of its people gave it. */
export const lastAnswerOf = (group: string, key: string): string => `
  (select json_build_object('choice', a.answer, 'at', a.answered_at) from nudge a
    where a.group_id = ${group} and a.key = ${key} and a.answered_at is not null order by a.answered_at desc limit 1)`;

export interface AnswerRow {
  readonly choice: string;
  readonly at: string;
}

export const readAnswer = (answer: AnswerRow | null | undefined) =>
  answer ? { lastAnswer: { choice: answer.choice, at: new Date(answer.at) } } : {};
