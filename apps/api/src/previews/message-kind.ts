import type { MessageAudience, MessageKind } from '@followon/shared/contract/previews';
import { aboutMessages } from '@followon/shared/messages/about-messages';
import { en } from '@followon/shared/messages/en';
import { previewFigures } from '@followon/shared/messages/preview-figures';
import { caps } from '@followon/shared/rules/nudge/budget';
import { canRefuse } from '@followon/shared/rules/nudge/consent';
import { linksCarried } from '@followon/shared/rules/nudge/link-asked';
import type { Audience, Nudge } from '@followon/shared/rules/nudge/nudge';
import type { NudgeKey } from '@followon/shared/rules/nudge/nudges';

/** Everybody a message goes to, first those it was made for. */
export const audiencesOf = ({ audience, alsoFor = [] }: Nudge): Audience[] => [audience, ...alsoFor];

const messageAudience = (nudge: Nudge, audience: Audience): MessageAudience => ({
  audience,
  caps: [...caps[audience]],
  mayRefuse: canRefuse(audience, nudge.purpose),
  mayStop: linksCarried(nudge.key, audience).includes('stop'),
  needsYes: nudge.onlyIfChosen === true || (nudge.needsOptIn && audience === 'member'),
});

function quietOf({ key, quietAfterAnswer }: Nudge & { readonly key: NudgeKey }): MessageKind['quiet'] {
  if (!quietAfterAnswer) return null;
  const choices: Readonly<Record<string, string>> = en[key].choices;
  const longer = Object.entries(quietAfterAnswer.longer);
  return {
    days: quietAfterAnswer.days,
    longer: longer.map(([code, days]) => ({ label: choices[code] ?? code, days })),
  };
}

/** A message of the catalogue, for those who look after a site. */
export function messageKind(nudge: Nudge & { readonly key: NudgeKey }, today: string): MessageKind {
  const { key, purpose, useByDays } = nudge;
  return {
    ...{ key, purpose, useByDays, ...aboutMessages[key] },
    subject: en[key].subject(previewFigures(key, nudge.audience, today)),
    audiences: audiencesOf(nudge).map((audience) => messageAudience(nudge, audience)),
    onceInDays: nudge.onceInDays ?? null,
    quiet: quietOf(nudge),
    onlyIfChosen: nudge.onlyIfChosen === true,
    leavesAtRest: nudge.leavesAtRest === true || nudge.readsList === true,
  };
}
