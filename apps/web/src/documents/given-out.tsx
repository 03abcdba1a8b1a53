import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type {
  DocumentFormat,
  DocumentGiven,
  DocumentKey,
  DocumentSummary,
} from '@followon/shared/contract/documents';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useAct } from '../api/use-act.js';
import { sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { Details } from '../ui/details.js';
import { SelectField } from '../ui/field.js';
import { Section } from '../ui/page.js';
import { documentQueries, giveDocument } from './queries.js';

const FORMATS: Readonly<Record<DocumentFormat, MessageKey>> = {
  print: 'given.format.print',
  'large-print': 'given.format.large-print',
  screen: 'given.format.screen',
  'easy-read': 'given.format.easy-read',
  'other-language': 'given.format.other-language',
};
const formats = Object.keys(FORMATS) as DocumentFormat[];

interface Place {
  readonly siteId: string;
  readonly programmeId: string;
}

function GiveForm({ documents, programmeId }: Place & { readonly documents: readonly DocumentSummary[] }) {
  const [key, choose] = useState<DocumentKey>('leaflet-people');
  const [format, setFormat] = useState<DocumentFormat>('print');
  const announce = useAnnounce();
  const act = useAct(
    (given: { key: DocumentKey; format: DocumentFormat }, command) =>
      giveDocument(programmeId, given, command),
    ['documents-given', 'handovers'],
    ({ title }) => announce(t('given.said', { title })),
  );
  return (
    <Details summary={t('given.add')}>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      <div className="fo-form">
        <SelectField
          name="document"
          label={t('given.what')}
          value={key}
          onChange={(event) => choose(event.target.value as DocumentKey)}
        >
          {documents.map((document) => (
            <option key={document.key} value={document.key}>
              {document.title}
            </option>
          ))}
        </SelectField>
        <SelectField
          name="format"
          label={t('given.how')}
          value={format}
          onChange={(event) => setFormat(event.target.value as DocumentFormat)}
        >
          {formats.map((one) => (
            <option key={one} value={one}>
              {t(FORMATS[one])}
            </option>
          ))}
        </SelectField>
        <Button busy={act.isPending} onClick={() => act.mutate({ key, format })}>
          {t('given.save')}
        </Button>
      </div>
    </Details>
  );
}

function GivenLine({ given }: { readonly given: DocumentGiven }) {
  const { now } = useSession();
  const { title, label, format, on } = given;
  return <li>{t('given.line', { title, format: t(FORMATS[format]), day: sayDay(on, now), label })}</li>;
}

/** The papers of a programme: to print with its dates filled in, and what was given out in which wording. */
export function GivenOut({ siteId, programmeId }: Place) {
  const { actions } = useSession();
  const documents = useQuery(documentQueries.of(siteId));
  const given = useQuery(documentQueries.given(programmeId));
  if (!documents.data) return null;
  const { items } = documents.data;
  return (
    <Section title={t('given.title')} id="given">
      {given.data && given.data.items.length > 0 ? (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {given.data.items.map((one) => (
            <GivenLine key={one.id} given={one} />
          ))}
        </ul>
      ) : (
        <p className="fo-muted">{t('given.none')}</p>
      )}
      {actions.includes('give-document') ? (
        <GiveForm documents={items} siteId={siteId} programmeId={programmeId} />
      ) : null}
      <Details summary={t('given.printThem')}>
        <ul className="fo-lines">
          {items.map(({ key, title }) => (
            <li key={key}>
              <Link
                to="/sites/$id/documents/$key"
                params={{ id: siteId, key }}
                search={{ programme: programmeId }}
              >
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </Details>
    </Section>
  );
}
