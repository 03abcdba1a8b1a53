import { Link } from '@tanstack/react-router';
import type { MessageKind, PreviewAudience } from '@followon/shared/contract/previews';
import { t } from '../i18n.js';
import { Section } from '../ui/page.js';
import { audiences, sayAudience } from './preview-words.js';

interface ListProps {
  readonly kinds: readonly MessageKind[];
  readonly site: string;
}

function Line({ kind, site, audience }: Pick<ListProps, 'site'> & Of) {
  return (
    <li>
      <Link to="/message-preview" search={{ site, key: kind.key, audience }} className="fo-kind__link">
        {kind.subject}
      </Link>
      <p>{kind.when}</p>
    </li>
  );
}

interface Of {
  readonly kind: MessageKind;
  readonly audience: PreviewAudience;
}

/** Every message, under those who get it: one that several get stands under each of them. */
export function MessageList({ kinds, site }: ListProps) {
  return audiences.map((audience) => {
    const theirs = kinds.filter((kind) => kind.audiences.some((one) => one.audience === audience));
    return (
      <Section key={audience} title={sayAudience(audience)} id={`to-${audience}`}>
        <p className="fo-note">{t('preview.count', { count: theirs.length })}</p>
        <ul className="fo-message-kinds">
          {theirs.map((kind) => (
            <Line key={kind.key} {...{ kind, site, audience }} />
          ))}
        </ul>
      </Section>
    );
  });
}
