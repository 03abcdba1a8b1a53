import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { GroupView } from '@followon/shared/contract/groups';
import type { Ancestor } from '@followon/shared/contract/merges';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { Section } from '../ui/page.js';
import { TurnoutStrip } from '../ui/turnout-strip.js';
import { wayQueries } from './queries.js';

interface LineageProps {
  readonly group: GroupView;
  readonly now: string;
}

/** A group that went on here, with how its own meetings went. */
function CameFrom({ one, now }: { readonly one: Ancestor; readonly now: string }) {
  return (
    <li>
      <p>
        <Link to="/groups/$id" params={{ id: one.groupId }}>
          {one.name}
        </Link>{' '}
        {t('lineage.joined', { day: sayDay(one.mergedOn, now), count: one.meetings })}
      </p>
      {one.turnout.slots.length > 0 ? <TurnoutStrip turnout={one.turnout} now={now} size="row" /> : null}
    </li>
  );
}

/** Where a group came from, and where it went on: nothing is lost when two become one. */
export function LineageOfGroup({ group, now }: LineageProps) {
  const lineage = useQuery(wayQueries.lineage(group.id));
  const { cameFrom = [], goesOnIn = null, formerNames = [] } = lineage.data ?? {};
  if (cameFrom.length === 0 && !goesOnIn && formerNames.length === 0) return null;
  return (
    <Section title={t(goesOnIn ? 'lineage.went' : 'lineage.title')} id="lineage">
      {goesOnIn ? (
        <p>
          {t('lineage.goesOn')}{' '}
          <Link to="/groups/$id" params={{ id: goesOnIn.id }}>
            {goesOnIn.name}
          </Link>
        </p>
      ) : null}
      {formerNames.length > 0 ? <p>{t('lineage.names', { names: formerNames.join(', ') })}</p> : null}
      <ul className="fo-lines">
        {cameFrom.map((one) => (
          <CameFrom key={one.groupId} one={one} now={now} />
        ))}
      </ul>
    </Section>
  );
}
