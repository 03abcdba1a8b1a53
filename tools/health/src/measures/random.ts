/** Numbers from 0 up to 1, always the same ones for a seed (Mulberry32): an evaluation is repeated to the last digit. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const mixed = [...values];
  for (let place = mixed.length - 1; place > 0; place -= 1) {
    const other = Math.floor(random() * (place + 1));
    [mixed[place], mixed[other]] = [mixed[other] as T, mixed[place] as T];
  }
  return mixed;
}

/** In which of `folds` each of `count` groups is held out. */
export function foldsOf(count: number, folds: number, seed: number): readonly number[] {
  const order = shuffled([...Array(count).keys()], randomFrom(seed));
  const foldOf = new Array<number>(count);
  for (const [place, group] of order.entries()) foldOf[group] = place % folds;
  return foldOf;
}
