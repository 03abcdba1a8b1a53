import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Problem } from './problem.js';

const RETRIES = 2;

/**
 * A write that a person makes. The Idempotency-Key belongs to what they meant: it is kept while the same
 * thing is tried again and thrown away once it worked, so a double tap or a lost answer saves once.
 * `done` runs as soon as it worked, even when the part that asked is about to leave the page.
 */
export function useAct<Input, Output>(
  act: (input: Input, key: string) => Promise<Output>,
  refreshes: readonly string[],
  done?: (output: Output, input: Input) => void,
) {
  const meant = useRef<{ said: string; key: string }>(undefined);
  const queries = useQueryClient();
  return useMutation<Output, Error, Input>({
    mutationFn: (input) => {
      const said = JSON.stringify(input) ?? '';
      if (meant.current?.said !== said) meant.current = { said, key: crypto.randomUUID() };
      return act(input, meant.current.key);
    },
    retry: (count, error) =>
      count < RETRIES && error instanceof Problem && (error.status === 0 || error.status === 503),
    onSuccess: async (output, input) => {
      meant.current = undefined;
      done?.(output, input);
      await Promise.all(refreshes.map((word) => queries.invalidateQueries({ queryKey: [word] })));
    },
  });
}
