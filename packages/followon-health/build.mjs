import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeBundle } from './bundle.mjs';

await makeBundle();

/** Asked for when a package is made: it goes out with the licence of the repository. */
if (process.argv.includes('--with-licence')) {
  for (const name of ['LICENSE', 'NOTICE'])
    copyFileSync(new URL(`../../${name}`, import.meta.url), fileURLToPath(new URL(name, import.meta.url)));
}
