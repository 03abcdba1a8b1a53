import { t } from '../i18n.js';
import { PageTitle, Section } from '../ui/page.js';

/** What works for whom, what does not yet, and whom to tell. */
export function AccessibilityPage() {
  return (
    <div className="fo-narrow">
      <PageTitle title={t('a11y.title')}>
        <p className="fo-lede">{t('a11y.lede')}</p>
      </PageTitle>
      <Section title={t('a11y.works')} id="works">
        <ul>
          <li>{t('a11y.works.keyboard')}</li>
          <li>{t('a11y.works.size')}</li>
          <li>{t('a11y.works.colour')}</li>
          <li>{t('a11y.works.charts')}</li>
          <li>{t('a11y.works.pause')}</li>
        </ul>
      </Section>
      <Section title={t('a11y.not')} id="not">
        <p>{t('a11y.not.what')}</p>
      </Section>
      <Section title={t('a11y.tell')} id="tell">
        <p>{t('a11y.tell.how')}</p>
        <p>{t('a11y.checked')}</p>
      </Section>
    </div>
  );
}
