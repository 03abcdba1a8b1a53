import { useState } from 'react';
import { t } from '../i18n.js';
import { Button } from './button.js';
import { Details } from './details.js';
import { TextField } from './field.js';
import type { WishesFormProps } from './wishes-props.js';

/** Where letters go, as on an envelope; out of the way of whoever wants none. */
export function WishesPostalAddress({ wishes, busy, speaking, onChange }: WishesFormProps) {
  const [lines, typeLines] = useState('');
  const [postcode, typePostcode] = useState('');
  const fills = (what: string) => (speaking.toOneself ? what : 'off');
  return (
    <Details summary={t('wishes.address.letter')} isOpen={wishes.format === 'paper'}>
      <form
        className="fo-wishes__now"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const address = { lines: lines.split('\n'), postcode };
          if (!busy) onChange({ address: { channel: 'letter', address } });
        }}
      >
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor="address-lines">
            {t('wishes.address.lines')}
          </label>
          <div className="nhsuk-hint" id="address-lines-hint">
            {t('wishes.address.linesHow')}
          </div>
          <textarea
            id="address-lines"
            name="address-lines"
            className="nhsuk-textarea"
            rows={4}
            autoComplete={fills('street-address')}
            aria-describedby="address-lines-hint"
            value={lines}
            onChange={({ target }) => typeLines(target.value)}
          />
        </div>
        <TextField
          name="address-postcode"
          label={t('wishes.address.postcode')}
          autoComplete={fills('postal-code')}
          autoCapitalize="characters"
          value={postcode}
          onChange={({ target }) => typePostcode(target.value)}
        />
        <Button kind="secondary" type="submit" busy={busy}>
          {t('wishes.address.keepLetter')}
        </Button>
      </form>
    </Details>
  );
}
