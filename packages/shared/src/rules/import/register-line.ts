import { earliestDate, isDate, latestDate } from '../calendar/civil-date.js';

/** The first line of a register file, in this order. */
export const registerHeader = ['site', 'group', 'date', 'status', 'headcount', 'attendees'] as const;

/** One line of a register file: one meeting. Attendees are opaque references, each once. */
export type RegisterLine = {
  readonly site: string;
  readonly group: string;
  readonly on: string;
  readonly outcome: 'held' | 'not-held' | 'missing';
  readonly headcount: number | null;
  readonly attendees: readonly string[];
};

/** A refusal says what is wrong and how to mend it, and repeats nothing of the line: it may hold a name. */
export type Checked = { readonly line: RegisterLine } | { readonly refused: string };

const MOST_CHARACTERS = 500;
const MOST_PEOPLE = 500;
const LONGEST_NAME = 80;

const outcomes = { held: 'held', not_held: 'not-held', cancelled: 'not-held', missing: 'missing' } as const;
const isStatus = (status: string): status is keyof typeof outcomes => Object.hasOwn(outcomes, status);

/** Judges the fields of one line that is to be kept, as they stood between the commas. `today` bounds the dates. */
export const checkRegisterLine = (fields: readonly string[], today: string): Checked =>
  check(fields, { today, longestName: LONGEST_NAME });

/** The same for a file that is only read: it knows no today, and a name may be as long as any other field. */
export const checkReadOnlyLine = (fields: readonly string[]): Checked =>
  check(fields, { today: latestDate, longestName: MOST_CHARACTERS });

type Bounds = { readonly today: string; readonly longestName: number };

function check(fields: readonly string[], bounds: Bounds): Checked {
  if (fields.length !== registerHeader.length) {
    return {
      refused: `There are ${fields.length} fields here; there must be ${registerHeader.length}. Check the commas.`,
    };
  }
  const [site, group, on, status, headcount, attendees] = fields.map((field) => field.trim()) as Fields;
  const people = referencesIn(attendees);
  const refused =
    textRefused(fields) ?? meetingRefused({ site, group, on, status, headcount, people }, bounds);
  if (refused !== undefined) return { refused };
  const outcome = outcomes[status as keyof typeof outcomes];
  const came = outcome === 'held' ? Number(headcount) : null;
  return { line: { site, group, on, outcome, headcount: came, attendees: people } };
}

type Fields = [string, string, string, string, string, string];
type Said = Pick<RegisterLine, 'site' | 'group' | 'on'> & {
  readonly status: string;
  readonly headcount: string;
  readonly people: readonly string[];
};

const meetingRefused = (said: Said, bounds: Bounds): string | undefined =>
  nameRefused(said, bounds) ?? dateRefused(said.on, bounds) ?? peopleRefused(said) ?? registerRefused(said);

function referencesIn(attendees: string): string[] {
  if (attendees === '') return [];
  const references = new Set<string>();
  for (const part of attendees.split(';')) references.add(part.trim());
  references.delete('');
  return [...references];
}

function textRefused(fields: readonly string[]): string | undefined {
  if (fields.some((field) => field.includes('\0')))
    return 'A field holds a character that is no text. Type it again.';
  if (fields.some((field) => field.includes('\uFFFD')))
    return 'A letter cannot be read. Save the file as UTF-8 and send it again.';
  if (fields.some((field) => /^\s*[=+\-@]/.test(field)))
    return 'A field starts with = + - or @, which a spreadsheet would run. Take that sign away.';
  if (fields.slice(0, -1).some((field) => field.length > MOST_CHARACTERS))
    return `A field is longer than ${MOST_CHARACTERS} characters. Shorten it.`;
  return undefined;
}

function nameRefused({ site, group }: Said, { longestName }: Bounds): string | undefined {
  if (site === '') return 'The site is missing. Write its name in the first field.';
  if (group === '') return 'The group is missing. Write its name in the second field.';
  if (site.length > longestName || group.length > longestName)
    return `A name of a site or a group is longer than ${longestName} characters. Shorten it.`;
  return undefined;
}

function dateRefused(date: string, { today }: Bounds): string | undefined {
  if (!isDate(date)) return 'The date is not a day of the calendar. Write it like 2026-11-23.';
  if (date < earliestDate) return `The date is before ${earliestDate}. Check the year.`;
  if (date > latestDate) return `The date is after ${latestDate}. Check the year.`;
  if (date > today) return 'The date is still to come. Only meetings up to today can be sent.';
  return undefined;
}

function peopleRefused({ people }: Said): string | undefined {
  if (people.length > MOST_PEOPLE) return `There are more than ${MOST_PEOPLE} people in the last field.`;
  if (people.some((reference) => reference.length > MOST_CHARACTERS))
    return `A person in the last field is longer than ${MOST_CHARACTERS} characters. Put ; between people.`;
  return undefined;
}

function registerRefused({ status, headcount, people }: Said): string | undefined {
  if (!isStatus(status)) return 'The status is not known. Write held, not_held, cancelled or missing.';
  if (status === 'held') return heldRefused(headcount, people);
  if (people.length > 0)
    return 'People are named for a meeting without a register. Take them out, or write held.';
  if (status === 'missing' && headcount !== '')
    return 'A missing register has no head count. Take the number out, or write held.';
  if (headcount !== '' && !isHeadcount(headcount))
    return 'The head count is not a whole number from 0 to 500.';
  return undefined;
}

function heldRefused(headcount: string, people: readonly string[]): string | undefined {
  if (headcount === '') return 'The head count is missing. Write how many people came, or write missing.';
  if (!isHeadcount(headcount)) return 'The head count is not a whole number from 0 to 500.';
  if (Number(headcount) < people.length)
    return 'The head count is lower than the number of people named. Raise it, or take people out.';
  return undefined;
}

const isHeadcount = (text: string): boolean => /^\d{1,6}$/.test(text) && Number(text) <= MOST_PEOPLE;
