import type { MergeView } from '@followon/shared/contract/merges';
import { aGroup } from './a-group.js';
import { giveRole } from './a-group-and-everyone.js';
import { aSite } from './a-site.js';
import type { AccountRow } from './an-account.js';
import { anAccount } from './an-account.js';
import type { Answer, Client, TestApi } from './api.js';
import type { TestDatabase } from './database.js';

export interface AGroupWithContact {
  readonly id: string;
  readonly name: string;
  readonly account: AccountRow;
  readonly client: Client;
}

export interface TwoGroups {
  readonly siteId: string;
  readonly from: AGroupWithContact;
  readonly into: AGroupWithContact;
  readonly admin: Client;
  /** By the first group's contact person. */
  ask(body?: object): Promise<Answer<MergeView>>;
  /** By the second group's contact person. */
  answer(id: string, answer?: 'agree' | 'decline'): Promise<Answer<MergeView>>;
  /** Asked and agreed; answers the merge's id. */
  merge(body?: object): Promise<string>;
}

/** Two groups of a site, each with a contact person of its own, and the site's administrator. */
export async function twoGroups(
  database: TestDatabase,
  api: TestApi,
  headcounts: readonly number[] = [],
): Promise<TwoGroups> {
  const siteId = (await aSite(database)).id;
  const made = async (): Promise<AGroupWithContact> => {
    const { id, name } = await aGroup(database, { siteId, headcounts });
    const account = await anAccount(database, { roles: [{ role: 'contact', siteId }] });
    await giveRole(database, { siteId, groupId: id, kind: 'contact', accountId: account.id });
    return { id, name, account, client: await api.signedInAs(account) };
  };
  const [from, into] = [await made(), await made()];
  const administrator = await anAccount(database, { roles: [{ role: 'site-admin', siteId }] });
  const ask = (body: object = {}) =>
    from.client.post<MergeView>(`/groups/${from.id}/merge`, { intoGroupId: into.id, ...body });
  const answer = (id: string, word: 'agree' | 'decline' = 'agree') =>
    into.client.post<MergeView>(`/group-merges/${id}/answer`, { answer: word });
  const merge = async (body?: object) => {
    const asked = await ask(body);
    const agreed = await answer(asked.body.id);
    if (agreed.status !== 200) throw new Error(`merging answered ${agreed.status}: ${agreed.text}`);
    return asked.body.id;
  };
  return { siteId, from, into, admin: await api.signedInAs(administrator), ask, answer, merge };
}
