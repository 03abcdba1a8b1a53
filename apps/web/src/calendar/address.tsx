import { useState } from 'react';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { Details } from '../ui/details.js';

/** The address, to copy; where the browser does not let us, it can be marked and copied by hand. */
export function Address({ href, name }: { readonly href: string; readonly name: string }) {
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const done = await navigator.clipboard.writeText(href).then(
      () => true,
      () => false,
    );
    setCopied(done);
    announce(t(done ? 'calendar.copied' : 'calendar.notCopied'));
  };
  return (
    <div className="fo-calendar__address">
      <label className="nhsuk-label" htmlFor={name}>
        {t('calendar.address')}
      </label>
      <input
        id={name}
        className="nhsuk-input"
        readOnly
        value={href}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button kind="secondary" onClick={() => void copy()}>
        {t(copied ? 'calendar.copied' : 'calendar.copy')}
      </Button>
    </div>
  );
}

/** How each kind of telephone and calendar takes it. */
export function HowTo() {
  return (
    <Details summary={t('calendar.how')}>
      <p>
        <strong>{t('calendar.iphone')}</strong> {t('calendar.iphoneHow')}
      </p>
      <p>
        <strong>{t('calendar.android')}</strong> {t('calendar.androidHow')}
      </p>
      <p>
        <strong>{t('calendar.outlook')}</strong> {t('calendar.outlookHow')}
      </p>
      <p>{t('calendar.slow')}</p>
    </Details>
  );
}
