import type { TemplateFindingView } from '@followon/shared/contract/templates';
import { wordsFor } from '../api/problem.js';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';
import { countOf } from './changes.js';
import type { Editing } from './use-template.js';

/** What keeps the list from being one that people can work through, and how to mend it. */
export function Findings({ findings }: { readonly findings: readonly TemplateFindingView[] }) {
  return (
    <div role="status">
      {findings.length > 0 ? (
        <div className="fo-ask">
          <p className="fo-ask__title">{t('templates.findings', { count: findings.length })}</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {findings.map(({ path, key, message, mend }) => (
              <li key={`${path}-${key}-${message}`}>
                <a href={`#task-${key}`}>{message}</a> {mend}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

function Asking({ editing }: { readonly editing: Editing }) {
  return (
    <FocusHere label={t('templates.ask')} className="fo-ask">
      <p className="fo-ask__title">{t('templates.ask')}</p>
      <p>{t('templates.askCount', { count: countOf(editing.changes) })}</p>
      <p>{t('templates.askWhat')}</p>
      <div className="fo-acts">
        <Button busy={editing.isSaving} onClick={editing.save}>
          {t('templates.saveIt')}
        </Button>
        <Button kind="secondary" onClick={editing.notYet}>
          {t('templates.notYet')}
        </Button>
      </div>
    </FocusHere>
  );
}

/** Nothing is saved that does not hold, and nothing by one press. */
export function Saving({ editing }: { readonly editing: Editing }) {
  const { isChanged, isAsking, findings, error, preview } = editing;
  if (!isChanged) return editing.isShipped ? <p>{t('templates.isShipped')}</p> : null;
  return (
    <div className="fo-list__save">
      {error ? <p role="alert">{wordsFor(error)}</p> : null}
      {isAsking ? (
        <Asking editing={editing} />
      ) : (
        <div className="fo-acts">
          <p>{t('templates.unsaved')}</p>
          {findings.length === 0 ? (
            <Button busy={preview.isFetching} onClick={editing.askToSave}>
              {t('templates.save')}
            </Button>
          ) : null}
          <Button kind="secondary" onClick={editing.undo}>
            {t('templates.undo')}
          </Button>
        </div>
      )}
    </div>
  );
}
