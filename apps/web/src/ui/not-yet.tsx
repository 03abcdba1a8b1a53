import { t, type MessageKey } from '../i18n.js';

/** What an answer says is still to do, by its question. */
const STILL: Readonly<Record<string, MessageKey>> = {
  'all-asked': 'notYet.all-asked',
  'contact-people': 'notYet.contact-people',
  'host-said-yes': 'notYet.host-said-yes',
  places: 'notYet.places',
  greeters: 'notYet.greeters',
  'step-free': 'notYet.step-free',
  toilet: 'notYet.toilet',
  microphone: 'notYet.room-kit',
  screen: 'notYet.room-kit',
  'two-different-hosts': 'notYet.two-different-hosts',
};

/** Somebody answered that it is not done: that is fine, kept, and said where they look. Nothing while nobody did. */
export function NotYet({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  const still = new Set(names.map((name) => t(STILL[name] ?? 'notYet.other')));
  return (
    <p className="fo-task__note" role="status">
      {t('notYet.kept')} {[...still].join(' ')}
    </p>
  );
}
