/** What an answer from a phone asks for. Its words are read once and kept nowhere. */
export interface Reply {
  readonly said: 'stop' | 'start' | 'pause' | 'count' | 'not-met' | 'unknown';
  /** Of a pause its weeks, of a count how many came. */
  readonly amount: number | null;
}

const MOST_CAME = 500;
const PAUSE_WEEKS = 4;
const LONGEST_PAUSE_WEEKS = 52;

const words = (said: Reply['said'], list: string): [string, Reply['said']][] =>
  list.split(' ').map((word) => [word, said]);

/** English and Welsh; the words that telephone companies know are among them. */
const ALONE: ReadonlyMap<string, Reply['said']> = new Map([
  ...words('stop', 'stopall quit cancel end optout'),
  ...words('start', 'start unstop restart dechrau'),
  ...words('pause', 'pause saib seibiant oedi'),
  ...words('not-met', 'no na nage naddo'),
]);
const BEFORE = '((hi|hello|helo|ok|sorry|please|pls|plis) )*';
const AFTER = '( (please|pls|plis|now|thanks|thank you|diolch|os gwelwch yn dda))*';
const STOP_FIRST = new RegExp(`^${BEFORE}(stop|stopio|stopiwch|stopia|unsubscribe)( |$)`);
const STOP_WHOLE = new RegExp(
  `^${BEFORE}(opt( me)? out|no more( (texts|messages|of these))?|remove me|take me off|dim (mwy|rhagor)( o (negeseuon|destunau))?|(do not|don t|dont) (text|message|contact) me( again| any ?more)?)${AFTER}$`,
);
const NOT_MET = /^(we )?(did not|didn t|didnt) meet$|^no meeting$|^dim cyfarfod$/;

const NUMBERS: ReadonlyMap<string, number> = new Map(
  [
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
    '- un dau tri pedwar pump chwech saith wyth naw deg',
  ].flatMap((list) => list.split(' ').map((word, number): [string, number] => [word, number])),
);
const COUNT =
  /^(?:we were |there were )?(\d{1,3}|[a-z]+)(?: (?:came|people|people came|of us|wedi dod|o bobl))?$/;
const PAUSE = /^(?:pause|saib|seibiant|oedi)(?: for)? (\d{1,2})(?: (?:weeks?|wythnos))?$/;

/** A sign, a point or a comma inside a number makes it another number: nobody guesses what was meant. */
const ODD_NUMBER = /[-+−–]\s*\d|\d\s*[.,/:-]\s*\d/;

/** "6", "Six came.", "STOP", "pause 2": what it means; `unknown` for everything that is not surely one thing. */
export function readReply(text: string): Reply {
  const first = text.slice(0, 200).toLowerCase();
  const plain = first.replace(/[^a-z0-9]+/g, ' ').trim();
  const numbered = ODD_NUMBER.test(first) ? undefined : (paused(plain) ?? counted(plain));
  return asked(plain) ?? numbered ?? { said: 'unknown', amount: null };
}

function asked(plain: string): Reply | undefined {
  const said = ALONE.get(plain) ?? (NOT_MET.test(plain) ? 'not-met' : stopped(plain));
  return said && { said, amount: said === 'pause' ? PAUSE_WEEKS : null };
}

/**
 * "Stop texts", "please stop sending me these", "STOP - Robin", "no more texts please": whoever begins so wants no more.
 * Taken for one by mistake, START brings all back; not taken for one, nobody could honour it.
 */
const stopped = (plain: string): 'stop' | undefined =>
  STOP_FIRST.test(plain) || STOP_WHOLE.test(plain) ? 'stop' : undefined;

function paused(plain: string): Reply | undefined {
  const weeks = Number(PAUSE.exec(plain)?.[1]);
  return weeks >= 1 && weeks <= LONGEST_PAUSE_WEEKS ? { said: 'pause', amount: weeks } : undefined;
}

function counted(plain: string): Reply | undefined {
  const found = COUNT.exec(plain)?.[1];
  if (found === undefined) return undefined;
  const number = /^\d/.test(found) ? Number(found) : NUMBERS.get(found);
  return number !== undefined && number <= MOST_CAME ? { said: 'count', amount: number } : undefined;
}
