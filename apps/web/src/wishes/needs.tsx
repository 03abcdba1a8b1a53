import { useQuery } from '@tanstack/react-query';
import { t, type MessageKey } from '../i18n.js';
import { Section } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { accessNeeds } from './queries.js';

const FORMATS: Readonly<Record<string, MessageKey>> = {
  'large-print': 'wishes.format.large-print',
  'easy-read': 'wishes.format.easy-read',
  bsl: 'wishes.format.bsl',
  paper: 'wishes.format.paper',
};

/** How many people of the site need another form, so that paper and people are there for them. Nobody is named. */
export function Needs({ siteId }: { readonly siteId: string }) {
  const needs = useQuery(accessNeeds(siteId));
  return (
    <Section title={t('wishes.needs')} id="needs">
      <p>{t('wishes.needsHow')}</p>
      <Asked query={needs}>
        {({ formats, welsh }) => (
          <ul className="fo-wishes__needs">
            {formats.map(({ format, people }) => (
              <li key={format}>
                {t('wishes.needsCount', {
                  format: t(FORMATS[format] ?? 'wishes.format.standard'),
                  count: people,
                })}
              </li>
            ))}
            <li>{t('wishes.needsCount', { format: t('wishes.language.cy'), count: welsh })}</li>
          </ul>
        )}
      </Asked>
    </Section>
  );
}
