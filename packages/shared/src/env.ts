import type { z } from 'zod';

/**
 * Reads and checks the environment once, before anything starts.
 * @throws Error naming every bad variable; values are never printed, they may be secrets.
 */
export function readEnv<T extends z.ZodType>(schema: T, source: NodeJS.ProcessEnv): z.infer<T> {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const bad = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`These environment variables need attention:\n${bad.join('\n')}`);
}
