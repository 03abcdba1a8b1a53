// Makes the command one file that needs nothing but Node.
import { mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = at('dist/command.js');
const shared = at('../shared/src');
const sources = [at('src'), join(shared, 'rules'), join(shared, 'messages'), at('bundle.mjs')];

/** Our own packages are taken from their sources, so that nothing else has to be compiled before. */
const fromSources = {
  name: 'from-sources',
  resolveId: (id) => {
    const [, path] = /^@followon\/shared\/(.+)$/.exec(id) ?? [];
    return path && join(shared, `${path}.ts`);
  },
};

export async function makeBundle() {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: at('src/main.ts'),
    platform: 'node',
    plugins: [fromSources],
    // Schemas are made by `z`, and no line is checked by one: with them zod stays out.
    treeshake: { moduleSideEffects: (id) => id.endsWith('main.ts'), manualPureFunctions: ['z'] },
    onLog: (level, { message }) => {
      if (level === 'warn') throw new Error(message);
    },
  });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  mkdirSync(at('dist'), { recursive: true });
  const partial = `${target}.${process.pid}.partial`;
  writeFileSync(partial, output[0].code);
  renameSync(partial, target);
}

/** There is none, or something that goes into it has been changed since. */
export function isBundleOld() {
  const made = statSync(target, { throwIfNoEntry: false })?.mtimeMs;
  return made === undefined || sources.some((path) => newest(path) > made);
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
