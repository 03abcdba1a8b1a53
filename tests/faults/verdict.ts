/** What one arm of a campaign showed. */
export interface Arm {
  readonly seconds: number;
  readonly counts: Readonly<Record<string, number>>;
  /** Sentences about invariants that do not hold; none is a pass. */
  readonly broken: readonly string[];
}

export interface Verdict {
  readonly fault: string;
  readonly title: string;
  readonly seed: number;
  readonly size: Size;
  readonly product: Arm;
  /** The same fault against the design everybody writes first: it must break, or the campaign has no teeth. */
  readonly naive: Arm;
}

/** `short` is part of `npm test`, `full` is `npm run faults`. */
export type Size = 'short' | 'full';

export interface Campaign {
  readonly fault: string;
  readonly title: string;
  run(options: {
    readonly seed: number;
    readonly size: Size;
    readonly say: (line: string) => void;
  }): Promise<Verdict>;
}

/** What is wrong with a campaign; nothing when it passed. */
export function complaints({ product, naive }: Verdict): string[] {
  const toothless = naive.broken.length === 0 ? ['the naive arm passed: this campaign proves nothing'] : [];
  return [...product.broken, ...toothless];
}

/** `counts` that must be zero, as sentences. */
export const mustBeZero = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts)
    .filter(([, count]) => count !== 0)
    .map(([what, count]) => `${what}: ${count}`);

/** Runs an arm and takes its time. */
export async function timed(work: () => Promise<Omit<Arm, 'seconds'>>): Promise<Arm> {
  const start = performance.now();
  const arm = await work();
  return { seconds: Math.round((performance.now() - start) / 100) / 10, ...arm };
}

export function table(verdicts: readonly Verdict[]): string {
  const lines = verdicts.flatMap((verdict) => {
    const passed = complaints(verdict).length === 0;
    const row = (name: string, arm: Arm): string =>
      `  ${name.padEnd(8)} ${String(arm.seconds).padStart(6)} s  ${countsOf(arm)}${arm.broken.map((line) => `\n           broken: ${line}`).join('')}`;
    const head = `${passed ? 'pass' : 'FAIL'}  ${verdict.fault.padEnd(4)} ${verdict.title} (seed ${verdict.seed}, ${verdict.size})`;
    return [head, row('product', verdict.product), row('naive', verdict.naive)];
  });
  return lines.join('\n');
}

const countsOf = ({ counts }: Arm): string =>
  Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ');
