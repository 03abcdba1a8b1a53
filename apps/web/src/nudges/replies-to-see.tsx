import type { DeliveryCounts, DifferingReply, ReplyWhy } from '@followon/shared/contract/deliveries';
import { Link } from '@tanstack/react-router';
import { sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { Section } from '../ui/page.js';

const WHY: Readonly<Record<ReplyWhy, MessageKey>> = {
  unread: 'reply.unread',
  'not-asked': 'reply.not-asked',
  unclear: 'reply.unclear',
  differs: 'reply.differs',
};

const number = (count: number | null): string | number => count ?? t('reply.notMet');

function Differing({ reply: { groupId, groupName, on, texted, saved } }: { readonly reply: DifferingReply }) {
  return (
    <li>
      <Link to="/groups/$id" params={{ id: groupId }} hash="meetings">
        {groupName}
      </Link>
      {', '}
      {t('reply.texted', { day: sayDay(on), texted: number(texted), saved: number(saved) })}
    </li>
  );
}

const AllDiffering = ({ differing }: Pick<DeliveryCounts, 'differing'>) => (
  <ul className="nhsuk-list nhsuk-list--bullet">
    {differing.map((reply) => (
      <Differing key={`${reply.groupId} ${reply.on} ${reply.texted ?? ''}`} reply={reply} />
    ))}
  </ul>
);

/** Texts that machines could do nothing with; nothing at all where there are none. */
export function RepliesToSee({ replies, differing }: Pick<DeliveryCounts, 'replies' | 'differing'>) {
  if (replies.length === 0) return null;
  return (
    <Section title={t('reply.title')} id="texts">
      <ul className="nhsuk-list nhsuk-list--bullet">
        {replies.map(({ why, count }) => (
          <li key={why}>
            {t(WHY[why], { count })}
            {why === 'differs' ? <AllDiffering differing={differing} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
