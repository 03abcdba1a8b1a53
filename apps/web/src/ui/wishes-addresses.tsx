import type { Address } from '@followon/shared/contract/wishes';
import { useState } from 'react';
import { sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { Button } from './button.js';
import { TextField } from './field.js';
import { Section } from './page.js';
import { WishesPostalAddress } from './wishes-postal-address.js';
import type { WishesFormProps } from './wishes-props.js';
import type { WishesWord } from './wishes-words.js';

type Channel = Address['channel'];
/** What can be typed in one line. */
type Typed = Exclude<Channel, 'letter'>;

const KEPT: Readonly<Record<Channel, { readonly has: WishesWord; readonly remove: MessageKey }>> = {
  email: { has: 'hasEmail', remove: 'wishes.address.removeEmail' },
  sms: { has: 'hasSms', remove: 'wishes.address.removeSms' },
  letter: { has: 'hasLetter', remove: 'wishes.address.removeLetter' },
};
const TYPED: Readonly<Record<Typed, { label: MessageKey; add: MessageKey; type: string; fills: string }>> = {
  email: {
    ...{ label: 'wishes.address.email', add: 'wishes.address.keepEmail' },
    ...{ type: 'email', fills: 'email' },
  },
  sms: { label: 'wishes.address.sms', add: 'wishes.address.keepSms', type: 'tel', fills: 'tel' },
};

function OneLine({ channel, busy, speaking, onChange }: WishesFormProps & { readonly channel: Typed }) {
  const [typed, type] = useState('');
  const words = TYPED[channel];
  return (
    <form
      className="fo-wishes__now"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onChange({ address: { channel, address: typed.trim() } });
      }}
    >
      <TextField
        name={`address-${channel}`}
        label={t(words.label)}
        type={words.type}
        autoComplete={speaking.toOneself ? words.fills : 'off'}
        value={typed}
        onChange={({ target }) => type(target.value)}
      />
      <Button kind="secondary" type="submit" busy={busy}>
        {t(words.add)}
      </Button>
    </form>
  );
}

/** That there is one, and since when: it cannot be shown again. */
function OneAddress({ channel, ...props }: WishesFormProps & { readonly channel: Channel }) {
  const { wishes, busy, speaking, onChange } = props;
  const kept = wishes.addresses.find((address) => address.channel === channel);
  if (kept)
    return (
      <div className="fo-wishes__now">
        <p>{speaking.say(KEPT[channel].has, { day: sayDay(kept.addedAt, wishes.today) })}</p>
        {kept.isBroken ? <p>{t('wishes.address.broken')}</p> : null}
        <Button kind="secondary" busy={busy} onClick={() => onChange({ removeAddress: channel })}>
          {t(KEPT[channel].remove)}
        </Button>
      </div>
    );
  return channel === 'letter' ? <WishesPostalAddress {...props} /> : <OneLine channel={channel} {...props} />;
}

/** Where somebody can be reached. It is locked away as soon as it is kept, so no page can show it again. */
export function WishesAddresses(props: WishesFormProps) {
  const { speaking } = props;
  return (
    <Section title={speaking.say('address')} id="address">
      <p>{speaking.say('addressHow')}</p>
      <OneAddress channel="email" {...props} />
      <OneAddress channel="sms" {...props} />
      <OneAddress channel="letter" {...props} />
    </Section>
  );
}
