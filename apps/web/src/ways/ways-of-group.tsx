import { Link } from '@tanstack/react-router';
import type { GroupView } from '@followon/shared/contract/groups';
import { t } from '../i18n.js';
import { Section } from '../ui/page.js';
import { openWays, WAY_WORDS } from './ways.js';

/** What a group may decide for itself; each opens a calm page of its own, and nothing happens here. */
export function WaysOfGroup({ group }: { readonly group: GroupView }) {
  const open = openWays(group);
  if (open.length === 0) return null;
  return (
    <Section title={t(group.ownGroup ? 'ways.title' : 'ways.title.others')} id="ways">
      {group.ownGroup ? <p>{t('ways.lede')}</p> : null}
      <ul className="fo-ways">
        {open.map((way) => (
          <li key={way}>
            <Link to="/groups/$id/next/$way" params={{ id: group.id, way }} className="fo-ways__way">
              {t(WAY_WORDS[way].title)}
            </Link>
            <p className="fo-muted">{t(WAY_WORDS[way].about)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
