import type { TestDatabase } from './database.js';

/** Somebody said yes or no to a purpose. */
export const saysTo = (
  database: TestDatabase,
  member: { readonly id: string },
  { purpose, wants = true }: { readonly purpose: string; readonly wants?: boolean },
): Promise<unknown> =>
  database.insert('message_consent', {
    ...{ person_id: member.id, person_kind: 'member', member_id: member.id, channel: 'any' },
    ...{ purpose, wants, said_at: '2026-01-01T09:00:00Z', said_by: 'self' },
  });
