import { createHash } from 'node:crypto';

/** A fair number from 0 to 1, the same row of them for the same seed on every machine. */
export type Random = () => number;

/** The mulberry32 generator: small, quick, and good enough for made-up registers. Never for secrets. */
export function seededRandom(seed: string): Random {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const NAMESPACE = Buffer.from('f0110f0e5eed4de8a0de301234567890', 'hex');

/** The id of something in the demo, by what it is called: a name-based uuid (version 5 of RFC 9562). */
export function demoId(...names: readonly string[]): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(names.join('/')).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
