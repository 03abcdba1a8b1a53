import type { PreviewFormat, PreviewView } from '@followon/shared/contract/previews';
import { calendarPath, linkPath } from '@followon/shared/db/links/link-token';
import { choicesOffered } from '@followon/shared/messages/choices-offered';
import type { MessageFacts } from '@followon/shared/messages/facts';
import { linkLabel } from '@followon/shared/messages/link-labels';
import { previewFigures } from '@followon/shared/messages/preview-figures';
import type { Language, Letter, LetterLink } from '@followon/shared/messages/written/letter';
import { writeLetter } from '@followon/shared/messages/written/letter';
import { pushTitle } from '@followon/shared/messages/written/push-title';
import { smsText } from '@followon/shared/messages/written/sms-text';
import { linksCarried } from '@followon/shared/rules/nudge/link-asked';
import type { Audience } from '@followon/shared/rules/nudge/nudge';
import type { NudgeKey } from '@followon/shared/rules/nudge/nudges';
import { smsParts } from '@followon/shared/rules/nudge/sms-parts';

export interface Asked {
  readonly key: NudgeKey;
  readonly audience: Audience;
  readonly language: Language;
  readonly format: PreviewFormat;
  /** Where links lead: as long as those of a message that is sent. */
  readonly publicUrl: string;
  readonly today: string;
}

/** As long as a token, and none: what it opens says that the link does not work. */
const NO_TOKEN = 'preview-'.padEnd(43, 'x');

/** A person makes the others by hand: see `chooseChannel`. */
const MADE: readonly PreviewFormat[] = ['standard', 'large-print'];

/** The links of a message, one for each task that is listed. */
function linksOf({ key, audience, language }: Asked, { tasks = [] }: MessageFacts): LetterLink[] {
  return linksCarried(key, audience).flatMap((action) => {
    const path = action === 'calendar' ? calendarPath(NO_TOKEN) : linkPath(NO_TOKEN);
    const link = (task?: string): LetterLink => ({
      label: linkLabel(action, task, language),
      ...{ path, stops: action === 'stop' },
    });
    return action === 'tick-task' ? tasks.map(({ task }) => link(task)) : [link()];
  });
}

function letterOf(asked: Asked, facts: MessageFacts): Letter {
  const { key, audience, language, format, publicUrl } = asked;
  const { groupName = null, programmeName = null, names = null, ...others } = facts;
  const letter = writeLetter(
    {
      ...{ key, audience, language, format, groupName, programmeName, names, figures: others },
      ...{ today: facts.today, groupId: facts.groupId, programmeId: facts.programmeId },
      canSignIn: audience !== 'member',
    },
    linksOf(asked, facts),
    publicUrl,
  );
  if (!letter) throw new Error(`${key} has no words`);
  return letter;
}

/** The engine of mails is large and seldom needed here, so it is fetched with the first preview. */
async function mailOf(letter: Letter): Promise<PreviewView['mail']> {
  const { mailHtml, mailText, previewLine } = await import('@followon/shared/messages/written/mail-template');
  return {
    preview: previewLine(letter.language),
    html: await mailHtml(letter),
    text: mailText(letter),
  };
}

function smsOf(letter: Letter): PreviewView['sms'] {
  const text = smsText(letter);
  return { text, ...smsParts(text) };
}

/** A message as its reader gets it, with made-up names and figures, on every way that it may go. */
export async function writePreview(asked: Asked): Promise<PreviewView> {
  const { key, audience, language, format, today } = asked;
  const facts = { ...previewFigures(key, audience, today), language };
  const letter = letterOf(asked, facts);
  const isMade = MADE.includes(format);
  return {
    ...{ key, audience, language, format, subject: letter.subject },
    mail: isMade ? await mailOf(letter) : null,
    sms: isMade ? smsOf(letter) : null,
    push: isMade ? { title: pushTitle[language] } : null,
    letter: { lines: [...letter.lines] },
    choices: choicesOffered(key, facts),
  };
}
