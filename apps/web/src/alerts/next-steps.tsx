import { Link } from '@tanstack/react-router';
import type { AlertDetail } from '@followon/shared/contract/alerts';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.js';
import { t, type MessageKey } from '../i18n.js';

type Step = AlertDetail['nextSteps'][number];

const DO: Readonly<Record<Step, MessageKey>> = {
  'ask-ptv-to-call': 'alert.do.ask-ptv-to-call',
  'send-ideas': 'alert.do.send-ideas',
  'meet-another-group': 'alert.do.meet-another-group',
  'invite-newcomers': 'alert.do.invite-newcomers',
  'offer-rest': 'alert.do.offer-rest',
  'offer-closing-well': 'alert.do.offer-closing-well',
  'find-contact': 'alert.do.find-contact',
  'find-venue': 'alert.do.find-venue',
  'look-at-tasks': 'alert.do.look-at-tasks',
  'ask-volunteers': 'alert.do.ask-volunteers',
  'use-recorded-story': 'alert.do.use-recorded-story',
};

interface Place {
  readonly alert: AlertDetail;
  readonly actions: readonly string[];
}

function toGroup({ alert: { groupId } }: Place, hash: string, words: MessageKey): ReactNode {
  return groupId ? (
    <Link to="/groups/$id" params={{ id: groupId }} hash={hash}>
      {t(words)}
    </Link>
  ) : null;
}

function toProgramme({ alert: { programmeId } }: Place, hash: string, words: MessageKey): ReactNode {
  return programmeId ? (
    <Link to="/programmes/$id" params={{ id: programmeId }} hash={hash}>
      {t(words)}
    </Link>
  ) : null;
}

const toPeople = (place: Place): ReactNode => toGroup(place, 'people', 'alert.link.people');
const toWays = (place: Place): ReactNode => toGroup(place, 'ways', 'alert.link.ways');

/** The page where it can be done, for those who have one. */
const PLACE: Readonly<Partial<Record<Step, (place: Place) => ReactNode>>> = {
  'ask-ptv-to-call': toPeople,
  'find-contact': toPeople,
  'offer-rest': toWays,
  'offer-closing-well': toWays,
  'send-ideas': ({ alert, actions }) =>
    actions.includes('see-documents') ? (
      <Link to="/sites/$id/documents" params={{ id: alert.siteId }}>
        {t('alert.link.documents')}
      </Link>
    ) : null,
  'meet-another-group': ({ alert }) => (
    <Link to="/groups" search={{ site: alert.siteId }}>
      {t('alert.link.groups')}
    </Link>
  ),
  'invite-newcomers': ({ alert, actions }) =>
    actions.includes('see-programmes') ? (
      <Link to="/programmes" search={{ site: alert.siteId }}>
        {t('alert.link.programmes')}
      </Link>
    ) : null,
  'look-at-tasks': (place) => toProgramme(place, 'handover', 'alert.link.handover'),
  'ask-volunteers': (place) =>
    toProgramme(place, 'volunteer', 'alert.link.volunteer') ??
    (place.actions.includes('see-volunteers') ? (
      <Link to="/volunteers">{t('alert.link.volunteers')}</Link>
    ) : null),
};

/** What could be done, in order, each with the way there: ideas, never orders. */
export function NextSteps({ alert }: { readonly alert: AlertDetail }) {
  const { actions } = useSession();
  return (
    <ul className="fo-lines fo-lines--close">
      {alert.nextSteps.map((step) => (
        <li key={step}>
          {t(DO[step])} {PLACE[step]?.({ alert, actions })}
        </li>
      ))}
    </ul>
  );
}
