import { expect, test } from '@jest/globals';
import { repository } from '../support/repository.js';
import { readSource, sourceFiles } from '../support/source-files.js';

const files = sourceFiles();
const code = files.filter((path) => /^(packages|apps|tools|tests)\/.*\.(ts|tsx)$/.test(path));
const textFiles = files.filter((path) => !/\.(png|ico|svg|woff2?)$|(^|\/)package-lock\.json$/.test(path));

/** Where the environment comes in: env files, programs' entries, the launcher, build configuration and tests. */
const mayReadEnvironment = [
  /\/env\.ts$/,
  /\/main\.ts$/,
  /^packages\/local-services\//,
  /^packages\/shared\/src\/db\/migrate\.ts$/,
  /^packages\/shared\/src\/accounts\/admin-create\.ts$/,
  /^apps\/worker\/src\/demo\/seed\.ts$/,
  /^apps\/web\/vite\.config\.ts$/,
  /^tests\//,
  /\.test\.tsx?$/,
];

test('the source of all parts, of the tools and of the tests was found', () => {
  for (const part of [
    'packages/shared',
    'packages/local-services',
    'apps/api',
    'apps/worker',
    'apps/web',
    'tools/health',
    'tests',
  ]) {
    expect(code.filter((path) => path.startsWith(`${part}/`)).length).toBeGreaterThan(5);
  }
});

test('there are no barrels', () => {
  expect(code.filter((path) => /\/index\.tsx?$/.test(path))).toEqual([]);
});

test('folders are named by words of the product, not by kinds of code', () => {
  const kinds = /\/(utils?|helpers?|common|types|services|repositories|dtos?|lib|misc)\//;
  expect(code.filter((path) => kinds.test(path))).toEqual([]);
});

test('file names are kebab-case, with a suffix only where it is a role', () => {
  const kebab = /^(\d+-)?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.tsx?$/;
  expect(code.filter((path) => !kebab.test(path.slice(path.lastIndexOf('/') + 1)))).toEqual([]);
});

test('the environment is read at the edges only', () => {
  const readers = code.filter((path) => /process\.env|process\[['"]env/.test(readSource(path)));
  expect(readers.filter((path) => !mayReadEnvironment.some((place) => place.test(path)))).toEqual([]);
});

test('no file knows the machine it was written on', () => {
  const isDeep = repository.split('/').length > 2; // "/app" may well be written in a Dockerfile
  const somebodysHome = /\/home\/(?!node\b)[a-z][\w-]*\/|\/Users\/[A-Za-z][\w-]*\/|[A-Z]:\\Users\\/;
  const isExample = (path: string): boolean => path.includes('.test.');
  const tells = (path: string): boolean => {
    const text = readSource(path);
    return (isDeep && text.includes(`${repository}/`)) || (!isExample(path) && somebodysHome.test(text));
  };
  expect(textFiles.filter(tells)).toEqual([]);
});

interface Locked {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const { packages: locked } = JSON.parse(readSource('package-lock.json')) as {
  packages: Record<string, Locked>;
};

test('the lockfile holds no registry address', () => {
  expect(Object.keys(locked).length).toBeGreaterThan(100);
  expect(Object.values(locked).filter(({ resolved }) => resolved?.includes('://'))).toEqual([]);
});

test('the lockfile names the packages of every platform, or npm ci refuses it (tools/complete-lockfile.mjs)', () => {
  const wanted = Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => [`${path}/node_modules/${name}`, `node_modules/${name}`]),
  );
  expect(wanted.length).toBeGreaterThan(20);
  expect(wanted.filter((places) => !places.some((place) => place in locked))).toEqual([]);
});
