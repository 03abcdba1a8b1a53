import { afterEach, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { explained, sayDay } from '../dates.js';
import { speak, spoken } from '../i18n.js';
import { aTurnout } from './a-turnout.test-support.js';
import { LanguageChoice } from './language-choice.js';
import { InLanguage, speakAsRemembered } from './language.js';
import { NOW, onAPage } from './on-a-page.test-support.js';
import { ReasonList } from './reason-list.js';
import { sayReason } from './reason-words.js';
import { TurnoutStrip } from './turnout-strip.js';

afterEach(async () => {
  localStorage.clear();
  await speak('en');
});

const reason = { key: 'below-60', usual: 7, recent: [4, 5, 3], meetingIds: ['a', 'b', 'c'] } as const;

test('whoever chooses Welsh reads the reasons in Welsh, marked as Welsh, and keeps the focus', async () => {
  const user = onAPage(
    <InLanguage>
      <ReasonList
        reasons={[reason]}
        clearsWhen={{ key: 'two-meetings-with', headcount: 5 }}
        now={NOW}
        groupId="quay"
      />
      <TurnoutStrip turnout={aTurnout(7, 7, 8, 4)} now={NOW} size="row" />
      <LanguageChoice />
    </InLanguage>,
  );
  await user.click(await screen.findByRole('button', { name: 'Cymraeg' }));

  const said = await screen.findByText(/Mae 7 yn dod fel arfer; daeth 4, 5 a 3 i’r tri chyfarfod diwethaf\./);
  expect(said.closest('[lang]')?.getAttribute('lang')).toBe('cy');
  expect(screen.getByText('Bydd hyn yn clirio ar ôl dau gyfarfod gyda 5 neu fwy.')).toBeTruthy();
  expect(screen.getByRole('img', { name: /fel arfer/ }).getAttribute('lang')).toBe('cy');
  expect(document.documentElement.lang).not.toBe('cy');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cymraeg' })));
  expect(screen.getByRole('button', { name: 'Cymraeg' }).getAttribute('aria-pressed')).toBe('true');

  await user.click(screen.getByRole('button', { name: 'English' }));
  expect(await screen.findByText(/7 usually come/)).toBeTruthy();
});

test('the choice is remembered in this browser', async () => {
  localStorage.setItem('followon.language', 'cy');
  await speakAsRemembered();
  expect(spoken()).toBe('cy');
  expect(sayReason({ key: 'nobody-new', sinceOn: '2026-03-02', meetingIds: [] }, NOW)).toBe(
    'Neb newydd ers Mawrth.',
  );
  expect(sayReason({ ...reason, recent: [4, 8] }, NOW)).toContain('daeth 4 ac 8 i’r ddau gyfarfod diwethaf');
  const silent = { key: 'silent', lastOn: '2026-05-03', expectedOn: '2026-05-31', meetingIds: [] } as const;
  expect(sayReason(silent, NOW)).toBe(
    'Dim cyfarfod y gwyddom amdano ers 3 Mai; 31 Mai fyddai’r dyddiad nesaf wedi bod.',
  );
});

test('dates are said in Welsh, though browsers have none', async () => {
  await speak('cy');
  expect(explained.day('2026-11-19', NOW)).toBe('Dydd Iau 19 Tachwedd');
  expect(explained.date('2025-03-05', NOW)).toBe('5 Mawrth 2025');
  expect(sayDay('2026-11-19', NOW)).toBe('Thursday 19 November');
});

test('a language that is not ours is no choice', async () => {
  localStorage.setItem('followon.language', 'xx');
  await speakAsRemembered();
  expect(spoken()).toBe('en');
});
