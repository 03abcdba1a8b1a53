import type { WishesChange, WishesView } from '@followon/shared/contract/wishes';
import { changeKeptWishes } from '@followon/shared/db/wishes/change-wishes';
import { undoesOwnWord } from '@followon/shared/db/wishes/own-words';
import type { Person, SaidBy } from '@followon/shared/db/wishes/person';
import type { KeptWishes } from '@followon/shared/db/wishes/read-wishes';
import { readWishes } from '@followon/shared/db/wishes/read-wishes';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { Audience } from '@followon/shared/rules/nudge/nudge';
import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { conflict, invalid } from '../http/problem.js';
import { Work } from '../work/work.js';
import { viewOf } from './wish-view.js';

/** Whose wishes, where that is written down, and in which capacities they are spoken to. */
export interface Whose {
  readonly person: Person;
  /** Each site with a part in this person hears that something changed, never what. */
  readonly siteIds: readonly string[];
  readonly capacities: readonly Audience[];
}

interface Saying {
  readonly change: WishesChange;
  readonly by: SaidBy;
  /** @throws Refusal that stops the change, with what was said before in hand */
  readonly check?: (kept: KeptWishes) => void;
}

/** What people say about their messages: by link, signed in, or written down by their group's contact person. */
@Injectable()
export class WishKeeper {
  constructor(
    private readonly work: Work,
    private readonly audit: Audit,
    @Inject(ENV) private readonly env: Pick<Env, 'FOLLOWON_SECRET'>,
  ) {}

  kept({ person }: Whose): Promise<KeptWishes> {
    return readWishes(this.work.manager, person);
  }

  async view(whose: Whose): Promise<WishesView> {
    const today = londonDate(this.work.now());
    return viewOf(await this.kept(whose), { capacities: whose.capacities, today });
  }

  /** Saying the same again changes nothing, and is told to nobody. @throws Refusal 400; 409 where it is another's to say */
  async change(whose: Whose, { change, by, check }: Saying): Promise<void> {
    const { person, capacities } = whose;
    const at = this.work.now();
    const today = londonDate(at);
    const changed = await changeKeptWishes(this.work.manager, person, {
      ...{ change, capacities, by, at, today, secret: this.env.FOLLOWON_SECRET },
      check: (kept) => {
        check?.(kept);
        if (by === 'contact' && undoesOwnWord(kept, change, today)) throw theirOwn();
      },
    });
    if ('message' in changed) throw invalid(changed.path, changed.message);
    if (!changed.isNew) return;
    for (const siteId of whose.siteIds) await this.tell(siteId, { whose, by, optOuts: changed.optOuts });
  }

  private async tell(
    siteId: string,
    told: {
      readonly whose: Whose;
      readonly by: SaidBy;
      readonly optOuts: readonly { purpose: string; channel: string }[];
    },
  ): Promise<void> {
    const { id: personId, kind: personKind } = told.whose.person;
    const to = { streamId: siteId, streamKind: 'site', siteId } as const;
    const payload = { personKind, personId };
    await this.work.append({ ...to, name: 'message-wishes.changed.v1', payload });
    for (const { purpose, channel } of told.optOuts)
      await this.work.append({
        ...{ ...to, name: 'nudge.opted-out.v1' },
        payload: { ...payload, purpose, channel, by: told.by },
      });
    await this.audit.record({ what: `wishes.changed.${told.by}`, siteId, subject: personId });
  }
}

/** Whoever writes down what others say never takes back what those said themselves. */
const theirOwn = () =>
  conflict('wishes.theirs', 'They said this themselves.', {
    detail: 'Only they can change it, with the link in any message they have had.',
  });
