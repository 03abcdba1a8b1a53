import { describe, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aTask } from './a-task.test-support.js';
import { onAPage } from './on-a-page.test-support.js';
import { TaskHelp } from './task-help.js';

describe('the place where a task is done best', () => {
  test.each([
    ['choose_route', 'See the ways to carry on', '/programmes/spring#carrying-on'],
    ['interest_poll', 'See the ways to carry on', '/programmes/spring#carrying-on'],
    [
      'support_plan',
      'Print the support plan for this programme',
      '/sites/avonside/documents/support-plan?programme=spring',
    ],
    [
      'venue_option',
      'Print the leaflet for this programme',
      '/sites/avonside/documents/leaflet-people?programme=spring',
    ],
    ['review_90', 'Go to the group’s page', '/groups/quay'],
  ])('of %s is a link: %s', async (key, name, href) => {
    onAPage(<TaskHelp task={aTask({ key, groupId: 'quay' })} />);
    expect((await screen.findByRole('link', { name })).getAttribute('href')).toBe(href);
  });

  test('of an invitation is a line to copy, and of other tasks nothing', async () => {
    onAPage(
      <>
        <TaskHelp task={aTask({ key: 'missed_invite' })} />
        <TaskHelp task={aTask()} />
      </>,
    );
    expect((await screen.findByText(/You would be welcome next time/)).tagName).toBe('Q');
    expect(screen.queryByRole('link')).toBeNull();
  });
});
