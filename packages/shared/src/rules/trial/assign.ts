export type Arm = 'sent' | 'withheld';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const ALL = 2 ** 32;

/**
 * A fair number from 0 up to 1 out of a text: FNV-1a (Fowler, Noll, Vo; RFC 9923), then the finalizer of MurmurHash3 (Appleby)
 * so that neighbouring texts land far apart. Not a secret, and not meant to be one.
 */
function fairNumber(text: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / ALL;
}

/**
 * The arm of an occasion: the same whoever asks, on whatever worker, in whatever order. The salt is drawn when a trial
 * starts, so that no group is always on the same side.
 */
export const armOf = (
  trial: { readonly salt: string; readonly withheldShare: number },
  unitId: string,
): Arm => (fairNumber(`${trial.salt}/${unitId}`) < trial.withheldShare ? 'withheld' : 'sent');
