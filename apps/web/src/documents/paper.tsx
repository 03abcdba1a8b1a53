import type { DocumentBlock, DocumentPiece } from '@followon/shared/contract/documents';
import { t, type MessageKey } from '../i18n.js';

/** What a blank is for, said to the ear and printed small under the line. */
const BLANKS: Readonly<Record<string, MessageKey>> = {
  site: 'paper.site',
  programme: 'paper.programme',
  group: 'paper.group',
  'last-session': 'paper.last-session',
  'first-meeting': 'paper.first-meeting',
  place: 'paper.place',
  time: 'paper.time',
  'contact-1': 'paper.contact-1',
  'contact-2': 'paper.contact-2',
  'service-phone': 'paper.service-phone',
  'safeguarding-lead': 'paper.safeguarding-lead',
  date: 'paper.date',
};

function Pieces({ pieces }: { readonly pieces: readonly DocumentPiece[] }) {
  return pieces.map((piece, at) => {
    if ('text' in piece) return <span key={at}>{piece.text}</span>;
    const words = BLANKS[piece.blank];
    return (
      <span key={at} className="fo-blank">
        {words ? t(words) : piece.blank}
      </span>
    );
  });
}

function Block({ block }: { readonly block: DocumentBlock }) {
  if (block.kind === 'line')
    return <div className="fo-line-to-write" role="img" aria-label={t('paper.line')} />;
  if (block.kind === 'list') {
    return (
      <ul className="nhsuk-list nhsuk-list--bullet">
        {block.items.map((pieces, at) => (
          <li key={at}>
            <Pieces pieces={pieces} />
          </li>
        ))}
      </ul>
    );
  }
  const words = <Pieces pieces={block.pieces} />;
  return block.kind === 'heading' ? <h2 className="nhsuk-heading-m">{words}</h2> : <p>{words}</p>;
}

/** A document as it leaves the printer. `large`: 18 point type and more air, on screen as on paper. */
export function Paper(props: {
  readonly title: string;
  readonly blocks: readonly DocumentBlock[];
  readonly large: boolean;
  readonly label: string;
}) {
  const { title, blocks, large, label } = props;
  return (
    <article className={large ? 'fo-paper fo-paper--large' : 'fo-paper'} aria-label={title}>
      {blocks.map((block, at) => (
        <Block key={at} block={block} />
      ))}
      <p className="fo-paper__label">{t('paper.label', { title, label })}</p>
    </article>
  );
}
