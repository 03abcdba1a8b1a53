import type { LetterQuery, LetterSheet, LetterView } from '@followon/shared/contract/deliveries';
import { openAddress } from '@followon/shared/db/contacts/seal-address';
import { writeSheet } from '@followon/shared/messages/written/sheet';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { inWhichLanguages } from '@followon/shared/rules/nudge/in-which-languages';
import { isByHand, isLetter } from '@followon/shared/rules/nudge/settle-delivery';
import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { conflict, notFound } from '../http/problem.js';
import { standingToMessage } from '../nudges/message-scope.js';
import type { OutboxRow } from '../outbox/outbox-queries.js';
import { OutboxQueries } from '../outbox/outbox-queries.js';
import { factsOf } from '../outbox/outbox.service.js';
import { Work } from '../work/work.js';
import { DeliveryQueries } from './delivery-queries.js';
import { LetterWeighing } from './letter-weighing.js';

/** Only of a letter that waits to be printed, and only for an administrator of its site: the wall says so too. */
const ADDRESS = 'select id, sealed, key_id as "keyId" from letter_address($1)';

const WISH = `
  select w.format from delivery d join nudge n on n.id = d.nudge_id join message_wish w on w.person_id = n.person_id where d.id = $1`;

/** Letters that people print and post for those who wish for paper. */
@Injectable()
export class Letters {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly deliveries: DeliveryQueries,
    private readonly outbox: OutboxQueries,
    private readonly weighing: LetterWeighing,
    @Inject(ENV) private readonly env: Pick<Env, 'FOLLOWON_SECRET'>,
  ) {}

  /** Opening it opens a person: who did, and why, is written down. @throws Refusal 404; 409 for what is no letter, or one no more */
  async open(id: string, { reason }: LetterQuery): Promise<LetterView> {
    const row = await this.deliveries.one(id);
    if (!row) throw notFound();
    this.access.require('settle-deliveries', standingToMessage(row));
    if (!isLetter(row)) throw noLetter();
    await this.weighing.requireWanted(id);
    const message = await this.outbox.one(id);
    if (!message) throw notFound();
    await this.audit.record({ what: `letter.opened-${reason}`, siteId: row.siteId, subject: id });
    const sheets = this.sheetsOf(message);
    return {
      ...{ id, sheets, subject: sheets.map(({ subject }) => subject).join(' / ') },
      toName: message.toName ?? '',
      address: await this.addressOf(id),
      byHand: isByHand(row),
      format: await this.formatOf(id),
    };
  }

  /** As it would be written on the day on which it is printed. */
  private sheetsOf(message: OutboxRow): LetterSheet[] {
    const facts = factsOf(message, londonDate(this.work.now()));
    return inWhichLanguages(message.chosen, message.country).flatMap((language) => {
      const sheet = writeSheet(message.key, facts, language);
      return sheet ? [{ ...sheet, boxes: [...sheet.boxes] }] : [];
    });
  }

  private async addressOf(id: string): Promise<string | null> {
    const [point]: { id: string; sealed: Buffer; keyId: string }[] = await this.work.manager.query(ADDRESS, [
      id,
    ]);
    return point ? openAddress(this.env.FOLLOWON_SECRET, point) : null;
  }

  private async formatOf(id: string): Promise<LetterView['format']> {
    const [wish]: { format: LetterView['format'] }[] = await this.work.manager.query(WISH, [id]);
    return wish?.format ?? 'standard';
  }
}

const noLetter = () =>
  conflict('delivery.no-letter', 'This is not a letter that waits to be printed.', {
    detail: 'It may have been posted already, or it goes another way. Look at the list again.',
  });
