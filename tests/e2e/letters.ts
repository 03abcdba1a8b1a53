import type { OutboxMessage } from '@followon/shared/contract/messages';
import type { Page } from '@followon/shared/contract/page';
import type { Visitor } from '../support/visitor.js';
import { ask } from './ask.js';

/** Every message so far with these words, in whichever of its languages, newest first; the page of messages shows the newest hundred only. */
export async function letters(reader: Visitor, words: string): Promise<OutboxMessage[]> {
  const found: OutboxMessage[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const path = `/demo/outbox?limit=100${cursor && `&cursor=${cursor}`}`;
    const page: Page<OutboxMessage> = await ask<Page<OutboxMessage>>(reader, 'GET', path);
    found.push(
      ...page.items.filter(({ text, also }) => [{ text }, ...also].some((said) => said.text.includes(words))),
    );
    cursor = page.nextCursor;
  }
  return found;
}
