/** A piece of a line: words, or a place for something that is known only when it is printed. */
export type Piece = { readonly text: string } | { readonly blank: string };

/** `line`: an empty line to write on. */
export type Block =
  | { readonly kind: 'heading' | 'text'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Piece[])[] }
  | { readonly kind: 'line' };

/** What may stand between braces. Everything else is a slip of the pen, which `findSlips` names. */
export const placeholders = [
  'site',
  'programme',
  'group',
  'last-session',
  'first-meeting',
  'place',
  'time',
  'contact-1',
  'contact-2',
  'service-phone',
  'safeguarding-lead',
  'date',
] as const;
export type Placeholder = (typeof placeholders)[number];
export type Filled = Partial<Readonly<Record<Placeholder, string>>>;

const isPlaceholder = (word: string): word is Placeholder => placeholders.some((known) => known === word);

/**
 * Reads a document's markup: `## ` starts a heading, `- ` an item of a list, `____` is a line to write on, an empty line
 * ends a paragraph, and `{site}` is filled with what is known or left as a blank to write in. There is no other markup,
 * so that nothing a site types can become anything but words.
 */
export function readBody(body: string, filled: Filled = {}): Block[] {
  const blocks: Block[] = [];
  for (const paragraph of body.replaceAll('\r\n', '\n').split(/\n\s*\n/)) {
    blocks.push(
      ...readParagraph(
        paragraph.split('\n').map((line) => line.trim()),
        filled,
      ),
    );
  }
  return blocks;
}

function readParagraph(lines: readonly string[], filled: Filled): Block[] {
  const blocks: Block[] = [];
  let words: string[] = [];
  const flush = () => {
    if (words.length > 0) blocks.push({ kind: 'text', pieces: piecesOf(words.join(' '), filled) });
    words = [];
  };
  for (const line of lines.filter(Boolean)) {
    const block = ownLine(line, filled);
    if (!block) words.push(line);
    else {
      flush();
      add(blocks, block);
    }
  }
  flush();
  return blocks;
}

function ownLine(line: string, filled: Filled): Block | undefined {
  if (line.startsWith('## ')) return { kind: 'heading', pieces: piecesOf(line.slice(3), filled) };
  if (line.startsWith('- ')) return { kind: 'list', items: [piecesOf(line.slice(2), filled)] };
  return /^_{4,}$/.test(line) ? { kind: 'line' } : undefined;
}

/** Items that follow each other are one list. */
function add(blocks: Block[], block: Block): void {
  const last = blocks.at(-1);
  if (block.kind === 'list' && last?.kind === 'list')
    blocks[blocks.length - 1] = { kind: 'list', items: [...last.items, ...block.items] };
  else blocks.push(block);
}

function piecesOf(line: string, filled: Filled): Piece[] {
  return line
    .split(/(\{[^{}\n]*\})/)
    .filter(Boolean)
    .map((part) => pieceOf(part, filled));
}

function pieceOf(part: string, filled: Filled): Piece {
  const word = /^\{(.*)\}$/.exec(part)?.[1]?.trim();
  if (word === undefined || !isPlaceholder(word)) return { text: part };
  const known = filled[word];
  return known === undefined ? { blank: word } : { text: known };
}

export type Slip = { readonly line: number; readonly what: string };

/** Braces that name nothing we know, with the line they stand in (the first is 1). */
export function findSlips(body: string): Slip[] {
  return body.split('\n').flatMap((line, index) =>
    [...line.matchAll(/\{([^{}\n]*)\}/g)]
      .map(([, word = '']) => word.trim())
      .filter((word) => !isPlaceholder(word))
      .map((what) => ({ line: index + 1, what })),
  );
}
