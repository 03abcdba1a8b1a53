import type { OutboxMessage } from '@followon/shared/contract/messages';
import type { Page } from '@followon/shared/contract/page';
import type { Visitor } from '../support/visitor.js';
import { ask } from './ask.js';

/** Every message so far with these words, newest first; the page of messages shows the newest hundred only. */
export async function letters(reader: Visitor, words: string): Promise<OutboxMessage[]> {
  const found: OutboxMessage[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const path = `/demo/outbox?limit=100${cursor && `&cursor=${cursor}`}`;
    const page: Page<OutboxMessage> = await ask<Page<OutboxMessage>>(reader, 'GET', path);
    found.push(...page.items.filter(({ text }) => text.includes(words)));
    cursor = page.nextCursor;
  }
  return found;
}
