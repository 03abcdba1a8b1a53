import type { TemplateView } from '@followon/shared/contract/templates';
import { sayMoment } from '../dates.js';
import { t } from '../i18n.js';
import { Details } from '../ui/details.js';
import { countOf, isSame } from './changes.js';
import type { Editing } from './use-template.js';

/** Every version that the site saved; an older one can be taken up again, and is saved as a new one. */
export function ListHistory({
  template: { versions },
  editing,
}: {
  readonly template: TemplateView;
  readonly editing?: Editing | undefined;
}) {
  if (versions.length === 0) return null;
  return (
    <Details summary={t('templates.history', { count: versions.length })}>
      <ul className="fo-list">
        {versions.map(({ version, savedAt, savedBy, changes }) => (
          <li className="fo-list__line fo-list__line--out" key={version}>
            <p>
              {t('templates.version', { version, moment: sayMoment(savedAt) })}{' '}
              {savedBy ? t('templates.versionBy', { name: savedBy }) : null}{' '}
              {t('templates.askCount', { count: countOf(changes) })}
            </p>
            {editing && !isSame(changes, editing.changes) ? (
              <button
                type="button"
                className="fo-plain-button"
                onClick={() => editing.change(changes, t('templates.said.version', { version }))}
              >
                {t('templates.takeUp', { version })}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </Details>
  );
}
