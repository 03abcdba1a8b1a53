import { useQuery } from '@tanstack/react-query';
import type { MessageKind } from '@followon/shared/contract/previews';
import { t } from '../i18n.js';
import { Breadcrumb } from '../ui/breadcrumb.js';
import { SelectField } from '../ui/field.js';
import { PageTitle } from '../ui/page.js';
import { Asked, Empty } from '../ui/states.js';
import { MessageList } from './message-list.js';
import { OneMessage } from './one-message.js';
import { previewQueries, type PreviewChoice } from './queries.js';

interface OwnSite {
  readonly siteId: string;
  readonly siteName: string;
}

interface PageProps {
  readonly siteId: string;
  /** The sites whose messages the reader may see. */
  readonly sites: readonly OwnSite[];
  readonly choice: PreviewChoice;
  readonly onChoose: (choice: PreviewChoice) => void;
}

function SitePicker({ siteId, sites, onChoose }: Omit<PageProps, 'choice'>) {
  if (sites.length < 2) return null;
  return (
    <SelectField
      name="site"
      label={t('filter.site')}
      value={siteId}
      onChange={(event) => onChoose({ site: event.target.value })}
    >
      {sites.map((site) => (
        <option key={site.siteId} value={site.siteId}>
          {site.siteName}
        </option>
      ))}
    </SelectField>
  );
}

function Every({ kinds, ...props }: PageProps & { readonly kinds: readonly MessageKind[] }) {
  const isUnknown = props.choice.key !== undefined;
  return (
    <>
      <PageTitle
        title={t('preview.title')}
        before={<Breadcrumb trail={[{ to: '/messages', words: t('delivery.title') }]} />}
      >
        <p className="fo-lede">{t('preview.lede')}</p>
      </PageTitle>
      {isUnknown ? (
        <Empty title={t('preview.unknown')}>
          <p>{t('preview.unknown.choose')}</p>
        </Empty>
      ) : null}
      <SitePicker {...props} />
      <MessageList kinds={kinds} site={props.siteId} />
    </>
  );
}

/** *See every message*: all that may be sent in a site's name, and each of them as its reader gets it. */
export function PreviewsPage(props: PageProps) {
  const { siteId, choice, onChoose } = props;
  const list = useQuery(previewQueries.list(siteId));
  return (
    <Asked query={list} lines={8} isPage>
      {({ items }) => {
        const kind = items.find(({ key }) => key === choice.key);
        const to = kind?.audiences.find(({ audience }) => audience === choice.audience) ?? kind?.audiences[0];
        if (!kind || !to) return <Every {...props} kinds={items} />;
        const { as = 'email', format = 'standard' } = choice;
        return (
          <OneMessage
            key={kind.key}
            chosen={{ site: siteId, kind, audience: to.audience, as, format }}
            to={to}
            onChoose={(change) => onChoose({ ...choice, ...change })}
          />
        );
      }}
    </Asked>
  );
}
