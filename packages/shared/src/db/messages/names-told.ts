const LISTS = [
  '$.tasks[*].listOf',
  '$.alerts[*].groupId',
  '$.alerts[*].programmeId',
  '$.week[*].groupId',
  '$.week[*].programmeId',
];

/**
 * Part of a statement: the names of the programmes and groups that a message tells of, by id, from its figures; null where it
 * names none. Whoever runs it sees those of their own sites only.
 * @param figures the column, as the statement calls it
 */
export const namesTold = (figures: string): string => {
  const ids = LISTS.map(
    (list) => `select (told #>> '{}')::uuid from jsonb_path_query(${figures}, '${list}') told`,
  ).join(' union all ');
  return `(select jsonb_object_agg(told.id, told.name) from (select id, name from programme where id in (${ids})
      union all select id, name from follow_on_group where id in (${ids})) told)`;
};
