import { queryOptions, useQuery } from '@tanstack/react-query';
import type { NudgeView } from '@followon/shared/contract/messages';
import type { Page } from '@followon/shared/contract/page';
import { get } from '../api/client.js';
import { useSession } from '../api/session.js';
import { sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { Section } from '../ui/page.js';
import { Asked } from '../ui/states.js';

const nudgesOf = (group: string) =>
  queryOptions({
    queryKey: ['nudges', group],
    queryFn: () => get<Page<NudgeView>>('/nudges', { group, limit: 30 }),
  });

const AUDIENCE: Readonly<Record<NudgeView['audience'], MessageKey>> = {
  member: 'nudge.to.member',
  'role-holder': 'nudge.to.role-holder',
  volunteer: 'nudge.to.volunteer',
  staff: 'nudge.to.staff',
};

const STATE: Readonly<Record<NudgeView['state'], MessageKey>> = {
  planned: 'nudge.planned',
  suppressed: 'nudge.suppressed',
  sent: 'nudge.sent',
};

const KEYS: Readonly<Record<string, MessageKey>> = {
  would_a_hand_help: 'nudge.key.would_a_hand_help',
  how_was_it: 'nudge.key.how_was_it',
  task_due: 'nudge.key.task_due',
  first_meeting_soon: 'nudge.key.first_meeting_soon',
  meeting_reminder: 'nudge.key.meeting_reminder',
};

const sayNudge = (nudge: NudgeView, now: string): string =>
  t('nudge.line', {
    what: t(KEYS[nudge.key] ?? 'nudge.key.other'),
    to: t(AUDIENCE[nudge.audience]),
    state: t(STATE[nudge.state]),
    day: sayDay(nudge.dueAt, now),
  });

/** What the group was sent, or spared, and when. */
export function NudgesOfGroup({ groupId }: { readonly groupId: string }) {
  const { now } = useSession();
  const nudges = useQuery(nudgesOf(groupId));
  return (
    <Section title={t('nudges.title')} id="messages">
      <Asked query={nudges}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="fo-muted">{t('nudges.none')}</p>
          ) : (
            <ul className="fo-lines">
              {items.map((nudge) => (
                <li key={nudge.id}>{sayNudge(nudge, now)}</li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Section>
  );
}

/** In one line: what has already been tried for a group, so that nobody tries it twice. */
export function TriedForGroup({ groupId }: { readonly groupId: string }) {
  const { now } = useSession();
  const nudges = useQuery(nudgesOf(groupId));
  const sent = nudges.data?.items.find(({ state, key }) => state === 'sent' && key === 'would_a_hand_help');
  if (nudges.data === undefined) return null;
  return (
    <p className="fo-tried">
      {sent ? t('tried.asked', { day: sayDay(sent.dueAt, now) }) : t('tried.nothing')}
    </p>
  );
}
