import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '../i18n.js';

type Help = (task: HandoverTaskView) => ReactNode;

const ways: Help = ({ programmeId }) =>
  programmeId ? (
    <Link to="/programmes/$id" params={{ id: programmeId }} hash="carrying-on">
      {t('taskHelp.ways')}
    </Link>
  ) : null;

const group: Help = ({ programmeId, ownWords }) =>
  programmeId && !ownWords ? (
    <Link to="/programmes/$id" params={{ id: programmeId }} hash="the-group">
      {t('taskHelp.group')}
    </Link>
  ) : null;

const paper =
  (key: string, words: () => string): Help =>
  ({ siteId, programmeId }) => (
    <Link
      to="/sites/$id/documents/$key"
      params={{ id: siteId, key }}
      search={programmeId ? { programme: programmeId } : {}}
    >
      {words()}
    </Link>
  );

/** A line that somebody may copy as it is; nothing is sent from here. */
const line: Help = () => (
  <>
    {t('taskHelp.invite')} <q>{t('taskHelp.invite.line')}</q>
  </>
);

/** How a group goes on is its own to say: the answer here is only what the volunteer heard. */
const ownPage: Help = ({ groupId }) => (
  <>
    {t('taskHelp.own')}{' '}
    {groupId ? (
      <Link to="/groups/$id" params={{ id: groupId }}>
        {t('taskHelp.own.page')}
      </Link>
    ) : null}
  </>
);

const HELP: Readonly<Record<string, Help>> = {
  interest_poll: ways,
  choose_route: ways,
  no_partner: ways,
  roles_agreed: group,
  first_date_fixed: group,
  venue_option: paper('leaflet-people', () => t('taskHelp.leaflet')),
  leaflets_given: paper('leaflet-people', () => t('taskHelp.leaflet')),
  support_plan: paper('support-plan', () => t('taskHelp.plan')),
  missed_invite: line,
  review_90: ownPage,
};

/** Where a task is done best, or what it takes, for the tasks that have such a place. */
export function TaskHelp({ task }: { readonly task: HandoverTaskView }) {
  const help = Object.hasOwn(HELP, task.key) ? HELP[task.key]?.(task) : undefined;
  return help ? <p className="fo-task__note">{help}</p> : null;
}
