// Browsers carry no Welsh dates or lists, or wrong ones (the day after the month, "a(c)" for "and").
const MONTHS = 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(
  ' ',
);
const DAYS = 'Sul Llun Mawrth Mercher Iau Gwener Sadwrn'.split(' ');

/** "Mawrth", or "Mawrth 2025". @param date a calendar date, as `2026-03-05` */
export function welshMonth(date: string, withYear: boolean): string {
  const [year = '', month = ''] = date.split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  return withYear ? `${name} ${year}` : name;
}

/** "Dydd Iau 5 Mawrth". @param date a calendar date, as `2026-03-05` */
export function welshDay(date: string, withYear: boolean): string {
  const weekday = DAYS[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? '';
  return `Dydd ${weekday} ${Number(date.slice(8))} ${welshMonth(date, withYear)}`;
}

/** "And" is *ac* before the vowels of un (1), un ar ddeg (11) and wyth (8). */
const BEFORE_A_VOWEL = /^(1|11|8\d?)$/;

/** "4, 5 a 3" */
export function welshList(numbers: readonly number[]): string {
  const last = String(numbers.at(-1) ?? '');
  if (numbers.length < 2) return last;
  return `${numbers.slice(0, -1).join(', ')} ${BEFORE_A_VOWEL.test(last) ? 'ac' : 'a'} ${last}`;
}
