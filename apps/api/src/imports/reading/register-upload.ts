import { registerHeader } from '@followon/shared/rules/import/register-line';
import { PayloadTooLargeException } from '@nestjs/common';
import type { Request } from 'express';
import { Refusal } from '../../http/problem.js';
import { fieldsOf } from './fields-of.js';
import type { NumberedLine } from './lines-of.js';
import { linesOf } from './lines-of.js';

const MOST_BYTES = 100 * 1024 * 1024;
const IS_TEXT = /^(text\/(csv|plain)|application\/(csv|vnd\.ms-excel))\b/i;
const HEADER = registerHeader.join(',');

const notRegisters = (code: string, title: string): Refusal =>
  new Refusal('invalid', code, title, {
    detail: `Send text/csv in UTF-8 whose first line is: ${HEADER}`,
    errors: [{ path: 'body', message: `The first line must be: ${HEADER}` }],
  });

/**
 * The lines of an uploaded register file after its header, as they arrive.
 * @throws Refusal 400 for what is no register file; PayloadTooLargeException 413 past 100 MB; 400 when it is cut off
 */
export async function registerLines(request: Request): Promise<AsyncIterable<NumberedLine[]>> {
  if (!IS_TEXT.test(request.header('content-type') ?? ''))
    throw notRegisters('import.not-csv', 'This is not a register file.');
  if (Number(request.header('content-length') ?? 0) > MOST_BYTES) throw new PayloadTooLargeException();
  const batches = linesOf(arriving(request), MOST_BYTES);
  const [header, ...lines] = await firstBatch(batches);
  if (header && isHeader(header)) return after(lines, batches);
  await batches.return();
  if (!header) throw notRegisters('import.empty', 'This file is empty.');
  throw notRegisters('import.header', 'This file does not start with the right first line.');
}

const MOST_DRAIN_MS = 10_000;

/** Lets a sender whose file was refused finish sending, for a while, so that they can hear why. */
export function drain(request: Request): void {
  if (request.readableEnded || request.destroyed) return;
  const timer = setTimeout(() => request.destroy(), MOST_DRAIN_MS).unref();
  request.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
  request.removeAllListeners('readable').resume();
}

/** Reads on until there is a whole line: a header may arrive in pieces. */
async function firstBatch(batches: AsyncIterator<NumberedLine[], void>): Promise<NumberedLine[]> {
  for (;;) {
    const { value, done } = await batches.next();
    if (done) return [];
    if (value.length > 0) return value;
  }
}

function isHeader({ text }: NumberedLine): boolean {
  const fields = fieldsOf((text ?? '').replace(/^\uFEFF/, ''));
  return fields?.join(',') === HEADER;
}

async function* after(
  lines: NumberedLine[],
  rest: AsyncIterable<NumberedLine[]>,
): AsyncGenerator<NumberedLine[]> {
  yield lines;
  yield* rest;
}

/** When the sender goes away in the middle, that is said as such. Stopping early leaves the connection open. */
async function* arriving(request: Request): AsyncGenerator<Buffer> {
  const chunks = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  try {
    for await (const chunk of chunks) yield chunk;
  } catch {
    throw new Refusal('invalid', 'import.cut-off', 'The file did not arrive whole.', {
      detail: 'Nothing of it was kept. Send it again.',
    });
  }
}
