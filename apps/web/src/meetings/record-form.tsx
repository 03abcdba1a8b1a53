import type { MeetingView, Register } from '@followon/shared/contract/meetings';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { AnswersBefore } from '../ui/answers-before.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';
import { Stepper } from '../ui/stepper.js';
import { CorrectionWhy, type CorrectionReason } from './correction-why.js';
import { NOT_HELD, REASONS } from './not-held.js';
import { isTold, saveRegister, type Told } from './queries.js';
import { Saved } from './saved.js';
import { WhichMeeting, type Which } from './which-meeting.js';

interface RecordFormProps {
  readonly groupId: string;
  /** Newest first. */
  readonly meetings: readonly MeetingView[];
  readonly today: string;
  /** Set when the person came to change one particular register. */
  readonly meetingId: string | undefined;
  /** The person changes for others what those wrote down. */
  readonly needsWhy: boolean;
}

/** The meeting a person most likely means: the one they came for, else the newest nobody told of, else today. */
function likely(meetings: readonly MeetingView[], meetingId: string | undefined, today: string): Which {
  const meant =
    meetings.find(({ id }) => id === meetingId) ??
    meetings.find(({ registerDue, on }) => registerDue && on <= today);
  return { meeting: meant ?? null, on: meant?.on ?? today };
}

const lastCount = (meetings: readonly MeetingView[]): number =>
  meetings.find(({ headcount }) => headcount !== null)?.headcount ?? 0;

function NotHeld({
  busy,
  onChoose,
  onBack,
}: {
  readonly busy: boolean;
  readonly onChoose: (register: Register) => void;
  readonly onBack: () => void;
}) {
  return (
    <FocusHere label={t('record.whyNot')}>
      <p className="fo-task__ask">{t('record.whyNot')}</p>
      <div className="fo-pile">
        {REASONS.map((reason) => (
          <Button
            key={reason}
            kind="secondary"
            busy={busy}
            onClick={() => onChoose({ state: 'not-held', reason })}
          >
            {t(NOT_HELD[reason])}
          </Button>
        ))}
        <Button kind="quiet" onClick={onBack}>
          {t('task.back')}
        </Button>
      </div>
    </FocusHere>
  );
}

function useSave() {
  const announce = useAnnounce();
  const act = useAct(
    (told: Told, key) => saveRegister(told, key),
    ['meetings', 'groups', 'alerts'],
    (saved) =>
      announce(t('record.said', { day: sayDay(saved.on), count: saved.headcount ?? 0, held: saved.outcome })),
  );
  const save = (told: Told) => act.mutate(told);
  return { save, act };
}

/** Ten seconds, one thumb: last time's number is already there, and one press saves it. */
export function RecordForm({ groupId, meetings, today, meetingId, needsWhy }: RecordFormProps) {
  const [which, choose] = useState(() => likely(meetings, meetingId, today));
  const [count, setCount] = useState(() => which.meeting?.headcount ?? lastCount(meetings));
  const [refusing, refuse] = useState(false);
  const [why, setWhy] = useState<CorrectionReason>();
  const { save, act } = useSave();
  const correcting = needsWhy && isTold(which.meeting);
  const held = act.isPending || (correcting && !why);
  const tell = (register: Register) => {
    const told = correcting && why ? { ...register, correctionReason: why } : register;
    save({ groupId, meeting: which.meeting, on: which.on, register: told });
  };

  const startAt = (next: Which) => {
    choose(next);
    setCount(next.meeting?.headcount ?? lastCount(meetings));
    refuse(false);
    setWhy(undefined);
    act.reset();
  };

  if (act.data)
    return (
      <Saved
        meeting={act.data}
        onChange={() => startAt({ meeting: act.data, on: act.data.on })}
        onAnother={() => startAt(likely(meetings, undefined, today))}
      />
    );
  return (
    <div className="fo-record">
      <WhichMeeting meetings={meetings} today={today} which={which} onChoose={choose} />
      {act.error ? (
        <div className="fo-failed" role="alert">
          <p className="fo-failed__title">{t('record.notSaved')}</p>
          <p>{wordsFor(act.error)}</p>
        </div>
      ) : null}
      {correcting ? <CorrectionWhy why={why} onChoose={setWhy} /> : null}
      {refusing ? (
        <NotHeld busy={held} onChoose={tell} onBack={() => refuse(false)} />
      ) : (
        <>
          <AnswersBefore answers={which.meeting?.answers} />
          <Stepper label={t('record.howMany')} id="headcount" value={count} onChange={setCount} />
          <div className="fo-thumb">
            <Button
              className="fo-button--wide"
              busy={held}
              onClick={() => tell({ state: 'held', headcount: count })}
            >
              {t('record.save', { count })}
            </Button>
            <Button kind="quiet" onClick={() => refuse(true)}>
              {t('record.notHeld')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
