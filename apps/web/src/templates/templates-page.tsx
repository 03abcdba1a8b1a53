import { useQuery } from '@tanstack/react-query';
import type { DatedTemplateTask, ListRoute, TemplateView } from '@followon/shared/contract/templates';
import { useState } from 'react';
import { useSession } from '../api/session.js';
import { civilDate, dayAfter, sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { SelectField, TextField } from '../ui/field.js';
import { PageTitle } from '../ui/page.js';
import { ROUTE } from '../ui/route-words.js';
import { Asked } from '../ui/states.js';
import { blank, ownKey, withOwn } from './changes.js';
import { ADD_TASK, ListLine } from './list-line.js';
import { ListHistory } from './list-history.js';
import { templateQuery } from './queries.js';
import { Findings, Saving } from './saving.js';
import { TaskForm } from './task-form.js';
import { useFocusBack } from './use-focus-back.js';
import { useTemplate, type Editing } from './use-template.js';

/** A list opens four weeks before the last session: with this one, today. */
const DAYS_AHEAD = 28;

export interface Chosen {
  readonly route?: ListRoute | undefined;
  readonly on?: string | undefined;
  readonly withoutPtv?: 'true' | undefined;
}

/** Nobody goes with a group that does not meet, or comes back. */
const NEVER_WITH_PTV: readonly ListRoute[] = ['none', 'restart'];

interface PageProps {
  readonly siteId: string;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onSite: (siteId: string) => void;
}

/** For whoever looks after several sites. */
function SiteChoice({ siteId, onSite }: Pick<PageProps, 'siteId' | 'onSite'>) {
  const sites = useSession().memberships.filter(({ role }) => role === 'site-admin');
  if (sites.length < 2) return null;
  return (
    <SelectField
      name="site"
      label={t('filter.site')}
      value={siteId}
      onChange={(event) => onSite(event.target.value)}
    >
      {sites.map((site) => (
        <option key={site.siteId} value={site.siteId}>
          {site.siteName}
        </option>
      ))}
    </SelectField>
  );
}

function AddTask({ editing }: { readonly editing: Editing }) {
  const [isOpen, open] = useState(false);
  const tasks = editing.preview.data?.tasks ?? [];
  const place = useFocusBack<HTMLDivElement>(isOpen);
  if (!isOpen)
    return (
      <div className="fo-list__add" id={ADD_TASK} tabIndex={-1} ref={place}>
        <Button kind="secondary" onClick={() => open(true)}>
          {t('templates.add')}
        </Button>
      </div>
    );
  return (
    <TaskForm
      label={t('templates.add')}
      typed={blank}
      others={tasks}
      onLeave={() => open(false)}
      onKeep={(typed) => {
        open(false);
        const key = ownKey(typed.title, editing.changes);
        editing.change(
          withOwn(editing.changes, key, typed),
          t('templates.said.added', { task: typed.title }),
        );
      }}
    />
  );
}

const inPlace = (tasks: readonly DatedTemplateTask[]) =>
  tasks.toSorted((one, other) => one.position - other.position);

/** The list on a date: read by all who work by it, changed by the site's administrators. */
function TheList({
  template,
  ...shown
}: {
  readonly template: TemplateView;
  readonly lastSessionOn: string;
  readonly withoutPtv: boolean;
}) {
  const it = useTemplate(template, shown);
  const editing = template.mayChange ? it : undefined;
  return (
    <>
      {editing ? <Findings findings={it.findings} /> : <p>{t('templates.read')}</p>}
      <Asked query={it.preview} lines={8}>
        {({ tasks, leftOut, opensOn }) => (
          <>
            <p>{t('templates.opens', { day: sayDay(opensOn), count: tasks.length })}</p>
            <ol className="fo-list">
              {inPlace([...tasks, ...leftOut]).map((task) => (
                <ListLine key={task.key} task={task} others={tasks} editing={editing} />
              ))}
            </ol>
            {editing ? <AddTask editing={editing} /> : null}
          </>
        )}
      </Asked>
      {editing ? <Saving editing={editing} /> : null}
      <ListHistory template={template} editing={editing} />
    </>
  );
}

/** *Handover lists*: what a site's people are asked to do on each way to carry on, in the site's own words and days. */
export function TemplatesPage({ siteId, chosen, onChoose, onSite }: PageProps) {
  const { now } = useSession();
  const route = chosen.route ?? 'new';
  const lastSessionOn = chosen.on ?? dayAfter(civilDate(now), DAYS_AHEAD);
  const withoutPtv = chosen.withoutPtv === 'true' && !NEVER_WITH_PTV.includes(route);
  const template = useQuery(templateQuery(siteId, route));
  return (
    <Asked query={template} lines={8}>
      {(it) => (
        <>
          <PageTitle title={t('templates.title')}>
            <p className="fo-lede">{t('templates.lede', { site: it.siteName })}</p>
          </PageTitle>
          <div className="fo-list__asks">
            <SiteChoice siteId={siteId} onSite={onSite} />
            <SelectField
              name="route"
              label={t('templates.route')}
              value={route}
              onChange={(event) => onChoose({ ...chosen, route: event.target.value as ListRoute })}
            >
              {(Object.keys(ROUTE) as ListRoute[]).map((one) => (
                <option key={one} value={one}>
                  {t(ROUTE[one])}
                </option>
              ))}
            </SelectField>
            <TextField
              name="on"
              type="date"
              label={t(route === 'restart' ? 'templates.opensOn' : 'templates.lastSession')}
              value={lastSessionOn}
              onChange={(event) => {
                if (event.target.value) onChoose({ ...chosen, on: event.target.value });
              }}
            />
            {NEVER_WITH_PTV.includes(route) ? null : (
              <label className="fo-check-field">
                <input
                  type="checkbox"
                  checked={withoutPtv}
                  onChange={(event) =>
                    onChoose({ ...chosen, withoutPtv: event.target.checked ? 'true' : undefined })
                  }
                />
                <span>{t('templates.withoutPtv')}</span>
              </label>
            )}
          </div>
          <TheList key={route} template={it} lastSessionOn={lastSessionOn} withoutPtv={withoutPtv} />
        </>
      )}
    </Asked>
  );
}
