import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first redis-server or valkey-server on the PATH. */
export function findRedisProgram(path: string): string | undefined {
  for (const name of ['redis-server', 'valkey-server']) {
    for (const dir of path.split(delimiter)) {
      if (dir && isProgram(join(dir, name))) return join(dir, name);
    }
  }
  return undefined;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
