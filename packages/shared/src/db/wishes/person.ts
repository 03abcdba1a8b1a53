/** Somebody messages go to: an account, or a member who does not sign in. */
export interface Person {
  readonly id: string;
  readonly kind: 'account' | 'member';
}

/** Whose word it was: their own, by page or link, by a reply, by the button of a mail program, or as their contact person wrote it down. */
export type SaidBy = 'self' | 'contact' | 'reply' | 'unsubscribe';

/** The columns by which every table about wishes knows somebody; values in the order of {@link PERSON_COLUMNS}. */
export const PERSON_COLUMNS = 'person_id, person_kind, account_id, member_id';
export const personValues = ({ id, kind }: Person): readonly (string | null)[] => [
  ...[id, kind],
  kind === 'account' ? id : null,
  kind === 'member' ? id : null,
];

/** A member with an account is that account, in all their groups and roles. */
export const personOf = (member: { readonly id: string; readonly accountId: string | null }): Person =>
  member.accountId ? { id: member.accountId, kind: 'account' } : { id: member.id, kind: 'member' };
