import { useQuery } from '@tanstack/react-query';
import { expect, jest, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { get } from '../api/client.js';
import { onAPage } from './on-a-page.test-support.js';
import { Asked } from './states.js';

function Names() {
  const names = useQuery({ queryKey: ['names'], queryFn: () => get<{ said: string }>('/names') });
  return (
    <>
      <button type="button" onClick={() => void names.refetch()}>
        Ask again
      </button>
      <Asked query={names}>{({ said }) => <p>{said}</p>}</Asked>
    </>
  );
}

function answeringThen(status: number) {
  let times = 0;
  aServer(() => {
    times += 1;
    return times === 1 ? { body: { said: 'Ada' } } : { status, body: {} };
  });
}

test.each([403, 404])(
  'what is no longer its reader’s leaves the screen when it is asked again (%i)',
  async (status) => {
    answeringThen(status);
    const user = onAPage(<Names />);
    await screen.findByText('Ada');
    await user.click(screen.getByRole('button', { name: 'Ask again' }));
    await screen.findByRole('heading', { name: 'There is nothing here for you to see' });
    expect(screen.queryByText('Ada')).toBeNull();
  },
);

test('what was read stays on the screen while the server has trouble', async () => {
  answeringThen(500);
  const user = onAPage(<Names />);
  await screen.findByText('Ada');
  await user.click(screen.getByRole('button', { name: 'Ask again' }));
  await new Promise((done) => setTimeout(done, 50));
  expect(screen.getByText('Ada')).toBeTruthy();
});

function Page() {
  const names = useQuery({ queryKey: ['page'], queryFn: () => get<{ said: string }>('/names') });
  return (
    <Asked query={names} isPage>
      {({ said }) => <p>{said}</p>}
    </Asked>
  );
}

test('a page that did not load says so in its heading', async () => {
  aServer(() => ({ status: 500, body: {} }));
  onAPage(<Page />);
  expect(await screen.findByRole('heading', { level: 1, name: 'This did not load.' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});

test('a page that is being fetched has a heading as well', async () => {
  aServer(() => ({ body: { said: 'Ada' } }));
  jest.spyOn(globalThis, 'fetch').mockImplementation(() => new Promise(() => undefined));
  onAPage(<Page />);
  expect(await screen.findByRole('heading', { level: 1, name: 'Fetching this page…' })).toBeTruthy();
});
