import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { usePrintAlone } from './use-print-alone.js';

/** Who stood alone at the moment of printing. */
let printed: (string | null)[] = [];
const alone = () => [...document.querySelectorAll('.fo-alone')].map(({ textContent }) => textContent);

function Sheet({ name }: { readonly name: string }) {
  const { isAlone, print } = usePrintAlone();
  return (
    <section aria-label={name}>
      <p className={isAlone ? 'fo-alone' : ''}>{name}</p>
      <button type="button" onClick={print}>
        Print {name}
      </button>
    </section>
  );
}

beforeEach(() => {
  printed = [];
  jest.spyOn(window, 'print').mockImplementation(() => void printed.push(...alone()));
  render(
    <>
      <Sheet name="Ada" />
      <Sheet name="Ben" />
      <a href="#else">Else</a>
    </>,
  );
});
afterEach(() => void jest.restoreAllMocks());

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('of two sheets that are open, the one whose button was pressed is printed alone', async () => {
  await press('Print Ada');
  await press('Print Ben');
  expect(printed).toEqual(['Ada', 'Ben']);
});

test('a press that comes without a finger or a key does the same', () => {
  for (const name of ['Print Ada', 'Print Ben']) fireEvent.click(screen.getByRole('button', { name }));
  expect(printed).toEqual(['Ada', 'Ben']);
});

test('it stands alone while the printer is asked, and no longer than until the next act', async () => {
  await press('Print Ada');
  expect(alone()).toEqual(['Ada']);
  await userEvent.keyboard('{Tab}');
  expect(alone()).toEqual([]);
});
