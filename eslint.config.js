import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const clockAndOutside = [
  'process',
  'console',
  'fetch',
  'performance',
  'setTimeout',
  'setInterval',
  'crypto',
  'Buffer',
  'localStorage',
  'navigator',
];

export default tseslint.config(
  { ignores: ['dist', 'portable', 'node_modules', 'coverage', 'rules/*.generated.ts', '.stryker-tmp', 'reports'] },
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 20],
      eqeqeq: 'error',
    },
  },
  {
    // The core is pure: no clock, randomness, environment, console or file system.
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...clockAndOutside, 'Intl'],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'the core has no clock' },
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'the core has no clock' },
      ],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
      'no-restricted-imports': ['error', { patterns: ['node:*', '**/cli/**', 'fs', 'path', 'os', 'crypto'] }],
      'no-console': 'error',
    },
  },
  {
    // The page asks for nothing, keeps nothing that another page could read, and knows nothing of Node.
    files: ['web/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'fetch',
        'XMLHttpRequest',
        'WebSocket',
        'localStorage',
        'sessionStorage',
        'indexedDB',
        'location',
        'history',
        'Buffer',
      ],
      'no-restricted-imports': ['error', { patterns: ['node:*', '**/cli/**'] }],
      'no-console': 'error',
    },
  },
  {
    // No pattern takes the square of the length of a text, neither by going back in it nor by beginning anew.
    files: ['src/**/*.ts', 'cli/**/*.ts', 'web/**/*.{ts,tsx}'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    files: ['test/**/*.ts', 'bench/**'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
