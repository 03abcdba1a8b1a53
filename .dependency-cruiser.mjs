const shared = '^packages/shared/src';
const ownCode = '^(packages|apps|tools|tests)/';
const isTest = '[.]test[.]tsx?$';
/** Pure libraries: no input, no output, no clock. */
const pureLibraries = 'node_modules/(zod|temporal-polyfill)/';
// Words of the rules: names and codes, no decisions.
const factsOfRules = `${shared}/rules/[a-z-]+/(facts|causes|escalation-facts|civil-date|country|founding-wish|routes|close-reasons|site-changes-schema)\\.ts$`;

/** By shape, so that a new slice is guarded from its first file on. tools/boundaries.mjs runs it. */
export const rules = [
  {
    name: 'no-circular',
    comment: 'A circle has no beginning to read from.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'rules-are-pure',
    comment: 'A rule gets facts and answers findings: no database, no framework, no Node.',
    severity: 'error',
    from: { path: `${shared}/rules/`, pathNot: isTest },
    to: { pathNot: [`${shared}/(rules|contract)/`, pureLibraries] },
  },
  {
    name: 'rules-take-only-types-of-the-contract',
    comment: 'A rule may speak in the words of the contract, and decides nothing with its schemas.',
    severity: 'error',
    from: { path: `${shared}/rules/`, pathNot: isTest },
    to: { path: `${shared}/contract/`, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'contract-and-events-are-words-only',
    comment:
      'Both are read by everybody, so they know zod, each other, and the facts and dates that rules speak of.',
    severity: 'error',
    from: { path: `${shared}/(contract|events)/`, pathNot: isTest },
    to: { pathNot: [`${shared}/(contract|events)/`, pureLibraries, factsOfRules] },
  },
  {
    name: 'web-is-only-a-browser',
    comment: 'The dashboard knows the contract and nothing else of ours.',
    severity: 'error',
    from: { path: '^apps/web/', pathNot: isTest },
    to: { path: ownCode, pathNot: ['^apps/web/', `${shared}/(contract|events)/`] },
  },
  {
    name: 'web-takes-only-types-of-events',
    comment: 'No event schema reaches the browser.',
    severity: 'error',
    from: { path: '^apps/web/', pathNot: isTest },
    to: { path: `${shared}/(contract|events)/`, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'web-slices-stand-alone',
    comment: 'Pages meet in app.tsx; what two slices need is in ui or api.',
    severity: 'error',
    from: { path: '^apps/web/src/([^/]+)/', pathNot: isTest },
    to: { path: '^apps/web/src/([^/]+)/', pathNot: '^apps/web/src/($1|ui|api)/' },
  },
  {
    name: 'apps-never-import-apps',
    comment: 'API, worker and dashboard meet in the ledger and the contract.',
    severity: 'error',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/([^/]+)/', pathNot: '^apps/$1/' },
  },
  {
    name: 'packages-know-no-app',
    comment: 'Packages are what apps stand on.',
    severity: 'error',
    from: { path: '^packages/', pathNot: isTest },
    to: { path: '^(apps|tools|tests)/' },
  },
  {
    name: 'the-product-runs-without-the-tools',
    comment: 'Fitting and evaluating look at the engine; nothing that runs looks at them.',
    severity: 'error',
    from: { path: '^apps/' },
    to: { path: '^tools/' },
  },
  {
    name: 'the-health-tools-judge-the-engine-alone',
    comment: 'They know the rules, and no database, framework or app.',
    severity: 'error',
    from: { path: '^tools/health/', pathNot: isTest },
    to: { path: ownCode, pathNot: ['^tools/health/', `${shared}/rules/(health|calendar)/`] },
  },
  {
    name: 'the-health-command-knows-rules-and-words-only',
    comment: 'It goes out as one file that needs no database and no package.',
    severity: 'error',
    from: { path: '^packages/followon-health/src/', pathNot: isTest },
    to: {
      path: `${ownCode}|node_modules/`,
      pathNot: ['^packages/followon-health/', `${shared}/(rules|messages)/`, 'node_modules/@types/node/'],
    },
  },
  {
    name: 'the-launcher-is-not-the-product',
    comment: 'Local services start the product and its tests; the product runs without them.',
    severity: 'error',
    from: { path: '^(apps|packages/shared)/' },
    to: { path: '^packages/local-services/' },
  },
  {
    name: 'nothing-unresolvable',
    comment: 'An import that leads nowhere is guarded by no rule.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];
