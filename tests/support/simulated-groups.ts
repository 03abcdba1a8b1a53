import { addDays } from '@followon/shared/rules/calendar/civil-date';
import type { GroupHistory } from '@followon/shared/rules/health/facts';
import { someMeetings, type Evening } from './a-history.js';
import { seeded, type Seeded } from './seeded.js';

/** A made-up group whose fate we know, the same for a seed in every run. */
export type SimulatedGroup = { readonly name: string; readonly history: GroupHistory };

const FROM = '2024-09-02'; // a Monday after the summer holidays

type Crowd = { readonly people: readonly string[]; readonly chance: (meeting: number) => number };

const peopleNamed = (kind: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${kind}-${String(n).padStart(2, '0')}`);

const whoCame = ({ people, chance }: Crowd, meeting: number, random: Seeded): string[] =>
  people.filter(() => random.next() < chance(meeting));

const evenings = (count: number, of: (meeting: number) => Evening): Evening[] =>
  Array.from({ length: count }, (_, meeting) => of(meeting));

type Story = (
  random: Seeded,
) => Partial<GroupHistory> & { readonly evenings: readonly Evening[]; readonly everyDays?: number };

const steady =
  (count: number, size = 10): Story =>
  (random) => ({
    evenings: evenings(count, (n) =>
      whoCame({ people: peopleNamed('m', size), chance: () => 0.75 }, n, random),
    ),
  });

/** What the engine must have an answer to, by name. */
const stories: { readonly [name: string]: Story } = {
  steady: steady(40),
  'holiday dip': (random) => ({
    evenings: evenings(40, (n) =>
      whoCame(
        { people: peopleNamed('m', 10), chance: (at) => (at > 13 && at < 18 ? 0.45 : 0.78) },
        n,
        random,
      ),
    ),
  }),
  'organiser gone': (random) => ({
    evenings: evenings(36, (n) => [
      ...(n < 20 ? ['organiser'] : []),
      ...whoCame(
        { people: peopleNamed('m', 9), chance: (at) => (at < 20 ? 0.75 : 0.75 * 0.86 ** (at - 20)) },
        n,
        random,
      ),
    ]),
  }),
  'mass exit': (random) => ({
    evenings: evenings(30, (n) =>
      whoCame({ people: peopleNamed('m', n < 20 ? 12 : 3), chance: () => 0.8 }, n, random),
    ),
  }),
  'slow fade': (random) => ({
    evenings: evenings(30, (n) =>
      whoCame(
        { people: peopleNamed('m', 10), chance: (at) => (at < 12 ? 0.75 : 0.75 * 0.9 ** (at - 12)) },
        n,
        random,
      ),
    ),
    everyDays: 28,
    cadence: 'monthly',
  }),
  'weekly turned monthly': (random) => ({
    evenings: evenings(40, (n) =>
      n < 20 || n % 4 === 0
        ? whoCame({ people: peopleNamed('m', 10), chance: () => 0.75 }, n, random)
        : 'planned',
    ),
  }),
  'all newcomers': (random) => ({
    evenings: evenings(24, (n) => peopleNamed(`new-${n}`, random.between(4, 8))),
  }),
  'always three people': () => ({
    evenings: evenings(30, () => peopleNamed('m', 3)),
    everyDays: 14,
    cadence: 'fortnightly',
  }),
  'registers lost': (random) => ({
    evenings: evenings(30, (n) =>
      n > 12 && n % 2 === 0
        ? 'lost'
        : whoCame({ people: peopleNamed('m', 9), chance: () => 0.75 }, n, random),
    ),
  }),
  'taking a break': (random) => ({
    ...steady(26)(random),
    rests: [{ from: addDays(FROM, 7 * 25 + 1), until: addDays(FROM, 7 * 25 + 90) }],
  }),
};

/** Fifty groups: five of each story. */
export const simulatedGroups = (): readonly SimulatedGroup[] =>
  Object.entries(stories).flatMap(([name, story]) =>
    [1, 2, 3, 4, 5].map((seed) => {
      const { evenings: what, everyDays = 7, ...rest } = story(seeded(seed));
      const meetings = someMeetings(what, { from: FROM, everyDays }).filter(
        ({ outcome }) => outcome !== 'planned',
      );
      return { name: `${name} ${seed}`, history: { cadence: 'weekly', rests: [], meetings, ...rest } };
    }),
  );
