import { Link } from '@tanstack/react-router';
import type { FlagView, PolicyReplay, ReplaySide, WhatFollowedView } from '@followon/shared/contract/policy';
import { useEffect, useRef, useState } from 'react';
import { explainedIn, localeTag, t, type MessageKey } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { Sign, standingWord } from '../ui/level-tag.js';
import { sayDate } from './say-date.js';

type Key = FlagView['reasonKeys'][number];

/** A short word for each reason: the long ones need numbers, and those are not told of a whole site's history. */
const WHY: Readonly<Record<Key, MessageKey>> = {
  'below-70-twice': 'policy.why.fewer',
  'below-60': 'policy.why.fewer',
  'under-3': 'policy.why.fewer',
  'few-lately': 'policy.why.fewer',
  'few-likely': 'policy.why.fewer',
  cusum: 'policy.why.fewer',
  silent: 'policy.why.silence',
  'long-silent': 'policy.why.silence',
  'long-gap': 'policy.why.gaps',
  'dates-missed': 'policy.why.missed',
  'cancelled-twice': 'policy.why.missed',
  'help-asked': 'policy.why.asked',
  'venue-lost': 'policy.why.told',
  conflict: 'policy.why.told',
  'one-carries': 'policy.why.told',
  'roles-vacant': 'policy.why.roles',
  'nobody-new': 'policy.why.nobodyNew',
  'registers-missing': 'policy.why.registers',
  'register-corrected': 'policy.why.registers',
  'carries-on': 'policy.why.carriesOn',
  'marks-changed': 'policy.why.marks',
  resting: 'policy.why.resting',
};

const FOLLOWED: Readonly<Record<WhatFollowedView, MessageKey>> = {
  'met-again': 'policy.followed.metAgain',
  'few-came': 'policy.followed.fewCame',
  'went-quiet': 'policy.followed.wentQuiet',
  rested: 'policy.followed.rested',
  closed: 'policy.followed.closed',
  'too-soon': 'policy.followed.tooSoon',
};

function sayWhy({ reasonKeys }: FlagView): string {
  const words = [...new Set(reasonKeys.map((key) => t(WHY[key])))];
  return t('policy.because', { reasons: new Intl.ListFormat(localeTag()).format(words) });
}

function sayWhen({ on, until }: FlagView): string {
  if (until === null) return t('policy.since', { from: sayDate(on) });
  if (until === on) return t('policy.onDay', { on: sayDate(on) });
  return t('policy.fromUntil', { from: sayDate(on), until: sayDate(until) });
}

function Flags({ flags }: { readonly flags: readonly FlagView[] }) {
  if (flags.length === 0) return <span className="fo-muted">{t('policy.notFlagged')}</span>;
  return (
    <ul className="fo-trial__flags">
      {flags.map((flag) => (
        <li key={flag.on}>
          <span className="fo-trial__when">{sayWhen(flag)}</span>
          <span className="fo-trial__level" lang={explainedIn()}>
            <Sign standing={flag.level} /> {standingWord(flag.level)}
          </span>
          <span>
            {sayWhy(flag)} {t(FOLLOWED[flag.whatFollowed])}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface Row {
  readonly groupId: string;
  readonly name: string;
  readonly now: readonly FlagView[];
  readonly proposed: readonly FlagView[];
}

const latestIn = ({ now, proposed }: Row): string =>
  [...now, ...proposed].reduce((latest, { on }) => (on > latest ? on : latest), '');

/** Every group that was flagged on one side or the other, the latest first. */
function rowsOf({ now, proposed }: PolicyReplay): readonly Row[] {
  const groupsIn = (side: ReplaySide) => side.groups ?? [];
  const all = [...groupsIn(now), ...groupsIn(proposed)];
  const names = new Map(all.map(({ groupId, name }) => [groupId, name]));
  const flagsIn = (side: ReplaySide, id: string) =>
    groupsIn(side).find(({ groupId }) => groupId === id)?.flags ?? [];
  return [...names]
    .map(([groupId, name]) => ({
      ...{ groupId, name },
      now: flagsIn(now, groupId),
      proposed: flagsIn(proposed, groupId),
    }))
    .filter((row) => latestIn(row) !== '')
    .sort((a, b) => (latestIn(a) > latestIn(b) ? -1 : 1));
}

function GroupRow({ row: { groupId, name, now, proposed } }: { readonly row: Row }) {
  return (
    <tr className="nhsuk-table__row">
      <th scope="row" className="nhsuk-table__header">
        <Link to="/groups/$id" params={{ id: groupId }}>
          {name}
        </Link>
      </th>
      <td className="nhsuk-table__cell" data-label={t('policy.now')}>
        <Flags flags={now} />
      </td>
      <td className="nhsuk-table__cell" data-label={t('policy.proposed')}>
        <Flags flags={proposed} />
      </td>
    </tr>
  );
}

const FIRST = 20;

/** The rest of the rows on demand; the button goes, so the keyboard goes to the first of the new ones. */
function useAllRows(count: number) {
  const [all, show] = useState(false);
  const body = useRef<HTMLTableSectionElement>(null);
  const announce = useAnnounce();
  useEffect(() => {
    if (all) body.current?.rows[FIRST]?.querySelector('a')?.focus();
  }, [all]);
  const showAll = () => {
    show(true);
    announce(t('policy.shownAll', { count }));
  };
  return { all, body, showAll };
}

/** When each group was or would have been flagged, why, and what came of it. */
export function TrialGroups({ trial }: { readonly trial: PolicyReplay }) {
  const rows = rowsOf(trial);
  const { all, body, showAll } = useAllRows(rows.length);
  if (rows.length === 0) return <p>{t('policy.noFlags')}</p>;
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <>
      <table className="nhsuk-table fo-table fo-table--trial">
        <caption className="nhsuk-u-visually-hidden">{t('policy.groups')}</caption>
        <thead className="nhsuk-table__head">
          <tr>
            <th scope="col">{t('policy.group')}</th>
            <th scope="col">{t('policy.now')}</th>
            <th scope="col">{t('policy.proposed')}</th>
          </tr>
        </thead>
        <tbody className="nhsuk-table__body" ref={body}>
          {shown.map((row) => (
            <GroupRow key={row.groupId} row={row} />
          ))}
        </tbody>
      </table>
      {shown.length < rows.length ? (
        <Button kind="secondary" onClick={showAll}>
          {t('policy.showAll', { count: rows.length })}
        </Button>
      ) : null}
    </>
  );
}
