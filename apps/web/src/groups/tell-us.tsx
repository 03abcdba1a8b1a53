import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { GroupView } from '@followon/shared/contract/groups';
import type { GroupReportView, ReportKind } from '@followon/shared/contract/health';
import type { Page } from '@followon/shared/contract/page';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';
import { Section } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { groupQueries, tell, type Telling } from './queries.js';
import { kinds, SAY, sayReport, saidBack } from './report-words.js';
import { WelcomesNew } from './welcomes-new.js';

interface TellingProps {
  readonly group: GroupView;
  readonly now: string;
  readonly reports: readonly GroupReportView[];
}

/** What was said or settled a moment ago, and how it is taken back: it stays where it stood. */
type JustNow = { readonly said: string; readonly undo: Telling };

function useTelling(groupId: string) {
  const [justNow, setJustNow] = useState<JustNow>();
  const announce = useAnnounce();
  const act = useAct(
    (telling: Telling, key) => tell(groupId, telling, key),
    ['groups', 'alerts'],
    ({ id, kind }, telling) => {
      const isUndo = justNow !== undefined && telling === justNow.undo;
      const said = isUndo ? t('tell.said.undone') : saidBack(kind, telling);
      announce(said);
      setJustNow(isUndo ? undefined : { said, undo: 'say' in telling ? { settle: id } : { say: kind } });
    },
  );
  const give = (telling: Telling) => act.mutate(telling);
  return { justNow, give, busy: act.isPending, trouble: act.error ? wordsFor(act.error) : undefined };
}

type OnTell = (telling: Telling) => void;

/** It stands where the button stood, with its way back. */
function JustSaid(props: { readonly justNow: JustNow; readonly busy: boolean; readonly onTell: OnTell }) {
  const { justNow, busy, onTell } = props;
  return (
    <FocusHere className="fo-tell__said">
      <p>
        <strong>{justNow.said}</strong>
      </p>
      <Button kind="quiet" busy={busy} onClick={() => onTell(justNow.undo)}>
        {t('task.undo')}
      </Button>
    </FocusHere>
  );
}

/** What was said stands until it is over. */
function StillSo(props: {
  readonly report: GroupReportView;
  readonly now: string;
  readonly busy: boolean;
  readonly onTell: OnTell;
}) {
  const { report, now, busy, onTell } = props;
  return (
    <div className="fo-tell__open">
      <p>{sayReport(report, now)}</p>
      <Button
        kind="secondary"
        busy={busy}
        aria-label={t('tell.settleWhat', { what: t(SAY[report.kind]) })}
        onClick={() => onTell({ settle: report.id })}
      >
        {t('tell.settle')}
      </Button>
    </div>
  );
}

/** One thing a group may want to say: what was said of it, or the one tap that says it. Each waits for nobody else. */
function Kind({ kind, group, now, reports }: TellingProps & { readonly kind: ReportKind }) {
  const { justNow, give, busy, trouble } = useTelling(group.id);
  const open = reports.find((report) => report.kind === kind && report.until === null);
  return (
    <li>
      {justNow ? <JustSaid justNow={justNow} busy={busy} onTell={give} /> : null}
      {!justNow && open ? <StillSo report={open} now={now} busy={busy} onTell={give} /> : null}
      {!justNow && !open ? (
        <Button kind="secondary" busy={busy} onClick={() => give({ say: kind })}>
          {t(SAY[kind])}
        </Button>
      ) : null}
      {trouble ? <p role="alert">{trouble}</p> : null}
    </li>
  );
}

interface ToldProps extends Omit<TellingProps, 'reports'> {
  readonly told: UseQueryResult<Page<GroupReportView>>;
}

/** A group can speak also when what it said before is not to be had: saying it twice is told kindly. */
function Tell({ group, now, told }: ToldProps) {
  const reports = told.data?.items ?? [];
  return (
    <Section title={t('tell.title')} id="tell">
      <p>{t('tell.lede')}</p>
      <Asked query={told}>{() => null}</Asked>
      {told.isPending ? null : (
        <ul className="fo-tell">
          {kinds.map((kind) => (
            <Kind key={kind} kind={kind} group={group} now={now} reports={reports} />
          ))}
        </ul>
      )}
      <WelcomesNew group={group} />
    </Section>
  );
}

const SHOWN = 4;

/** Said and taken back within the day: not meant. */
const isMeant = ({ on, until }: GroupReportView): boolean => on !== until;

/** For others: what the group said, as it said it. Most groups said nothing, so nothing is announced before it is known. */
function Told({ now, told }: Omit<ToldProps, 'group'>) {
  const meant = told.data?.items.filter(isMeant).slice(0, SHOWN) ?? [];
  if (told.isPending || (told.data && meant.length === 0)) return null;
  return (
    <Section title={t('tell.others')} id="told">
      <Asked query={told}>
        {() => (
          <ul className="fo-lines fo-lines--close">
            {meant.map((report) => (
              <li key={report.id}>{sayReport(report, now)}</li>
            ))}
          </ul>
        )}
      </Asked>
    </Section>
  );
}

/** What a group says about itself: said in one tap by its own people, read as a sentence by others. */
export function TellUs({ group, now }: Omit<TellingProps, 'reports'>) {
  const told = useQuery(groupQueries.reports(group.id));
  return group.may.report ? <Tell group={group} now={now} told={told} /> : <Told now={now} told={told} />;
}
