import type { Logger } from 'pino';

type Written = { write(line: string): unknown };

/** What a log writes from now on, whatever its level was, kept instead of printed. */
export function overhear(log: Logger): { readonly lines: readonly string[]; stop(): void } {
  const lines: string[] = [];
  const inner = log as unknown as Record<symbol, Written>;
  const stream = Object.getOwnPropertySymbols(log).find((symbol) => symbol.description === 'pino.stream');
  if (!stream) throw new Error('this log has no stream of its own');
  const { [stream]: before } = inner;
  const { level } = log;
  inner[stream] = { write: (line) => lines.push(line) };
  log.level = 'trace';
  return {
    lines,
    stop: () => {
      if (before) inner[stream] = before;
      log.level = level;
    },
  };
}
