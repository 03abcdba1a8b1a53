import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Stepper } from './stepper.js';

function Counting({ from }: { readonly from: number }) {
  const [value, setValue] = useState(from);
  return <Stepper label="How many came?" id="n" value={value} onChange={setValue} />;
}

const number = () => screen.getByLabelText<HTMLInputElement>('How many came?').value;

test('plus and minus count, and never below nobody', async () => {
  const user = userEvent.setup();
  render(<Counting from={1} />);
  await user.click(screen.getByRole('button', { name: 'One more' }));
  expect(number()).toBe('2');
  for (let press = 0; press < 4; press += 1)
    await user.click(screen.getByRole('button', { name: 'One fewer' }));
  expect(number()).toBe('0');
});

test('the number can be typed or dictated', async () => {
  const user = userEvent.setup();
  render(<Counting from={7} />);
  await user.click(screen.getByLabelText('How many came?'));
  await user.keyboard('12');
  expect(number()).toBe('12');
});
