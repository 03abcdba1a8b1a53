import { expect, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useAct } from './use-act.js';

function Saving({ save }: { readonly save: (input: number, key: string) => Promise<void> }) {
  const act = useAct(save, []);
  return (
    <>
      <button onClick={() => act.mutate(5)}>{'five'}</button>
      <button onClick={() => act.mutate(6)}>{'six'}</button>
    </>
  );
}

test('trying the same thing again is the same submit; a new thing, or the same after it worked, is another', async () => {
  const keys: string[] = [];
  let works = false;
  const save = (_: number, key: string) => {
    keys.push(key);
    return works ? Promise.resolve() : Promise.reject(new Error('refused'));
  };
  const user = userEvent.setup();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Saving save={save} />
    </QueryClientProvider>,
  );
  const five = screen.getByRole('button', { name: 'five' });

  await user.click(five);
  await user.click(five);
  expect(keys[1]).toBe(keys[0]);

  await user.click(screen.getByRole('button', { name: 'six' }));
  expect(keys[2]).not.toBe(keys[0]);

  works = true;
  await user.click(five);
  await user.click(five);
  expect(keys[4]).not.toBe(keys[3]);
});
