import type { Seeded } from '../support/seeded.js';

/** One run of one arm; answers its figure. */
export type ArmRun = (repeat: number) => Promise<number>;

interface Schedule {
  readonly random: Seeded;
  readonly repeats: number;
  readonly say: (line: string) => void;
}

/** Runs every arm `repeats` times, in a new random order each time, so that a warm cache favours nobody. */
export async function inShuffledOrder<Name extends string>(
  arms: Readonly<Record<Name, ArmRun>>,
  { random, repeats, say }: Schedule,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(arms) as Name[];
  const raw = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const name of random.shuffle(names)) {
      const figure = await arms[name](repeat);
      raw[name].push(figure);
      say(`  ${name}: ${Math.round(figure * 100) / 100}`);
    }
  }
  return raw;
}
