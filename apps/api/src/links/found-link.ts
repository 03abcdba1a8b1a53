import type { LinkAction } from '@followon/shared/contract/links';
import type { Role } from '@followon/shared/contract/session';
import type { Country } from '@followon/shared/rules/calendar/country';
import type { Language } from '@followon/shared/rules/nudge/in-which-languages';

/** A living link as its token found it, with the roles its holder has now. */
export interface FoundLink {
  readonly id: string;
  readonly siteId: string;
  readonly action: LinkAction;
  readonly subjectId: string;
  readonly accountId: string | null;
  readonly memberId: string | null;
  readonly roles: readonly Role[];
  /** What its holder chose to be written to in; null where they have not said. */
  readonly chosen: Language | null;
  /** Of its site. */
  readonly country: Country;
}

/** How far it has been used, read under its lock. */
export interface LinkUse {
  /** Null: as often as its holder likes, until it expires. */
  readonly usesLeft: number | null;
  readonly usedAt: Date | null;
  readonly usedFor: string | null;
}
