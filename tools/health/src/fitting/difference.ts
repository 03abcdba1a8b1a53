/** One number of two parameter files: where it stands, and what each says. */
export type Change = { readonly path: string; readonly before: unknown; readonly now: unknown };

/** What differs, in the order of the second; numbers that are alike to six digits are alike. */
export function changes(before: unknown, now: unknown, path = ''): readonly Change[] {
  if (isObject(before) && isObject(now)) {
    const keys = [...new Set([...Object.keys(now), ...Object.keys(before)])];
    return keys.flatMap((key) => changes(before[key], now[key], path === '' ? key : `${path}.${key}`));
  }
  const isAlike =
    typeof before === 'number' && typeof now === 'number' ? Math.abs(before - now) < 1.5e-6 : before === now;
  return isAlike ? [] : [{ path, before, now }];
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null;
