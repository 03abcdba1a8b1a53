/** pino's number for a warning; errors are 50, fatal 60. */
const warning = 40;

/** The words of a log line that the person at the terminal should see, or undefined for the everyday ones. */
export function worthShowing(line: string, fromStderr: boolean): string | undefined {
  const entry = parseEntry(line);
  if (entry) return entry.level >= warning ? entry.msg : undefined;
  const isNodeNotice = line.startsWith('(node:') || line.startsWith('(Use `node');
  const isStackOrBlank = /^\s*(at .*)?$/.test(line);
  return fromStderr && !isNodeNotice && !isStackOrBlank ? line : undefined;
}

function parseEntry(line: string): { level: number; msg: string } | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const { level, msg } = JSON.parse(line) as { level?: unknown; msg?: unknown };
    return typeof level === 'number'
      ? { level, msg: typeof msg === 'string' ? msg : 'see the log' }
      : undefined;
  } catch {
    return undefined;
  }
}
