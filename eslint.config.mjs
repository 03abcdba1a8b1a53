import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const backend = [
  'packages/shared/src/**/*.ts',
  'packages/followon-health/src/**/*.ts',
  'apps/api/src/**/*.ts',
  'apps/worker/src/**/*.ts',
  'tools/health/src/**/*.ts',
];
const tests = ['**/*.test.{ts,tsx}', 'tests/**/*.ts'];

/** docs/architecture.md, "How the house is kept": a file in a minute, a function at a glance. */
const size = (severity) => ({
  'max-lines': [severity, { max: 200 }],
  'max-lines-per-function': [severity, { max: 40, skipBlankLines: true, skipComments: true }],
  complexity: [severity, 8],
});

const banned = {
  environment: {
    selector:
      'MemberExpression[object.name="process"]:matches([property.name="env"], [property.value="env"])',
    message: 'The environment is read once, in env.ts.',
  },
  repository: {
    selector: 'Decorator[expression.callee.name="InjectRepository"]',
    message: 'Take the repository from the manager of the transaction: row-level security knows no other.',
  },
  dataSource: {
    selector: 'MemberExpression:matches([object.name="dataSource"], [object.property.name="dataSource"])',
    message: 'Work inside a transaction that names its principal; dataSource.* is another connection.',
  },
  defaultExport: { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  /** Not `max-params`: what Nest injects into a constructor is a list of collaborators, not of arguments. */
  parameters: {
    selector: [
      'FunctionDeclaration[params.length>3]',
      'ArrowFunctionExpression[params.length>3]',
      ':not(MethodDefinition[kind="constructor"]) > FunctionExpression[params.length>3]',
    ].join(', '),
    message: 'After three parameters, take one object.',
  },
  enumeration: { selector: 'TSEnumDeclaration', message: 'Use a union of strings or an `as const` object.' },
};
const banAllBut = (...allowed) => {
  const names = Object.keys(banned).filter((name) => !allowed.includes(name));
  return { 'no-restricted-syntax': ['error', ...names.map((name) => banned[name])] };
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.turbo/**',
      '**/.turbo/**',
      '.followon/**',
      'screenshots/**',
    ],
  },
  js.configs.recommended,
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: globals.node } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'packages/*/tsconfig.json',
          'apps/*/tsconfig.json',
          'tools/health/tsconfig.json',
          'tests/tsconfig.check.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...size('warn'),
      ...banAllBut(),
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-base-to-string': [
        'error',
        { ignoredTypeNames: ['File', 'Error', 'RegExp', 'URL', 'URLSearchParams'] },
      ],
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: 'Redirect' }] },
      ],
      // Reactions take `append` out of what they are given; it uses no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // A function is async because its interface says so, whether or not it waits for something.
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: backend, rules: size('error') },
  { files: ['packages/shared/src/db/migrations/**/*.ts'], rules: size('warn') },
  { files: ['apps/web/src/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    files: [
      'packages/shared/src/db/**/*.ts',
      'apps/api/src/http/transaction.ts',
      'apps/worker/src/dispatch/**/*.ts',
    ],
    rules: banAllBut('dataSource'),
  },
  {
    files: ['**/env.ts', '**/main.ts', 'packages/local-services/**/*.ts', 'apps/web/vite.config.ts'],
    rules: banAllBut('environment'),
  },
  {
    // Programs of their own: they read the environment, and there is no request whose transaction to join.
    files: [
      'packages/shared/src/db/migrate.ts',
      'packages/shared/src/accounts/admin-create.ts',
      'apps/worker/src/demo/seed.ts',
    ],
    rules: banAllBut('environment', 'dataSource'),
  },
  {
    files: tests,
    rules: {
      ...size('warn'),
      ...banAllBut('environment', 'repository', 'dataSource', 'parameters'),
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
);
