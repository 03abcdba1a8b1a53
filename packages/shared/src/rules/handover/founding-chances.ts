import type { FoundingWish, Slot } from './founding-wish.js';

/** How a group would meet. */
export type MeetsBy = 'in-person' | 'online';

/**
 * How likely somebody comes to a meeting, if it is near and at a time they asked for. [D]: nobody has measured it. A diabetes
 * project that invited people by letter counts on half of those who enlist (product.md 5.2, S16b); people who know each
 * other and choose their own time should do better, and with the losses below a mixed group still comes to about half.
 */
export const COMES = { yes: 0.7, maybe: 0.3, no: 0, 'other-kind': 0 } as const;

/** [D]: with time, travel is the reason people name first for staying away (product.md 2.2, S15). It does not count online. */
export const BY_DISTANCE = { near: 1, 'some-way': 0.8, far: 0.4, unknown: 0.8 } as const;

/** [D]: a time nobody asked for still suits one in seven; who named no time is somewhere between. */
export const BY_TIME = { wished: 1, 'not-wished': 0.15, unknown: 0.6 } as const;

/** [D]: what somebody would rather not do, few do; who did not say usually can. */
export const BY_WAY = { wished: 1, 'not-wished': 0.15, unknown: 0.8 } as const;

/** What is left out of account, to see what stands in a group's way. */
export type Leaving = { readonly out?: readonly ('time' | 'distance')[] };

export type Meeting = { readonly slot: Slot; readonly by: MeetsBy } & Leaving;

/** The chance, 0 to 1, that whoever wrote this slip comes to such a meeting. */
export function chanceOf(wish: FoundingWish, { slot, by, out = [] }: Meeting): number {
  const distance = by === 'online' || out.includes('distance') ? 1 : BY_DISTANCE[wish.distance ?? 'unknown'];
  const time = out.includes('time') ? 1 : BY_TIME[fitOf(wish.times, slot)];
  return COMES[wish.interest] * distance * time * BY_WAY[wayOf(wish.way, by)];
}

type Wished = keyof typeof BY_TIME;

const fitOf = (times: readonly Slot[], slot: Slot): Wished => {
  if (times.length === 0) return 'unknown';
  return times.includes(slot) ? 'wished' : 'not-wished';
};

const wayOf = (way: FoundingWish['way'], by: MeetsBy): Wished => {
  if (way === undefined) return 'unknown';
  return way === 'either' || way === by ? 'wished' : 'not-wished';
};
