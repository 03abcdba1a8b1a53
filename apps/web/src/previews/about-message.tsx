import { useQuery } from '@tanstack/react-query';
import type {
  MessageAudience,
  MessageKind,
  PreviewChoice as Offered,
} from '@followon/shared/contract/previews';
import type { ReactNode } from 'react';
import { t, type MessageKey } from '../i18n.js';
import { previewQueries, type Looked } from './queries.js';

interface PartProps {
  readonly kind: MessageKind;
  readonly to: MessageAudience;
}

const LEADS: Readonly<Record<Offered['leads'], MessageKey>> = {
  link: 'preview.leads.link',
  page: 'preview.leads.page',
  nothing: 'preview.leads.nothing',
};

function Fact({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="fo-about__fact">
      <h3>{title}</h3>
      {children}
    </div>
  );
}

const sayCaps = ({ caps, audience }: MessageAudience): string =>
  caps.length === 0
    ? t(audience === 'staff' ? 'preview.often.staff' : 'preview.often.volunteer')
    : caps.map((cap) => t('preview.often.cap', cap)).join(' ');

function HowOften({ kind: { onceInDays, quiet }, to }: PartProps) {
  return (
    <Fact title={t('preview.about.often')}>
      {onceInDays === null ? null : <p>{t('preview.often.once', { days: onceInDays })}</p>}
      {quiet ? <p>{t('preview.often.quiet', { days: quiet.days })}</p> : null}
      {quiet?.longer.map(({ label, days }) => (
        <p key={label}>{t('preview.often.longer', { label, days })}</p>
      ))}
      <p>{sayCaps(to)}</p>
    </Fact>
  );
}

function Answers({ looked }: { readonly looked: Looked }) {
  const { data } = useQuery(previewQueries.one({ ...looked, language: 'en' }));
  if (!data) return null;
  return (
    <Fact title={t('preview.about.answers')}>
      <ul>
        {data.choices.map(({ code, label, leads }) => (
          <li key={code}>
            <b>{label}</b>: {t(LEADS[leads])}
          </li>
        ))}
      </ul>
    </Fact>
  );
}

function Refusing({ kind, to }: PartProps) {
  return (
    <Fact title={t('preview.about.refuse')}>
      {to.needsYes ? <p>{t(kind.onlyIfChosen ? 'preview.refuse.chosen' : 'preview.refuse.optIn')}</p> : null}
      <p>{t(to.mayRefuse ? 'preview.refuse.may' : 'preview.refuse.duty')}</p>
      {to.mayStop ? <p>{t('preview.refuse.stop')}</p> : null}
    </Fact>
  );
}

/** What a site should know of a message beside its words. */
export function AboutMessage({ kind, to, looked }: PartProps & { readonly looked: Looked }) {
  return (
    <section className="fo-about" aria-labelledby="about">
      <h2 className="nhsuk-heading-m" id="about">
        {t('preview.about')}
      </h2>
      <Fact title={t('preview.about.who')}>
        <p>{kind.who}</p>
      </Fact>
      <Fact title={t('preview.about.when')}>
        <p>{kind.when}</p>
        <p>{t('preview.when.hours')}</p>
      </Fact>
      <HowOften {...{ kind, to }} />
      <Answers looked={looked} />
      <Refusing {...{ kind, to }} />
      <Fact title={t('preview.about.away')}>
        <p>{kind.away}</p>
        <p>{t(kind.leavesAtRest ? 'preview.away.paused' : 'preview.away.pausedOrRests')}</p>
        <p>{t('preview.away.useBy', { days: kind.useByDays })}</p>
      </Fact>
    </section>
  );
}
