import { describe, expect, test } from '@jest/globals';
import { checkTemplate } from './check-template.js';
import { routes } from './routes.js';
import { listFor, noChanges } from './site-changes.js';
import { SiteChangesSchema } from './site-changes-schema.js';
import type { SiteChanges } from './site-changes-schema.js';
import { templateOf } from './templates/of-route.js';

const own = (key: string, told: Partial<SiteChanges['add'][number]> = {}): SiteChanges['add'][number] => ({
  ...{ key, title: 'Bring tea', why: 'Tea helps.', doneWhen: 'There is tea.', ownerRole: 'contact' },
  ...{ anchor: 'last-session', dueOffsetDays: 0, blocking: false, after: [], ...told },
});
const check = (changes: Partial<SiteChanges>, route: Parameters<typeof templateOf>[0] = 'new') =>
  checkTemplate({ shipped: templateOf(route), changes: { ...noChanges, ...changes } });

describe('a list that a site changed', () => {
  test('holds when a task is dropped, added, reworded and moved with care', () => {
    const changes = {
      drop: ['support_plan'],
      add: [own('site_tea', { after: ['first_date_fixed'] })],
      reword: { ptv_visit: { title: 'Come and say hello' } },
      shift: { ptv_visit: -10 },
    };
    expect(check(changes)).toEqual([]);
    const list = listFor('new', { ...noChanges, ...changes });
    expect(list.some(({ key }) => key === 'support_plan')).toBe(false);
    expect(list.find(({ key }) => key === 'ptv_visit')).toMatchObject({
      title: 'Come and say hello',
      dueOffsetDays: -10,
    });
    expect(list.find(({ key }) => key === 'site_tea')).toMatchObject({ closedBy: 'person' });
    expect(list.flatMap(({ after = [] }) => after)).not.toContain('support_plan');
  });

  test.each(routes)('cannot leave out any task that holds back a sign-off on the list of "%s"', (route) => {
    const drop = templateOf(route).flatMap(({ key, blocking }) => (blocking ? [key] : []));
    const findings = check({ drop }, route).filter(({ code }) => code === 'must-stay');
    expect(findings).toEqual(drop.map((key, at) => ({ code: 'must-stay', key, where: `drop.${at}` })));
  });

  test('can leave out every other task, but for consent and the date where nothing is signed off', () => {
    const drop = templateOf('new').flatMap(({ key, blocking }) => (blocking ? [] : [key]));
    expect(check({ drop })).toEqual([]);
    const all = templateOf('restart').map(({ key }) => key);
    expect(check({ drop: all }, 'restart').map(({ code, key }) => [code, key])).toEqual([
      ['must-stay', 'consent_contacts'],
      ['must-stay', 'first_date_fixed'],
    ]);
  });

  test.each([
    { changes: { drop: ['tea'] }, key: 'tea', where: 'drop.0' },
    { changes: { reword: { tea: {} } }, key: 'tea', where: 'reword.tea' },
    { changes: { shift: { tea: 1 } }, key: 'tea', where: 'shift.tea' },
    { changes: { add: [own('site_a', { after: ['tea'] })] }, key: 'tea', where: 'add.0.after' },
    { changes: { drop: ['host_agrees'] }, key: 'host_agrees', where: 'drop.0' },
  ])('says which task it does not know: $where', ({ changes, key, where }) => {
    expect(check(changes)).toEqual([{ code: 'unknown-key', key, where }]);
  });

  test('says which key is there twice', () => {
    expect(check({ add: [own('site_a'), own('site_a')] })).toEqual([
      { code: 'doubled-key', key: 'site_a', where: 'add.1.key' },
    ]);
  });

  test('finds tasks of its own that wait for each other, once, and one that waits for itself', () => {
    const add = [
      own('site_a', { after: ['site_b'] }),
      own('site_b', { after: ['site_c'] }),
      own('site_c', { after: ['site_b'] }),
      own('site_d', { after: ['site_d'] }),
    ];
    expect(check({ add })).toEqual([
      { code: 'cycle', key: 'site_b', circle: ['site_b', 'site_c'], where: 'add.1.after' },
      { code: 'cycle', key: 'site_d', circle: ['site_d'], where: 'add.3.after' },
    ]);
  });

  test.each([
    {
      changes: { shift: { choose_route: -20 } },
      finding: { key: 'choose_route', waitsFor: 'interest_poll', days: -14, where: 'shift.choose_route' },
    },
    {
      changes: { shift: { interest_poll: -10 } },
      finding: { key: 'choose_route', waitsFor: 'interest_poll', days: -10, where: 'shift.interest_poll' },
    },
    {
      changes: { add: [own('site_a', { after: ['first_meeting'] })] },
      finding: { key: 'site_a', waitsFor: 'first_meeting', days: 28, where: 'add.0.dueOffsetDays' },
    },
  ])('finds what is due before the task it waits for: $finding.where', ({ changes, finding }) => {
    expect(check(changes as Partial<SiteChanges>)).toEqual([{ code: 'before-its-turn', ...finding }]);
  });

  test.each([
    { days: -121, holds: false },
    { days: -120, holds: true },
    { days: 365, holds: true },
    { days: 366, holds: false },
  ])('may put a task $days days from its anchor: $holds', ({ days, holds }) => {
    const finding = { code: 'out-of-range', key: 'site_a', days, where: 'add.0.dueOffsetDays' };
    expect(check({ add: [own('site_a', { dueOffsetDays: days })] })).toEqual(holds ? [] : [finding]);
  });
});

test.each([
  { because: 'its own key does not start with site_', add: [{ ...own('site_a'), key: 'tea' }] },
  { because: 'it is given to the product', add: [{ ...own('site_a'), ownerRole: 'system' }] },
  { because: 'it has no title', add: [{ ...own('site_a'), title: '  ' }] },
])('a task of a site’s own is refused when $because', ({ add }) => {
  expect(SiteChangesSchema.safeParse({ add }).success).toBe(false);
});
