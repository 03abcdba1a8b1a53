import type { ChannelChoice } from '@followon/shared/rules/nudge/choose-channel';
import type { HoldReason } from '@followon/shared/rules/nudge/hours';
import { BY_HAND, isLetter, TO_PRINT } from '@followon/shared/rules/nudge/settle-delivery';
import type { EntityManager } from 'typeorm';
import type { Messenger, Outgoing } from '../channels/messenger.js';
import type { Claimed, Lot } from '../claim.js';
import { claimLot } from '../claim.js';
import type { MessageLinks } from '../message-links.js';
import { weigh } from '../weigh.js';
import type { Allowance } from './allowance.js';
import { chooseFor } from './choose.js';
import { Decisions } from './decisions.js';
import { letterFor, onScreen, outgoingFor } from './outgoing.js';
import type { Reach } from './reach.js';
import { readLinks, readReach } from './reach.js';
import type { Leased, Waiting } from './write-decisions.js';

const MINUTE_MS = 60_000;
/** How soon a message is looked at again that waits for a person: to be reached, or to print it. It may not be true any more. */
const LOOK_AGAIN_MS = 60 * MINUTE_MS;

type How = Pick<Waiting, 'reason' | 'channel' | 'pointId'>;

/** A message that is about to leave; without `outgoing` nothing could be made of it. */
export interface Ready {
  readonly claimed: Claimed;
  readonly messenger: Messenger;
  readonly pointId: string | null;
  readonly outgoing: Outgoing | undefined;
  /** It must have started by then: its reader's hours end. */
  readonly until: Date;
}

export interface Sending {
  readonly owner: string;
  readonly mode: 'demo' | 'live';
  readonly secret: string;
  readonly publicUrl: string;
  readonly messengers: readonly Messenger[];
  readonly allowanceOf: (messenger: Messenger) => Allowance;
  readonly links: MessageLinks;
}

interface Deciding {
  readonly manager: EntityManager;
  readonly sending: Sending;
  readonly now: Date;
  readonly decided: Decisions;
  /** When the hours of those that may leave end, by the id of the delivery. */
  readonly until: Map<string, Date>;
  /** What letters would wait for if they became something else. */
  readonly hours: Map<string, Hours>;
}

interface Hours {
  readonly dueAt: Date;
  readonly reason: HoldReason;
}

/** Claims a lot, weighs each of its messages and chooses its way, all in one transaction; what is answered may leave now. */
export async function decideLot(
  manager: EntityManager,
  { siteId, ids }: Lot,
  { sending, now }: { sending: Sending; now: Date },
): Promise<{ ready: readonly Ready[]; count: number }> {
  const decided = new Decisions();
  const deciding: Deciding = { manager, sending, now, decided, until: new Map(), hours: new Map() };
  const candidates: Claimed[] = [];
  for (const claimed of await claimLot(manager, ids, now))
    if (await mayGoOn(claimed, deciding)) candidates.push(claimed);
  const reached = sending.mode === 'demo' ? new Map<string, Reach>() : await reach(candidates, manager);
  await chooseWays(candidates, reached, deciding);
  await decided.write(manager, { owner: sending.owner, siteId, at: now });
  return { ready: await makeReady(reached, deciding), count: decided.count };
}

const reach = async (candidates: readonly Claimed[], manager: EntityManager) =>
  candidates.length === 0 ? new Map<string, Reach>() : readReach(manager, candidates);

/** A letter may be printed and posted at any hour: whether it still is one is asked outside hours too. */
async function mayGoOn(
  claimed: Claimed,
  { manager, now, decided, until, hours }: Deciding,
): Promise<boolean> {
  const decision = await weigh(manager, claimed, now);
  if ('suppress' in decision) {
    decided.suppress(claimed, decision.suppress);
    return false;
  }
  const { dueAt, heldBy: reason = 'quiet-hours' } = decision;
  if (dueAt <= now) until.set(claimed.id, decision.until);
  else if (isLetter(claimed)) hours.set(claimed.id, { dueAt, reason });
  else {
    decided.hold(claimed, dueAt, { reason });
    return false;
  }
  return true;
}

/** Sorted by provider, whose leave is asked for all of a lot at once. */
async function chooseWays(
  candidates: readonly Claimed[],
  reached: ReadonlyMap<string, Reach>,
  deciding: Deciding,
): Promise<void> {
  const byProvider = new Map<string, Leased[]>();
  for (const claimed of candidates) {
    const choice = choiceFor(claimed, reached, deciding.sending);
    const hours = deciding.hours.get(claimed.id);
    if (!('send' in choice)) setAside(claimed, choice, deciding);
    else if (hours) deciding.decided.hold(claimed, hours.dueAt, { reason: hours.reason });
    else {
      const one = { claimed, channel: choice.send, pointId: choice.pointId };
      byProvider.set(choice.send, [...(byProvider.get(choice.send) ?? []), one]);
    }
  }
  for (const leased of byProvider.values()) await askLeave(leased, deciding);
}

function choiceFor(
  claimed: Claimed,
  reached: ReadonlyMap<string, Reach>,
  { mode, messengers }: Sending,
): ChannelChoice {
  const known = reached.get(claimed.id);
  if (mode === 'demo' || !known) return { send: 'outbox', pointId: null };
  return chooseFor(claimed, known, messengers);
}

function setAside(
  claimed: Claimed,
  choice: Exclude<ChannelChoice, { send: string }>,
  { decided, now }: Deciding,
): void {
  if ('suppress' in choice) decided.suppress(claimed, choice.suppress);
  else decided.hold(claimed, new Date(now.getTime() + LOOK_AGAIN_MS), howHeld(choice));
}

function howHeld(choice: Exclude<ChannelChoice, { send: string } | { suppress: string }>): How {
  if ('hold' in choice) return { reason: choice.hold };
  if ('byHand' in choice) return { reason: BY_HAND, channel: BY_HAND };
  return { reason: TO_PRINT, channel: 'paper', pointId: choice.pointId };
}

async function askLeave(leased: readonly Leased[], { sending, decided, now }: Deciding): Promise<void> {
  const messenger = messengerOf(sending, leased[0]?.channel);
  const { count, waitsMs } = await sending.allowanceOf(messenger).take(leased.length);
  for (const one of leased.slice(0, count)) decided.send(one);
  for (const [index, { claimed }] of leased.slice(count).entries())
    decided.queue(claimed, new Date(now.getTime() + (waitsMs[index] ?? 0)));
}

function messengerOf({ messengers }: Sending, name: string | undefined): Messenger {
  const messenger = messengers.find((one) => one.name === name);
  if (!messenger) throw new Error(`no messenger is called ${name ?? 'nothing'}`);
  return messenger;
}

async function makeReady(
  reached: ReadonlyMap<string, Reach>,
  { manager, sending, now, until, decided: { leased } }: Deciding,
): Promise<Ready[]> {
  const claimed = leased.map((one) => one.claimed);
  await sending.links.mintAll(manager, claimed, now);
  const links = reached.size > 0 ? await readLinks(manager, claimed, sending.secret) : undefined;
  return leased.map((one) => {
    const known = reached.get(one.claimed.id);
    const messenger = messengerOf(sending, one.channel);
    const how = { links: links?.get(one.claimed.nudge_id), sending, way: messenger.way, now };
    const letter = known && letterFor(one.claimed, known, how);
    return {
      ...{ claimed: one.claimed, pointId: one.pointId, messenger },
      until: until.get(one.claimed.id) ?? now,
      outgoing: known ? outgoingFor(one, { known, letter, sending }) : onScreen(one.claimed),
    };
  });
}
