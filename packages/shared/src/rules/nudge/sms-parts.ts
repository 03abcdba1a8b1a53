/**
 * What a text message may cost: networks cut it into parts and charge for each.
 * Alphabet and limits: 3GPP TS 23.038 sections 6.1.2 and 6.2.1, TS 23.040 section 9.2.3.24.1 (a part of several gives up room
 * for the number by which a telephone joins them again).
 */
export interface SmsParts {
  /** One sign outside the small alphabet moves the whole text into the large one. */
  readonly alphabet: 'gsm-7' | 'ucs-2';
  /** As a network counts: some signs take the room of two. */
  readonly signs: number;
  readonly parts: number;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASIC = new Set(
  `${LETTERS}0123456789@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà`,
);
/** Written with a sign before them that says so, so each takes two places. */
const EXTENDED = new Set('\f^{}\\[~]|€');

const ROOM = {
  'gsm-7': { alone: 160, ofSeveral: 153 },
  'ucs-2': { alone: 70, ofSeveral: 67 },
} as const;

const placesInSmall = (sign: string): number | undefined =>
  BASIC.has(sign) ? 1 : EXTENDED.has(sign) ? 2 : undefined;

/** A sign that every telephone has. */
export const isOneOfTheSmall = (sign: string): boolean => placesInSmall(sign) !== undefined;

/** How many signs and parts a text message is. */
export function smsParts(text: string): SmsParts {
  const characters = [...text];
  const inSmall = characters.map(placesInSmall).filter((places) => places !== undefined);
  const isSmall = inSmall.length === characters.length;
  const places = isSmall ? inSmall : characters.map((sign) => sign.length);
  const alphabet = isSmall ? 'gsm-7' : 'ucs-2';
  const signs = places.reduce((sum, one) => sum + one, 0);
  const { alone, ofSeveral } = ROOM[alphabet];
  return { alphabet, signs, parts: signs <= alone ? 1 : packed(places, ofSeveral) };
}

/** A sign of two places is never cut in half: it begins the next part. */
function packed(places: readonly number[], room: number): number {
  let parts = 1;
  let left = room;
  for (const one of places) {
    if (one > left) {
      parts += 1;
      left = room;
    }
    left -= one;
  }
  return parts;
}
