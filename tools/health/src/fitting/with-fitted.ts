import { fitted, type Fitted } from '@followon/shared/rules/health/fitted';

/**
 * Lets the engine, as shipped, judge by other numbers while `judge` runs, and puts its own back. What is cross-validated is
 * therefore the engine itself. The numbers are written into the objects that are there: the engine may hold on to parts of them.
 */
export function withFitted<T>(numbers: Partial<Fitted>, judge: () => T): T {
  const own = structuredClone(fitted);
  try {
    writeInto(fitted, numbers);
    return judge();
  } finally {
    writeInto(fitted, own);
  }
}

function writeInto(target: object, source: object): void {
  if (Array.isArray(target) && Array.isArray(source)) target.length = source.length;
  const fields = target as Record<string, unknown>;
  for (const [key, value] of Object.entries(source) as [string, unknown][]) {
    const there = fields[key];
    if (isObject(there) && isObject(value)) writeInto(there, value);
    else fields[key] = structuredClone(value);
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
