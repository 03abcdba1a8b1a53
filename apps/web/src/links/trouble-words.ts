import { Problem, saysWhy } from '../api/problem.js';
import { pageLanguage, t, type MessageKey } from '../i18n.js';

/** What the server says it says in English; here is what somebody on a page in Welsh can do about it. */
const BY_CODE: Readonly<Record<string, MessageKey>> = {
  'link-used': 'link.trouble.used',
  'task.not-yet': 'notYet.kept',
  'task.undo-too-late': 'link.trouble.tooLate',
  'task.signed-off': 'link.trouble.over',
  'task.settled': 'link.trouble.over',
  'handover.closed': 'link.trouble.over',
  'role-offer.answered': 'link.trouble.over',
  'role-offer.withdrawn': 'link.trouble.over',
  'role-offer.no-longer': 'link.trouble.over',
  'group.closed': 'link.trouble.over',
  'meeting.not-yet': 'link.trouble.notYet',
};

/** By the first part of the path of what cannot be taken. */
const BY_FIELD: Readonly<Record<string, MessageKey>> = {
  address: 'link.trouble.typed',
  pause: 'link.trouble.day',
};

/** What the server words by its own rules; everything else has Welsh words already. */
const SAID_BY_SERVER: readonly number[] = [400, 409, 410, 422];

function inWelsh(error: unknown): string {
  if (!(error instanceof Problem) || !SAID_BY_SERVER.includes(error.status)) return saysWhy(error);
  const { body, fields } = error;
  const field = BY_FIELD[fields[0]?.path.split('.')[0] ?? ''];
  return t(field ?? BY_CODE[String(body['code'])] ?? 'link.trouble.other');
}

/** Why something was not done, in the language of the page. */
export const troubleWords = (error: unknown): string =>
  pageLanguage() === 'cy' ? inWelsh(error) : saysWhy(error);
