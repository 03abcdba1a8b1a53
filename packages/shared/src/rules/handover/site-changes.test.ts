import { expect, test } from '@jest/globals';
import { listFor, noChanges } from './site-changes.js';

test('a site’s words and days hold also for what comes in when no volunteer could be found', () => {
  const changes = {
    ...{ ...noChanges, drop: ['support_plan'], shift: { recorded_story: -9 } },
    reword: { recorded_story: { title: 'Show the film' }, ptv_call_1: { title: 'Ring the group' } },
  };
  const list = listFor('new', changes, { withoutPtv: true });
  const of = (key: string) => list.find((task) => task.key === key);
  expect(of('recorded_story')).toMatchObject({ title: 'Show the film', dueOffsetDays: -9 });
  expect(of('ptv_call_1')).toMatchObject({ title: 'Ring the group', ownerRole: 'lead' });
  expect(of('support_plan')).toBeUndefined();
});

test('a site may leave out what comes in for want of a volunteer', () => {
  const list = listFor('new', { ...noChanges, drop: ['recorded_story'] }, { withoutPtv: true });
  expect(list.map(({ key }) => key)).not.toContain('recorded_story');
});
