import { describe, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { aSession, onAPage } from '../ui/on-a-page.test-support.js';
import { aPreview, SITE, someKinds } from './a-preview.test-support.js';
import { PreviewsPage } from './previews-page.js';
import type { PreviewChoice } from './queries.js';

const session = aSession({ actions: ['see-message-previews'] });
const sites = [
  { siteId: SITE, siteName: 'Avonside' },
  { siteId: '5f1b0c0a-0000-4000-8000-000000000002', siteName: 'Harbour' },
];

function open(choice: PreviewChoice = {}, fails?: number) {
  const chosen: PreviewChoice[] = [];
  const server = aServer(({ path }) => {
    if (fails !== undefined) return { status: fails, body: { title: 'It did not work.' } };
    return { body: path.includes('/message-previews?') ? someKinds : aPreview(path) };
  });
  const onChoose = (one: PreviewChoice) => void chosen.push(one);
  const user = onAPage(<PreviewsPage siteId={SITE} {...{ sites, choice, onChoose }} />, session);
  return { user, chosen, asked: () => server.asked.map(({ path }) => path) };
}
const hand = { key: 'would_a_hand_help' } as const;
const inWelsh = async () => within(await screen.findByRole('region', { name: 'Welsh' }));
const inEnglish = async () => within(await screen.findByRole('region', { name: 'English' }));

describe('the list', () => {
  test('tells every message under those who get it', async () => {
    open();
    const staff = within(await screen.findByRole('region', { name: 'Staff' }));
    expect(staff.getByRole('link', { name: 'A group may need you' })).toBeTruthy();
    for (const who of ['People with a role in a group', 'Volunteers']) {
      const part = within(screen.getByRole('region', { name: who }));
      expect(part.getByRole('link', { name: 'Would you like a hand?' })).toBeTruthy();
      expect(part.getByText('1 message')).toBeTruthy();
    }
    expect(screen.queryByText('There is no message by that name')).toBeNull();
  });

  test('says when the address names a message that is none, and offers the others', async () => {
    open({ key: 'long_gone' });
    expect(await screen.findByText('There is no message by that name')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'You are welcome any time' })).toBeTruthy();
  });

  test('is that of one site, and leads to another', async () => {
    const { user, chosen } = open();
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Site' }), 'Harbour');
    expect(chosen).toEqual([{ site: sites[1]?.siteId }]);
  });
});

describe('one message', () => {
  test('stands in both languages beside each other, and says honestly that nobody has read the Welsh', async () => {
    open(hand);
    const [english, welsh] = [await inEnglish(), await inWelsh()];
    expect(english.getByText('Would you like a hand?').lang).toBe('en');
    expect((await welsh.findByText('Hoffech chi gael help llaw?')).lang).toBe('cy');
    expect(welsh.getByText('A Welsh speaker has not read this yet.')).toBeTruthy();
    expect(english.queryByText('A Welsh speaker has not read this yet.')).toBeNull();
  });

  test('stands in both together as well, as it leaves from a site in Wales', async () => {
    const { asked } = open(hand);
    expect(await screen.findByText('Both languages together, as sites in Wales send it')).toBeTruthy();
    await inWelsh();
    expect(asked().filter((path) => path.includes('language=both'))).toHaveLength(1);
  });

  test('is a mail in a frame in which nothing runs', async () => {
    open(hand);
    const frame = await (await inWelsh()).findByTitle('The e-mail in Welsh: Hoffech chi gael help llaw?');
    expect(frame.getAttribute('sandbox')).toBe('allow-same-origin');
    expect(frame.getAttribute('src')).toBe(
      `/api/message-previews/would_a_hand_help/mail?site=${SITE}&audience=role-holder&format=standard&language=cy`,
    );
    expect((await inEnglish()).getByText('The same in plain text, in English')).toBeTruthy();
  });

  test.each([
    { as: 'sms', says: '212 signs, 2 parts' },
    { as: 'push', says: 'You have a message' },
    { as: 'letter', says: 'Groups have their ups and downs.' },
  ] as const)('as $as says $says', async ({ as, says }) => {
    open({ ...hand, as });
    expect(await (await inEnglish()).findByText(says)).toBeTruthy();
    expect(document.querySelector('iframe')).toBeNull();
  });

  test.each([
    { format: 'easy-read', says: /^No machine sends this\. A person makes an Easy Read version/ },
    { format: 'bsl', says: /^No machine sends this\. .* sign language/ },
    { format: 'paper', says: /^No machine sends this\. A person prints it/ },
  ] as const)(
    'for $format is made by a person, from the words that stand there',
    async ({ format, says }) => {
      open({ ...hand, format });
      const english = await inEnglish();
      expect(await english.findByText(says)).toBeTruthy();
      expect(english.getByText('Please call us')).toBeTruthy();
      expect(document.querySelector('iframe')).toBeNull();
    },
  );
});

describe('what a site should know of it', () => {
  const about = async () => within(await screen.findByRole('region', { name: 'About this message' }));

  test('to whom, when, how often, and what leads where', async () => {
    open(hand);
    const it = await about();
    for (const says of [
      'The role holders.',
      'When a group may need somebody.',
      'All messages together: at most 3 in 7 days.',
      'Not again for 30 days after an answer.',
      'After “Leave us be” not for 90 days.',
      'They can say no to it at any time, and to any way it comes.',
      'The alert is over.',
      'It is let go when it cannot leave within 7 days.',
    ])
      expect(it.getByText(says)).toBeTruthy();
    expect((await it.findByText('Please call us')).closest('li')?.textContent).toBe(
      'Please call us: by a link in the message, without signing in',
    );
  });

  test('that a member chose it, and how seldom it comes', async () => {
    open({ key: 'missed_you_soft' });
    const it = await about();
    expect(it.getByText('It comes only to those who chose this very message.')).toBeTruthy();
    expect(it.getByText('At most once in 90 days to a person.')).toBeTruthy();
  });

  test('that a duty of staff cannot be refused', async () => {
    open({ key: 'alert_opened' });
    const it = await about();
    expect(it.getByText(/^It is part of their work, so it cannot be refused\./)).toBeTruthy();
    expect(it.queryByText(/^A link in each message stops/)).toBeNull();
  });
});

test('how it is looked at stands in the address, with what was chosen before', async () => {
  const { user, chosen } = open({ ...hand, as: 'sms' });
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Who reads it' }), 'Volunteers');
  await user.selectOptions(screen.getByRole('combobox', { name: 'What the reader needs' }), 'Large print');
  await user.selectOptions(screen.getByRole('combobox', { name: 'How it comes' }), 'As a letter');
  expect(chosen).toEqual([
    { ...hand, as: 'sms', audience: 'volunteer' },
    { ...hand, as: 'sms', format: 'large-print' },
    { ...hand, as: 'letter' },
  ]);
});

test('whoever may not see it finds nothing', async () => {
  open({}, 404);
  expect(await screen.findByRole('heading', { name: 'There is nothing here for you to see' })).toBeTruthy();
});

test('a server that is away can be asked again', async () => {
  open({}, 500);
  expect((await screen.findByRole('alert')).textContent).toMatch(/Try again|again/);
});
