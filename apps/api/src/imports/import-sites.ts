import { randomUUID } from 'node:crypto';
import { may, reachOf } from '@followon/shared/rules/access/policy';
import type { EntityManager } from 'typeorm';
import type { SignedIn } from '../auth/signed-in.js';
import { notFound } from '../http/problem.js';

/** A file with more new names than this has its fields in another order, or is a mistake. */
const MOST_NEW_SITES = 100;

type Found = { readonly siteId: string } | { readonly refused: string };

/**
 * Which site a line is for, by name. A network administrator may name sites that are not there yet: they get their id
 * at once and are founded when the whole file has arrived.
 */
export class ImportSites {
  private readonly unfounded = new Map<string, { readonly id: string; readonly name: string }>();

  private constructor(
    private readonly known: ReadonlyMap<string, string>,
    private readonly mayFound: boolean,
    private readonly chosen: string | undefined,
  ) {}

  /**
   * @param chosen `?site=`: the only site that the file may be for
   * @throws Refusal 404 when that is not a site the reader may import into
   */
  static async of(manager: EntityManager, who: SignedIn, chosen: string | undefined): Promise<ImportSites> {
    const rows: { id: string; name: string }[] = await manager.query(
      'select id, lower(name) as name from site',
    );
    const roles = who.memberships;
    const allowed = rows.filter(({ id }) =>
      may({ roles, action: 'import-registers', subject: { siteId: id, own: false } }),
    );
    if (chosen !== undefined && !allowed.some(({ id }) => id === chosen)) throw notFound();
    const mayFound = roles.some(({ role }) => reachOf(role, 'import-registers') === 'net');
    return new ImportSites(new Map(allowed.map(({ id, name }) => [name, id])), mayFound, chosen);
  }

  find(name: string): Found {
    const key = name.toLowerCase();
    const siteId = this.known.get(key) ?? this.unfounded.get(key)?.id;
    if (this.chosen !== undefined && siteId !== this.chosen)
      return {
        refused: 'This line is for another site than the one you chose. Send it with that site’s own file.',
      };
    if (siteId !== undefined) return { siteId };
    if (!this.mayFound)
      return { refused: 'There is no site of this name that you look after. Check how it is spelled.' };
    if (this.unfounded.size >= MOST_NEW_SITES)
      return {
        refused: `This file names more than ${MOST_NEW_SITES} new sites. Check the order of the fields.`,
      };
    const id = randomUUID();
    this.unfounded.set(key, { id, name });
    return { siteId: id };
  }

  /** Founds the new sites that have lines; whoever imports becomes their administrator. */
  async found(manager: EntityManager, used: ReadonlySet<string>): Promise<void> {
    for (const { id, name } of this.unfounded.values())
      if (used.has(id)) await manager.query('select found_site($1, $2)', [name, id]);
  }
}
