import type { LetterSheet } from '@followon/shared/contract/deliveries';
import type { PreviewFormat, PreviewLanguage, PreviewView } from '@followon/shared/contract/previews';
import { calendarPath, linkPath } from '@followon/shared/db/links/link-token';
import { choicesOffered } from '@followon/shared/messages/choices-offered';
import type { MessageFacts } from '@followon/shared/messages/facts';
import { previewFigures } from '@followon/shared/messages/preview-figures';
import type { Letter, LetterLink } from '@followon/shared/messages/written/letter';
import { writeLetter } from '@followon/shared/messages/written/letter';
import { pushTitle } from '@followon/shared/messages/written/push-title';
import { writeSheet } from '@followon/shared/messages/written/sheet';
import { smsText } from '@followon/shared/messages/written/sms-text';
import type { Language, Languages } from '@followon/shared/rules/nudge/in-which-languages';
import { inWhichLanguages } from '@followon/shared/rules/nudge/in-which-languages';
import { linksCarried } from '@followon/shared/rules/nudge/link-asked';
import type { Audience } from '@followon/shared/rules/nudge/nudge';
import type { NudgeKey } from '@followon/shared/rules/nudge/nudges';
import { smsParts } from '@followon/shared/rules/nudge/sms-parts';

export interface Asked {
  readonly key: NudgeKey;
  readonly audience: Audience;
  readonly language: PreviewLanguage;
  readonly format: PreviewFormat;
  /** Where links lead: as long as those of a message that is sent. */
  readonly publicUrl: string;
  readonly today: string;
}

/** As long as a token, and none: what it opens says that the link does not work. */
const NO_TOKEN = 'preview-'.padEnd(43, 'x');

/** A person makes the others by hand: see `chooseChannel`. */
const MADE: readonly PreviewFormat[] = ['standard', 'large-print'];

const languagesOf = ({ language }: Asked): Languages =>
  language === 'both' ? inWhichLanguages(null, 'wales') : [language];

/** The links of a message, one for each task that is listed. */
function linksOf({ key, audience }: Asked, { tasks = [] }: MessageFacts): LetterLink[] {
  return linksCarried(key, audience).flatMap((action): LetterLink[] => {
    const path = action === 'calendar' ? calendarPath(NO_TOKEN) : linkPath(NO_TOKEN);
    return action === 'tick-task' ? tasks.map(({ task }) => ({ action, task, path })) : [{ action, path }];
  });
}

function letterOf(asked: Asked, facts: MessageFacts, isText: boolean): Letter {
  const { key, audience, format, publicUrl } = asked;
  const languages = languagesOf(asked);
  const { groupName = null, programmeName = null, names = null, ...others } = facts;
  const letter = writeLetter(
    {
      ...{ key, audience, languages, format, groupName, programmeName, names, figures: others },
      ...{ today: facts.today, groupId: facts.groupId, programmeId: facts.programmeId },
      ...{ canSignIn: audience !== 'member', isText },
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
    preview: previewLine(letter.parts[0].language),
    html: await mailHtml(letter),
    text: mailText(letter),
  };
}

function smsOf(letter: Letter): PreviewView['sms'] {
  const text = smsText(letter);
  return { text, ...smsParts(text) };
}

function sheetOf(key: NudgeKey, facts: MessageFacts, language: Language): LetterSheet {
  const sheet = writeSheet(key, facts, language);
  if (!sheet) throw new Error(`${key} has no words`);
  return { ...sheet, boxes: [...sheet.boxes] };
}

/** A message as its reader gets it, with made-up names and figures, on every way that it may go. */
export async function writePreview(asked: Asked): Promise<PreviewView> {
  const { key, audience, language, format, today } = asked;
  const languages = languagesOf(asked);
  const facts = { ...previewFigures(key, audience, today), language: languages[0] };
  const letter = letterOf(asked, facts, false);
  const isMade = MADE.includes(format);
  return {
    ...{ key, audience, language, format, subject: letter.subject },
    mail: isMade ? await mailOf(letter) : null,
    sms: isMade ? smsOf(letterOf(asked, facts, true)) : null,
    push: isMade ? { title: pushTitle(languages) } : null,
    sheets: languages.map((one) => sheetOf(key, facts, one)),
    choices: choicesOffered(key, facts),
  };
}
