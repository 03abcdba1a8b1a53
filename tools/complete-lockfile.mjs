// npm leaves a package of another platform out of the lockfile when it could not look it up, and `npm ci` then
// refuses that lockfile everywhere. This adds what is missing: the exact version, and the platform from the name.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const systems = {
  darwin: 'darwin',
  linux: 'linux',
  windows: 'win32',
  win32: 'win32',
  android: 'android',
  freebsd: 'freebsd',
  openharmony: 'openharmony',
};
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64'];

const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = {};
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!isThere(path, name)) added[`node_modules/${name}`] = foreign(name, version, entry);
  }
}
const all = Object.entries({ ...lock.packages, ...added });
all.sort(([one], [other]) => (one === other ? 0 : one.localeCompare(other, 'en') < 0 ? -1 : 1));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(all) }, null, 2)}\n`);
console.log(`Added ${Object.keys(added).length} packages of other platforms to package-lock.json.`);

/** Where Node would look for it: beside the one that wants it, or further up. */
function isThere(path, name) {
  const nested = path ? `${path}/node_modules/${name}` : `node_modules/${name}`;
  return nested in lock.packages || `node_modules/${name}` in lock.packages;
}

function foreign(name, version, parent) {
  if (!/^\d+\.\d+\.\d+/.test(version))
    throw new Error(`${name}@${version}: only an exact version can be added.`);
  const words = name.split(/[/-]/);
  const os = Object.keys(systems).find((word) => words.includes(word));
  const cpu =
    processors.find((word) => words.some((part) => part === word || part.startsWith(`${word}_`))) ??
    cpuOf(words);
  if (!os || !cpu) throw new Error(`${name}: its name does not tell its platform.`);
  return { version, cpu: [cpu], ...(parent.dev ? { dev: true } : {}), optional: true, os: [systems[os]] };
}

function cpuOf(words) {
  if (words.includes('64')) return 'x64';
  return words.some((word) => word.startsWith('arm')) ? 'arm' : undefined;
}
