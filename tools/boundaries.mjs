import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import { rules } from '../.dependency-cruiser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const sourceOf = (name) => fileURLToPath(new URL(`../packages/${name}/src`, import.meta.url));

const { output } = await cruise(
  ['packages', 'apps', 'tools/health', 'tests'],
  {
    baseDir: root,
    ruleSet: { forbidden: rules },
    validate: true,
    exclude: { path: '(^|/)dist/|^tests/node_modules' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
    },
  },
  // Our own packages are looked at as sources; their exports point at what was compiled.
  {
    alias: { '@followon/shared': sourceOf('shared'), '@followon/local-services': sourceOf('local-services') },
  },
);
const { modules, summary } = output;
const own = modules.map(({ source }) => source).filter((source) => !source.includes('node_modules'));

const problems = [
  ...summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
  ...rules.filter(({ from }) => !own.some((source) => isFrom(from, source))).map(guardsNothing),
];
if (own.length === 0) problems.push('No module was looked at: the rules would pass whatever they say.');

for (const problem of problems) console.error(problem);
console.log(`Boundaries: ${own.length} modules, ${rules.length} rules, ${problems.length} problems.`);
process.exitCode = problems.length > 0 ? 1 : 0;

function isFrom({ path, pathNot }, source) {
  return (!path || new RegExp(path).test(source)) && !(pathNot && new RegExp(pathNot).test(source));
}

/** A folder that was renamed leaves its rule behind, green for ever. */
function guardsNothing({ name }) {
  return `${name}: its "from" matches no module, so it guards nothing.`;
}
