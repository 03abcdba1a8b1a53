import { createHmac } from 'node:crypto';

/** People come again and again: most references of a file are known after a few lines. */
const MOST_KEPT = 20_000;

/**
 * Turns the references of a file into keyed hashes before anything is kept. The same person has another hash at
 * another site, so that two sites' lists cannot be laid side by side.
 */
export class AttendeeHashes {
  private readonly kept = new Map<string, string>();
  private readonly key: Buffer;

  /** @param secret FOLLOWON_SECRET, in hexadecimal digits */
  constructor(secret: string) {
    this.key = Buffer.from(secret, 'hex');
  }

  /** 64 hexadecimal digits. */
  of(siteId: string, reference: string): string {
    const text = `${siteId}\n${reference}`;
    const known = this.kept.get(text);
    if (known !== undefined) return known;
    const hash = createHmac('sha256', this.key).update(text).digest('hex');
    if (this.kept.size < MOST_KEPT) this.kept.set(text, hash);
    return hash;
  }
}
