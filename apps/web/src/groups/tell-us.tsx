import { useQuery } from '@tanstack/react-query';
import type { GroupView } from '@followon/shared/contract/groups';
import type { GroupReportView, ReportKind } from '@followon/shared/contract/health';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';
import { Section } from '../ui/page.js';
import { groupQueries, tell, type Telling } from './queries.js';
import { kinds, SAY, sayReport, saidBack } from './report-words.js';
import { WelcomesNew } from './welcomes-new.js';

interface TellingProps {
  readonly group: GroupView;
  readonly now: string;
  readonly reports: readonly GroupReportView[];
}

/** What was said or settled a moment ago, and how it is taken back: it stays where it stood. */
type JustNow = { readonly kind: ReportKind; readonly said: string; readonly undo: Telling };

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
      setJustNow(
        isUndo ? undefined : { kind, said, undo: 'say' in telling ? { settle: id } : { say: kind } },
      );
    },
  );
  const give = (telling: Telling) => act.mutate(telling);
  return { justNow, give, busy: act.isPending, trouble: act.error ? wordsFor(act.error) : undefined };
}

interface KindProps {
  readonly kind: ReportKind;
  readonly open: GroupReportView | undefined;
  readonly now: string;
  readonly telling: ReturnType<typeof useTelling>;
}

/** It stands where the button stood, with its way back. */
function JustSaid({ justNow, telling }: Pick<KindProps, 'telling'> & { readonly justNow: JustNow }) {
  return (
    <FocusHere className="fo-tell__said">
      <p>
        <strong>{justNow.said}</strong>
      </p>
      <Button kind="quiet" busy={telling.busy} onClick={() => telling.give(justNow.undo)}>
        {t('task.undo')}
      </Button>
    </FocusHere>
  );
}

/** One thing a group may want to say: what was said of it, or the one tap that says it. */
function Kind({ kind, open, now, telling }: KindProps) {
  const { justNow, give, busy } = telling;
  if (justNow?.kind === kind) return <JustSaid justNow={justNow} telling={telling} />;
  if (!open)
    return (
      <Button kind="secondary" busy={busy} onClick={() => give({ say: kind })}>
        {t(SAY[kind])}
      </Button>
    );
  return (
    <div className="fo-tell__open">
      <p>{sayReport(open, now)}</p>
      <Button kind="secondary" busy={busy} onClick={() => give({ settle: open.id })}>
        {t('tell.settle')}
        <span className="nhsuk-u-visually-hidden">: {t(SAY[kind])}</span>
      </Button>
    </div>
  );
}

function Tell({ group, now, reports }: TellingProps) {
  const telling = useTelling(group.id);
  return (
    <Section title={t('tell.title')} id="tell">
      <p>{t('tell.lede')}</p>
      {telling.trouble ? <p role="alert">{telling.trouble}</p> : null}
      <ul className="fo-tell">
        {kinds.map((kind) => (
          <li key={kind}>
            <Kind
              kind={kind}
              open={reports.find((report) => report.kind === kind && report.until === null)}
              now={now}
              telling={telling}
            />
          </li>
        ))}
      </ul>
      <WelcomesNew group={group} />
    </Section>
  );
}

const SHOWN = 4;

/** Said and taken back within the day: not meant. */
const isMeant = ({ on, until }: GroupReportView): boolean => on !== until;

/** For others: what the group said, as it said it. */
function Told({ now, reports }: Omit<TellingProps, 'group'>) {
  const meant = reports.filter(isMeant).slice(0, SHOWN);
  if (meant.length === 0) return null;
  return (
    <Section title={t('tell.others')} id="told">
      <ul className="fo-lines fo-lines--close">
        {meant.map((report) => (
          <li key={report.id}>{sayReport(report, now)}</li>
        ))}
      </ul>
    </Section>
  );
}

/** What a group says about itself: said in one tap by its own people, read as a sentence by others. */
export function TellUs({ group, now }: Omit<TellingProps, 'reports'>) {
  const reports = useQuery(groupQueries.reports(group.id)).data?.items;
  if (!reports) return null;
  return group.may.report ? (
    <Tell group={group} now={now} reports={reports} />
  ) : (
    <Told now={now} reports={reports} />
  );
}
