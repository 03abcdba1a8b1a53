import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { GroupSummary } from '@followon/shared/contract/groups';
import { t } from '../i18n.js';
import { meetingQueries } from './queries.js';

/** The person's own groups in which a meeting has passed and nobody has said how it went. */
export function useDueRegisters(): readonly GroupSummary[] {
  const groups = useQuery(meetingQueries.ownGroups());
  return groups.data?.items.filter(({ registersMissing }) => registersMissing > 0) ?? [];
}

/** The way to writing a meeting down: by the group's name when it waits to be told, else plainly. */
export function RecordLinks({ due }: { readonly due: readonly GroupSummary[] }) {
  if (due.length === 0)
    return (
      <Link to="/record" className="fo-choice fo-choice--record">
        {t('nav.record')}
      </Link>
    );
  return due.map((group) => (
    <Link key={group.id} to="/record" search={{ group: group.id }} className="fo-choice fo-choice--record">
      <span>
        {t('record.due')} <span className="fo-block fo-muted">{group.name}</span>
      </span>
    </Link>
  ));
}
