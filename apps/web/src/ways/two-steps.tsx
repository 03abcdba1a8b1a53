import { Link } from '@tanstack/react-router';
import type { GroupView } from '@followon/shared/contract/groups';
import { useState, type ReactNode } from 'react';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t, type MessageKey } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';
import { PageTitle } from '../ui/page.js';
import { decide, type Decision, type Reason } from './queries.js';
import { WhyField } from './why-field.js';
import { WAY_WORDS, type Way } from './ways.js';

/** What a way asks and says. The second step reads back what was chosen before anything happens. */
export interface Steps {
  readonly way: Way;
  readonly group: GroupView;
  /** The choices of the first step. */
  readonly children: ReactNode;
  /** What is still to be chosen; undefined: the next step may follow. */
  readonly missing: MessageKey | undefined;
  readonly happens: readonly string[];
  readonly stays: readonly string[];
  readonly go: string;
  readonly said: string;
  readonly decision: (reason: Reason | undefined) => Decision;
  readonly onDone: () => void;
}

const Up = ({ group: { id, name } }: Pick<Steps, 'group'>) => (
  <p className="fo-ways__up">
    <Link to="/groups/$id" params={{ id }}>
      {t('ways.up', { name })}
    </Link>
  </p>
);

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <>
      <h2 className="nhsuk-heading-s">{title}</h2>
      <ul className="fo-lines fo-lines--close fo-ways__lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Choose(
  props: Steps & {
    readonly why: ReactNode;
    readonly lacks: MessageKey | undefined;
    readonly onNext: () => void;
  },
) {
  const { way, group, children, why, lacks, onNext } = props;
  const [tried, setTried] = useState(false);
  return (
    <div className="fo-form">
      <PageTitle title={t(WAY_WORDS[way].title)} before={<Up group={group} />}>
        <p>{t(WAY_WORDS[way].about)}</p>
      </PageTitle>
      {children}
      {why}
      {tried && lacks ? <p role="alert">{t(lacks)}</p> : null}
      <div className="fo-acts">
        <Button onClick={() => (lacks ? setTried(true) : onNext())}>{t('ways.next')}</Button>
      </div>
    </div>
  );
}

interface ConfirmProps extends Steps {
  readonly busy: boolean;
  readonly trouble: string | undefined;
  readonly onGo: () => void;
  readonly onBack: () => void;
}

function Confirm({ way, group, happens, stays, go, busy, trouble, onGo, onBack }: ConfirmProps) {
  return (
    <div className="fo-form">
      <PageTitle title={t('ways.sure', { way: t(WAY_WORDS[way].title) })} before={<Up group={group} />} />
      <div>
        <Lines title={t('ways.happens')} lines={happens} />
        <Lines title={t('ways.stays')} lines={stays} />
      </div>
      {trouble ? (
        <FocusHere>
          <p role="alert">{trouble}</p>
        </FocusHere>
      ) : null}
      <div className="fo-acts">
        <Button busy={busy} onClick={onGo}>
          {go}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {t('ways.back')}
        </Button>
      </div>
    </div>
  );
}

/** Two quiet steps: choose, then read what will happen and what stays. Back keeps what was chosen. */
export function TwoSteps(steps: Steps) {
  const { group, missing, said, decision, onDone } = steps;
  const [isSure, setSure] = useState(false);
  const [reason, setReason] = useState<Reason>();
  const announce = useAnnounce();
  const act = useAct(
    (input: Decision, key) => decide(group.id, input, key),
    ['groups', 'sites', 'handovers'],
    () => {
      announce(said);
      onDone();
    },
  );
  const forOthers = !group.ownGroup;
  const lacks = missing ?? (forOthers && !reason ? 'ways.missing.why' : undefined);
  if (!isSure)
    return (
      <Choose
        key="choose"
        {...steps}
        why={forOthers ? <WhyField value={reason} onChoose={setReason} /> : null}
        lacks={lacks}
        onNext={() => setSure(true)}
      />
    );
  return (
    <Confirm
      key="confirm"
      {...steps}
      busy={act.isPending}
      trouble={act.error ? wordsFor(act.error) : undefined}
      onGo={() => act.mutate(decision(reason))}
      onBack={() => setSure(false)}
    />
  );
}
