import type { LinkAction } from '@followon/shared/contract/links';
import type { Role } from '@followon/shared/contract/session';

/** A living link as its token found it, with the roles its holder has now. */
export interface FoundLink {
  readonly id: string;
  readonly siteId: string;
  readonly action: LinkAction;
  readonly subjectId: string;
  readonly accountId: string | null;
  readonly memberId: string | null;
  readonly roles: readonly Role[];
}

/** How far it has been used, read under its lock. */
export interface LinkUse {
  /** Null: as often as its holder likes, until it expires. */
  readonly usesLeft: number | null;
  readonly usedAt: Date | null;
  readonly usedFor: string | null;
}
