import type { EntityManager } from 'typeorm';

const CONTACT = `
  select r.account_id as id from group_role r join account a on a.id = r.account_id and a.disabled_at is null
  where r.group_id = $1 and r.kind = 'contact' and r.until_on is null order by r.from_on, r.id limit 1`;

/** The contact person of a group who has been that longest and can sign in; null: there is none, or no group yet. */
export async function contactOf(manager: EntityManager, groupId: string | null): Promise<string | null> {
  if (groupId === null) return null;
  const [contact]: { id: string }[] = await manager.query(CONTACT, [groupId]);
  return contact?.id ?? null;
}
