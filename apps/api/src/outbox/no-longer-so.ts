/**
 * SQL of `noLongerSo` for `nudge n` with its `delivery d`: the alerts that it told of have all been withdrawn since it left. One
 * that tells of several is still good while one of them is so.
 */
export const NO_LONGER_SO = `
  case when d.sent_at is not null and n.key in ('alert_opened', 'alert_unanswered', 'would_a_hand_help') then (
    select case when bool_and(told.state = 'withdrawn' and told.closed_at >= d.sent_at) then
      jsonb_build_object('on', (max(told.closed_at) at time zone 'Europe/London')::date,
        'because', (array_agg(told.withdrawn_because order by told.closed_at desc))[1]) end
    from alert told where told.id = n.subject_id and not n.figures ? 'alerts'
      or told.id in (select (one ->> 'alertId')::uuid from jsonb_array_elements(n.figures -> 'alerts') one)) end`;
