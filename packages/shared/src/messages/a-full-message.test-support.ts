import type { MessageFacts } from './facts.js';

const id = (start: number) => `${start}b9d8c32-7f2e-4e43-9d55-0d6f5f1d9a01`;
export const [spring, walkers, knitters] = [id(1), id(2), id(3)] as const;

/** For tests: everything that a message may be told, with the names of its groups and programmes as given. */
export function aFullMessage(name: (plain: string) => string = (plain) => plain): MessageFacts {
  const reason = { key: 'below-60' as const, usual: 8.2, recent: [4, 5, 3] };
  return {
    ...{ audience: 'staff', today: '2026-11-24', on: '2026-11-23', actBy: '2026-12-01', role: 'contact' },
    ...{ groupId: walkers, groupName: name('Thursday Walkers'), programmeName: name('Spring course') },
    names: {
      [spring]: name('Spring course'),
      [walkers]: name('Thursday Walkers'),
      [knitters]: name('Knitters'),
    },
    tasks: [
      { taskId: id(4), task: 'ptv_visit', dueOn: '2026-11-24', listOf: spring },
      { taskId: id(5), task: 'choose_route', dueOn: '2026-11-20', listOf: walkers, aside: true },
    ],
    ...{ cause: 'fading', ...reason, wish: 'rest' },
    alerts: [
      { alertId: id(6), groupId: walkers, cause: 'gone-quiet', key: 'silent', lastOn: '2026-09-01' },
      { alertId: id(7), groupId: walkers, cause: 'fading', ...reason },
      { alertId: id(8), groupId: knitters, cause: 'venue-lost' },
      { alertId: id(9), programmeId: spring, cause: 'no-ptv' },
    ],
    week: [
      { what: 'stand-beside', programmeId: spring },
      { what: 'help-asked', groupId: walkers },
      { what: 'first-meeting', groupId: knitters, on: '2026-11-26' },
      { what: 'recovered', groupId: walkers },
    ],
    month: { recovered: 2, metFirst: 1, handoversDone: 3, late: 4, silent: 1, fading: 2, stuck: 1 },
  };
}
