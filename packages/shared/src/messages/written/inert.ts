/** What turns text around, or hides in it. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu;
const ADDRESS = /(?:https?:\/\/|www\.)/giu;
const MOST = 80;

/** Words that somebody typed, fit for a line of a message: one line, read as it is written, and no address to tap on. */
export const inert = (text: string): string =>
  text.replace(UNSEEN, ' ').replace(ADDRESS, '').replace(/\s+/gu, ' ').trim().slice(0, MOST);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it, also inside a quoted attribute. */
export const asHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
