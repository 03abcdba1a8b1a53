import type { WishesChange } from '@followon/shared/contract/wishes';
import type { KeptWishes } from '@followon/shared/db/wishes/read-wishes';
import { neutralName } from '@followon/shared/messages/say';
import { nudgeOf } from '@followon/shared/rules/nudge/nudges';
import { pauseWeeks } from '@followon/shared/rules/nudge/facts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { WhoseWishes } from '../../wishes/whose-wishes.js';
import { WishKeeper } from '../../wishes/wish-keeper.js';
import { Work } from '../../work/work.js';
import type { LinkActing, Opened, Spent } from '../link-acting.js';
import { nothingMore } from '../link-acting.js';

const Said = z.strictObject({
  choice: z.enum(['stop', 'undo', 'stop-all', 'undo-all', 'pause', 'undo-pause']),
  weeks: z.literal(pauseWeeks).optional(),
});
type Said = z.infer<typeof Said>;

const MESSAGE = `
  select n.key, n.audience, g.name as "groupName" from nudge n left join follow_on_group g on g.id = n.group_id where n.id = $1`;

interface Message {
  readonly key: string;
  readonly audience: string;
  readonly groupName: string | null;
}

const WEEKS = 4;

/**
 * No more of what this message was for; beside it everything, or a pause. Opening it stops nothing, using it again
 * stays as good as the first time, and its holder needs no role and no account.
 */
@Injectable()
export class StopMessages implements LinkActing<Said> {
  readonly action = 'stop';
  readonly permits = ['own-wishes'] as const;
  readonly forAnybody = true;
  readonly body = Said;

  constructor(
    private readonly work: Work,
    private readonly whose: WhoseWishes,
    private readonly wishes: WishKeeper,
  ) {}

  async open(nudgeId: string): Promise<Opened> {
    const whose = await this.whose.ofReader();
    const message = await this.message(nudgeId);
    const kept = await this.wishes.kept(whose);
    const purpose = purposeOf(message);
    const about = message?.audience === 'member' ? null : (neutralName(message?.groupName) ?? null);
    const happened = happenedTo(kept, purpose);
    return {
      ...nothingMore,
      ...{ state: 'ready', happened, wishes: await this.wishes.view(whose) },
      subject: { title: '', key: purpose ?? null, why: null, about, dueOn: null, on: null },
      choices: choicesOf(kept, { purpose, isStopped: happened?.what === 'stop' }),
    };
  }

  afterUse(): boolean {
    return true;
  }

  async act(nudgeId: string, { choice, weeks = WEEKS }: Said): Promise<Spent> {
    const purpose = purposeOf(await this.message(nudgeId));
    await this.say(changeFor(choice, { purpose, weeks }), 'self');
    return 'kept';
  }

  /** What a mail program's own button does. */
  async oneClick(nudgeId: string): Promise<void> {
    const purpose = purposeOf(await this.message(nudgeId));
    await this.say(changeFor('stop', { purpose, weeks: WEEKS }), 'unsubscribe');
  }

  private async say(change: WishesChange, by: 'self' | 'unsubscribe'): Promise<void> {
    await this.wishes.change(await this.whose.ofReader(), { change, by });
  }

  private async message(nudgeId: string): Promise<Message | undefined> {
    const [row]: Message[] = await this.work.manager.query(MESSAGE, [nudgeId]);
    return row;
  }
}

const purposeOf = (message: Message | undefined): string | undefined =>
  message && nudgeOf(message.key)?.purpose;

interface About {
  readonly purpose: string | undefined;
  readonly weeks: 2 | 4 | 8;
}

/** A message that is not in the catalogue any more has no purpose to stop: then a stop is a stop of everything. */
function changeFor(choice: Said['choice'], { purpose, weeks }: About): WishesChange {
  const ofPurpose = (wants: boolean): WishesChange =>
    purpose === undefined ? { stopAll: !wants } : { purposes: { [purpose]: wants } };
  const changes: { readonly [C in Said['choice']]: WishesChange } = {
    stop: ofPurpose(false),
    undo: ofPurpose(true),
    'stop-all': { stopAll: true },
    'undo-all': { stopAll: false },
    pause: { pause: { weeks } },
    'undo-pause': { pause: null },
  };
  return changes[choice];
}

function happenedTo({ wishes, consents }: KeptWishes, purpose: string | undefined): Opened['happened'] {
  if (wishes.stoppedAt) return { what: 'stop-all', at: wishes.stoppedAt.toISOString(), count: null };
  const word = consents.find((one) => one.channel === 'any' && one.purpose === purpose);
  return word && !word.wants ? { what: 'stop', at: word.saidAt.toISOString(), count: null } : null;
}

function choicesOf(
  { wishes }: KeptWishes,
  { purpose, isStopped }: { readonly purpose: string | undefined; readonly isStopped: boolean },
): Said['choice'][] {
  if (wishes.stoppedAt) return ['undo-all'];
  const ofPurpose: Said['choice'][] = purpose === undefined ? [] : [isStopped ? 'undo' : 'stop'];
  return [...ofPurpose, 'stop-all', wishes.pausedUntil ? 'undo-pause' : 'pause'];
}
