import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { useStay } from './focus-here.js';

function Line({ onLeave }: { readonly onLeave: () => void }) {
  const { here, stay } = useStay<HTMLLIElement>();
  const leave = () => {
    stay();
    onLeave();
  };
  return (
    <li aria-label="The line" {...here}>
      <button type="button" onClick={stay}>
        It stays
      </button>
      <button type="button" onClick={leave}>
        It leaves
      </button>
    </li>
  );
}

function List() {
  const [left, leave] = useState(false);
  return (
    <>
      <h1 tabIndex={-1}>Messages</h1>
      <ul>{left ? null : <Line onLeave={() => leave(true)} />}</ul>
      <button type="button" onClick={() => leave(true)}>
        Somebody else ends it
      </button>
    </>
  );
}

test('the focus stays in the place of an act', async () => {
  render(<List />);
  await userEvent.click(screen.getByRole('button', { name: 'It stays' }));
  expect(document.activeElement).toBe(screen.getByRole('listitem', { name: 'The line' }));
});

test('when the place goes with it, the page’s name has the focus', async () => {
  render(<List />);
  await userEvent.click(screen.getByRole('button', { name: 'It leaves' }));
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Messages' }));
});

test('a place that goes while the focus is elsewhere takes nothing', async () => {
  render(<List />);
  const elsewhere = screen.getByRole('button', { name: 'Somebody else ends it' });
  await userEvent.click(elsewhere);
  expect(document.activeElement).toBe(elsewhere);
});
