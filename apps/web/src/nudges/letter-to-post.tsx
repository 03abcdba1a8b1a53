import { useMutation } from '@tanstack/react-query';
import type { LetterQuery, LetterView } from '@followon/shared/contract/deliveries';
import { useState } from 'react';
import { sayRefusal } from '../api/problem.js';
import { t, type MessageKey } from '../i18n.js';
import { Button } from '../ui/button.js';
import { Details } from '../ui/details.js';
import { FocusHere } from '../ui/focus-here.js';
import { CheckField } from '../ui/field.js';
import { LetterSide } from '../ui/letter-side.js';
import { usePrintAlone } from '../ui/use-print-alone.js';
import { openLetter } from './delivery-queries.js';

const REASONS: Readonly<Record<LetterQuery['reason'], MessageKey>> = {
  'to-post': 'letter.why.to-post',
  'came-back': 'letter.why.came-back',
  'person-asked': 'letter.why.person-asked',
};

/** Made by hand, as a person's access needs ask for. */
const BY_HAND: Partial<Readonly<Record<LetterView['format'], MessageKey>>> = {
  'easy-read': 'letter.byHand.easy-read',
  bsl: 'letter.byHand.bsl',
};

/** As it will be on paper. */
function Sheet({ letter, className }: { readonly letter: LetterView; readonly className: string }) {
  return (
    <div className={`fo-paper fo-post ${className}`.trim()}>
      <p className="fo-post__address">
        {letter.toName}
        {letter.address === null ? null : `\n${letter.address}`}
      </p>
      {letter.sheets.map((sheet) => (
        <LetterSide key={sheet.lang} sheet={sheet} />
      ))}
    </div>
  );
}

function Opened({ letter }: { readonly letter: LetterView }) {
  const [large, setLarge] = useState(letter.format === 'large-print');
  const { isAlone, print } = usePrintAlone();
  const byHand = BY_HAND[letter.format];
  return (
    <FocusHere>
      {byHand ? <p>{t(byHand)}</p> : null}
      {letter.address === null ? <p>{t(letter.byHand ? 'letter.noPost' : 'letter.noAddress')}</p> : null}
      <CheckField
        name={`large-${letter.id}`}
        label={t('letter.large')}
        about={letter.subject}
        checked={large}
        onChoose={setLarge}
      />
      <Sheet
        letter={letter}
        className={[large && 'fo-paper--large', isAlone && 'fo-alone'].filter(Boolean).join(' ')}
      />
      <Button kind="secondary" onClick={print}>
        {t('letter.print')}
      </Button>
    </FocusHere>
  );
}

/** A letter names a person, so opening it asks why; the answer is written down. */
export function LetterToPost({ id }: { readonly id: string }) {
  const open = useMutation({ mutationFn: (reason: LetterQuery['reason']) => openLetter(id, { reason }) });
  if (open.data) return <Opened letter={open.data} />;
  return (
    <Details summary={t('letter.open')}>
      <p>{t('letter.why')}</p>
      {open.error ? <p role="alert">{sayRefusal(open.error)}</p> : null}
      <p className="fo-acts">
        {(Object.keys(REASONS) as LetterQuery['reason'][]).map((reason) => (
          <Button key={reason} kind="secondary" busy={open.isPending} onClick={() => open.mutate(reason)}>
            {t(REASONS[reason])}
          </Button>
        ))}
      </p>
    </Details>
  );
}
