import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import type { Stage } from '../support/stage.js';

/** Without this no figure means anything: compare ratios from one run, never numbers from two machines. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly loadAverage: readonly number[];
}

export const thisMachine = (): Machine => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 1_073_741_824),
  system: `${platform()} ${release()}`,
  node: process.version,
  loadAverage: loadavg().map((load) => Math.round(load * 100) / 100),
});

/** Proof that durability was not traded for speed. */
export async function databaseSettings(stage: Stage): Promise<Record<string, string>> {
  const rows = await stage.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes')`,
  );
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}
