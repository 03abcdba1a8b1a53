import type { MessageKinds, PreviewQuery, PreviewView } from '@followon/shared/contract/previews';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { nudges } from '@followon/shared/rules/nudge/nudges';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { invalid } from '../http/problem.js';
import { Work } from '../work/work.js';
import { audiencesOf, messageKind } from './message-kind.js';
import type { Asked } from './write-preview.js';
import { writePreview } from './write-preview.js';

/** @throws Refusal 400, with the names of all messages */
function known(key: string): (typeof nudges)[number] {
  const nudge = nudges.find((one) => one.key === key);
  if (nudge) return nudge;
  const keys = nudges.map((one) => one.key).join(', ');
  throw invalid('key', `There is no message by that name. Choose one of these: ${keys}.`);
}

/** Messages before they are sent, for those who answer for them. Nothing here is about anybody. */
@Injectable()
export class PreviewsService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
  ) {}

  /** @throws Refusal 404 */
  list(site: string): MessageKinds {
    this.enter(site);
    const today = this.today();
    return { items: nudges.map((nudge) => messageKind(nudge, today)) };
  }

  /** @throws Refusal 404; 400 for a message that is none, and for somebody whom the message does not go to */
  one(key: string, query: PreviewQuery, publicUrl: string): Promise<PreviewView> {
    return writePreview(this.asked(key, query, publicUrl));
  }

  /** @throws Refusal as `one` does; 400 for a format that has no mail */
  async mail(key: string, query: PreviewQuery, publicUrl: string): Promise<string> {
    const { mail } = await this.one(key, query, publicUrl);
    if (!mail)
      throw invalid('format', 'This is made by hand, and is no mail. Choose standard or large-print.');
    return mail.html;
  }

  private asked(key: string, { site, language, format, audience }: PreviewQuery, publicUrl: string): Asked {
    this.enter(site);
    const nudge = known(key);
    const theirs = audiencesOf(nudge);
    const one = audience ?? theirs[0];
    if (!one || !theirs.includes(one)) {
      throw invalid(
        'audience',
        `This message does not go to them. Choose one of these: ${theirs.join(', ')}.`,
      );
    }
    return { key: nudge.key, audience: one, language, format, publicUrl, today: this.today() };
  }

  private enter(siteId: string): void {
    this.access.require('see-message-previews', { siteId, own: false });
  }

  private today(): string {
    return londonDate(this.work.now());
  }
}
