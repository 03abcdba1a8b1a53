import { randomInt } from 'node:crypto';

const words = (
  'apple bench birch brook candle cedar clover coast copper daisy ember fern field finch garden ginger glade harbour ' +
  'hazel heron hill honey ivy juniper kettle lamp lantern lark lemon linen maple meadow mint moss oak olive orchard ' +
  'otter pebble pepper pine plum pond poppy quilt rain reed river robin rose sage shore silver sparrow spruce stone ' +
  'sunrise thyme tulip valley walnut willow wren yarrow'
).split(' ');

/** A password that can be read aloud and typed on a phone: about 31 random bits, behind the sign-in's rate limit. */
export function readablePassword(): string {
  const picked = Array.from({ length: 3 }, () => words[randomInt(words.length)]);
  return `${picked.join('-')}-${randomInt(1000, 10_000)}`;
}
