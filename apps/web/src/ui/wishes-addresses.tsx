import type { WishesView } from '@followon/shared/contract/wishes';
import { useState } from 'react';
import { sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { Button } from './button.js';
import { TextField } from './field.js';
import { Section } from './page.js';
import type { WishesFormProps } from './wishes-props.js';

type Channel = 'email' | 'sms';

const WORDS: Readonly<
  Record<Channel, { label: MessageKey; has: MessageKey; add: MessageKey; remove: MessageKey }>
> = {
  email: {
    ...{ label: 'wishes.address.email', has: 'wishes.address.hasEmail' },
    ...{ add: 'wishes.address.keepEmail', remove: 'wishes.address.removeEmail' },
  },
  sms: {
    ...{ label: 'wishes.address.sms', has: 'wishes.address.hasSms' },
    ...{ add: 'wishes.address.keepSms', remove: 'wishes.address.removeSms' },
  },
};

const addressOf = ({ addresses }: WishesView, channel: Channel) =>
  addresses.find((address) => address.channel === channel);

function OneAddress({ channel, ...props }: WishesFormProps & { readonly channel: Channel }) {
  const { wishes, busy, onChange } = props;
  const [typed, type] = useState('');
  const words = WORDS[channel];
  const kept = addressOf(wishes, channel);
  if (kept)
    return (
      <div className="fo-wishes__now">
        <p>{t(words.has, { day: sayDay(kept.addedAt, wishes.today) })}</p>
        {kept.isBroken ? <p>{t('wishes.address.broken')}</p> : null}
        <Button kind="secondary" busy={busy} onClick={() => onChange({ removeAddress: channel })}>
          {t(words.remove)}
        </Button>
      </div>
    );
  return (
    <form
      className="fo-wishes__now"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ address: { channel, address: typed.trim() } });
      }}
    >
      <TextField
        name={`address-${channel}`}
        label={t(words.label)}
        type={channel === 'email' ? 'email' : 'tel'}
        autoComplete={channel === 'email' ? 'email' : 'tel'}
        value={typed}
        onChange={({ target }) => type(target.value)}
      />
      <Button kind="secondary" type="submit" busy={busy}>
        {t(words.add)}
      </Button>
    </form>
  );
}

/** Where somebody can be reached. It is locked away as soon as it is kept, so no page can show it again. */
export function WishesAddresses(props: WishesFormProps) {
  return (
    <Section title={t('wishes.address')} id="address">
      <p>{t('wishes.addressHow')}</p>
      <OneAddress channel="email" {...props} />
      <OneAddress channel="sms" {...props} />
    </Section>
  );
}
