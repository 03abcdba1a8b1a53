import { expect, test } from '@jest/globals';
import { chooseDataDir } from './data-dir.js';

const asRoot = { repository: '/root/followon', isRoot: true };

test('data lies in the repository, where a newcomer looks for it', () => {
  expect(chooseDataDir({ repository: '/home/ann/followon', isRoot: false, repositoryIsOpen: false })).toBe(
    '/home/ann/followon/.followon',
  );
  expect(chooseDataDir({ ...asRoot, repository: '/srv/followon', repositoryIsOpen: true })).toBe(
    '/srv/followon/.followon',
  );
});

test('root in a private home keeps it where the database user can reach it, one place per checkout', () => {
  const first = chooseDataDir({ ...asRoot, repositoryIsOpen: false });
  const second = chooseDataDir({ ...asRoot, repository: '/root/other', repositoryIsOpen: false });
  expect(first).toMatch(/^\/var\/tmp\/followon-[0-9a-f]{12}$/);
  expect(chooseDataDir({ ...asRoot, repositoryIsOpen: false })).toBe(first);
  expect(second).not.toBe(first);
});

test('a chosen folder goes before every rule', () => {
  expect(chooseDataDir({ ...asRoot, chosen: '/data/here', repositoryIsOpen: false })).toBe('/data/here');
});
