import type { AnswersBefore as Answers } from '@followon/shared/contract/meetings';
import { t } from '../i18n.js';

function say({ coming, notThisTime }: Answers): string {
  if (notThisTime === 0) return t('answers.coming', { coming });
  return coming === 0
    ? t('answers.not', { not: notThisTime })
    : t('answers.both', { coming, not: notThisTime });
}

/** What people answered to the reminder, for whoever writes the register: numbers, and no names. */
export function AnswersBefore({ answers }: { readonly answers: Answers | undefined }) {
  return answers ? <p className="fo-muted">{say(answers)}</p> : null;
}
