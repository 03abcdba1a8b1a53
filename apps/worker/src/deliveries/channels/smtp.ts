import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { inert } from '@followon/shared/messages/written/inert';
import { mailHtml, mailText } from '@followon/shared/messages/written/mail-template';
import type { Answer, Limits, Messenger, Outgoing } from './messenger.js';
import { SEND_TIMEOUT_MS } from './messenger.js';

export interface SmtpOptions {
  readonly url: string;
  /** `Followon <messages@example.org>` */
  readonly from: string;
  readonly limits: Limits;
}

const POOL = {
  pool: true,
  maxMessages: 1_000,
  connectionTimeout: SEND_TIMEOUT_MS,
  greetingTimeout: SEND_TIMEOUT_MS,
  socketTimeout: SEND_TIMEOUT_MS,
  disableFileAccess: true,
  disableUrlAccess: true,
} as const;

/** The same for every try of a message, so that a mailbox may see that two are one. */
const messageIdOf = (idemKey: string, from: string): string => {
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'followon.invalid';
  return `<${createHash('sha256').update(idemKey).digest('hex').slice(0, 40)}@${domain}>`;
};

/** RFC 8058: the mail program's own button posts to the address, without a page. */
const stopHeaders = (oneClick: string): Record<string, string> => ({
  'List-Unsubscribe': `<${oneClick}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

async function mailOf({ to, idemKey, letter }: Outgoing, from: string) {
  return {
    ...{ from, to: { name: '', address: to }, subject: inert(letter.subject) },
    ...{ text: mailText(letter), html: await mailHtml(letter), messageId: messageIdOf(idemKey, from) },
    headers: {
      ...{
        'Auto-Submitted': 'auto-generated',
        'Content-Language': letter.parts.map(({ language }) => language).join(', '),
      },
      ...(letter.stop && stopHeaders(letter.stop.oneClick)),
    },
  };
}

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

const aboutMessage = ['MAIL FROM', 'RCPT TO', 'DATA'];
const NO_SUCH_MAILBOX = [550, 551, 553];

/** A server that answers has not taken the message; one that is silent may have, once a byte of it was read. */
function explain({ responseCode, command = '', code }: SmtpError, hasLeft: boolean): Answer {
  if (responseCode !== undefined && responseCode >= 400) return explainAnswer(responseCode, command);
  if (hasLeft) return { kind: 'no-answer', reason: 'smtp-silent' };
  if (code === 'EENVELOPE') return { kind: 'never', reason: 'bad-address', noSuchPlace: true };
  return { kind: 'refused', reason: 'unreachable', outage: true };
}

function explainAnswer(code: number, command: string): Answer {
  const reason = `smtp-${code}` as const;
  if (!aboutMessage.includes(command) || code === 421) return { kind: 'refused', reason, outage: true };
  if (code < 500) return { kind: 'refused', reason };
  const isGone = command === 'RCPT TO' && NO_SUCH_MAILBOX.includes(code);
  return { kind: 'never', reason, ...(isGone && { noSuchPlace: true }) };
}

/** Mail over SMTP, which has no idempotency: only what cannot have left is tried again. */
export function smtp({ url, from, limits }: SmtpOptions): Messenger {
  const transport = createTransport({ url, ...POOL, maxConnections: limits.atOnce });
  /** By message id: what the connection reads a mail from, once it has one. */
  const streams = new Map<string, Readable>();
  transport.use('stream', (mail, done) => {
    const { message } = mail;
    const create = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const stream = create(options);
      streams.set(message.messageId(), stream);
      return stream;
    };
    done();
  });
  return {
    ...{ name: 'smtp', way: 'email', dedupes: false, limits },
    send: async (outgoing) => {
      const mail = await mailOf(outgoing, from);
      try {
        const { messageId } = await transport.sendMail(mail);
        return { kind: 'sent', providerRef: messageId };
      } catch (error) {
        return explain(error as SmtpError, streams.get(mail.messageId)?.readableDidRead ?? false);
      } finally {
        streams.delete(mail.messageId);
      }
    },
    close: () => transport.close(),
  };
}
