import type { GroupSummary } from '@followon/shared/contract/groups';
import type { Turnout } from '@followon/shared/contract/health';
import { sayDay } from '../dates.js';
import { localeTag, t, type MessageKey } from '../i18n.js';

type Reason = GroupSummary['reasons'][number];
type ClearsWhen = NonNullable<GroupSummary['clearsWhen']>;

const WORDS: Readonly<Record<Reason['key'], MessageKey>> = {
  'below-70-twice': 'reason.below-70-twice',
  'below-60': 'reason.below-60',
  'under-3': 'reason.under-3',
  silent: 'reason.silent',
  'long-silent': 'reason.long-silent',
  'dates-missed': 'reason.dates-missed',
  'cancelled-twice': 'reason.cancelled-twice',
  'register-corrected': 'reason.register-corrected',
  resting: 'reason.resting',
};

/** The same without numbers, for readers whose sites they are not. */
const PLAIN: Readonly<Partial<Record<Reason['key'], MessageKey>>> = {
  'below-70-twice': 'reason.below-60.plain',
  'below-60': 'reason.below-60.plain',
  'under-3': 'reason.under-3.plain',
};

/** Silence is about the time since a meeting, not about how the meeting went. */
const ABOUT_SILENCE: readonly Reason['key'][] = ['silent', 'long-silent', 'resting'];

const CLEARS: Readonly<Record<ClearsWhen['key'], MessageKey>> = {
  'two-meetings-with': 'clears.two-meetings-with',
  'any-news': 'clears.any-news',
  'next-meeting-held': 'clears.next-meeting-held',
};

const WEEK_DAYS = 7;

/** One finding as a sentence, made from its numbers here, in the reader's language. */
export function sayReason(reason: Reason, now: string): string {
  const recent = reason.recent ?? [];
  const plain = recent.length === 0 ? PLAIN[reason.key] : undefined;
  if (plain) return t(plain);
  return t(WORDS[reason.key], {
    usual: Math.round(reason.usual ?? 0),
    recent: new Intl.ListFormat(localeTag()).format(recent.map(String)),
    count: recent.length || reason.meetingIds.length,
    last: reason.lastOn ? sayDay(reason.lastOn, now) : '',
    known: reason.lastOn ? 'yes' : 'no',
    weeks: Math.max(1, Math.round((reason.gapDays ?? 0) / WEEK_DAYS)),
  });
}

/** What would bring the group back to steady. */
const sayClears = (clears: ClearsWhen): string => t(CLEARS[clears.key], { headcount: clears.headcount ?? 0 });

/** The dates the reasons speak of, for the strip to mark. */
export const concernDates = (
  reasons: readonly Reason[],
  slots: readonly { readonly meetingId: string | null; readonly on: string }[],
): readonly string[] => {
  const ids = new Set(
    reasons.filter(({ key }) => !ABOUT_SILENCE.includes(key)).flatMap((reason) => reason.meetingIds),
  );
  return slots.filter((slot) => slot.meetingId !== null && ids.has(slot.meetingId)).map((slot) => slot.on);
};

/** How the strip of a group marks what worries us about it; nothing for a steady group. */
export const concernOf = ({
  level,
  reasons,
  turnout,
}: Pick<GroupSummary, 'level' | 'reasons' | 'turnout'>) =>
  level === 'fading' || level === 'at-risk'
    ? { level, dates: concernDates(reasons, turnout.slots) }
    : undefined;

/** The strip beside the reasons draws its line where they draw it: what was usual before the fall. */
export function asReasoned<T extends Pick<GroupSummary, 'reasons' | 'turnout'>>({
  reasons,
  turnout,
}: T): Turnout {
  const usual = reasons.find((reason) => reason.usual !== undefined)?.usual;
  return usual === undefined || turnout.usual === null ? turnout : { ...turnout, usual: Math.round(usual) };
}

interface ReasonListProps {
  readonly reasons: readonly Reason[];
  readonly clearsWhen: ClearsWhen | null;
  readonly now: string;
  /** Where the meetings of a reason are listed; left out where the numbers are not the reader's to see. */
  readonly meetingsHref?: string;
}

/** Why, in two or three sentences, and what clears it. */
export function ReasonList({ reasons, clearsWhen, now, meetingsHref }: ReasonListProps) {
  if (reasons.length === 0) return null;
  return (
    <div className="fo-reasons">
      <ul className="fo-reasons__list">
        {reasons.map((reason) => (
          <li key={reason.key}>
            {sayReason(reason, now)}{' '}
            {meetingsHref && reason.meetingIds.length > 0 ? (
              <a href={meetingsHref}>{t('reason.meetings', { count: reason.meetingIds.length })}</a>
            ) : null}
          </li>
        ))}
      </ul>
      {clearsWhen ? <p className="fo-reasons__clears">{sayClears(clearsWhen)}</p> : null}
    </div>
  );
}
