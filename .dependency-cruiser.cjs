/**
 * Which part of the code may know which. Inside `src` imports run one way; type-only imports count as well.
 * A line may import the lines above it, and itself.
 */
const LAYERS = [
  ['base', '^src/base/'],
  ['messages', '^src/messages/'],
  ['case', '^src/case/'],
  ['law', '^src/law/'],
  ['engine', '^src/engine/'],
  ['table', '^src/table/'],
  ['explanation', '^src/explanation/'],
  ['workbook', '^src/workbook/'],
  ['lawbook, records, audit, papers', '^src/(lawbook|records|audit|papers)/'],
  ['catalogue', '^src/catalogue/'],
  ['list', '^src/list/'],
  ['entries', '^src/[a-z]+[.]ts$'],
];

const layers = LAYERS.slice(0, -1).map(([name, path], index) => ({
  name: `layer-${name.replace(/[^a-z]+/g, '-')}`,
  comment: `${name} stands below: ${LAYERS.slice(index + 1)
    .map(([above]) => above)
    .join(', ')}`,
  severity: 'error',
  from: { path },
  to: { path: LAYERS.slice(index + 1).map(([, above]) => above), pathNot: path },
}));

/** The packages that are bundled, and the one that is installed beside. */
const INSIDE = [
  ...['@date-fns/utc', '@noble/hashes', '@zip.js/zip.js', 'canonicalize', 'commander', 'date-fns', 'decimal.js'],
  ...['fastest-levenshtein', 'fflate', 'saxes', 'get-east-asian-width', 'tinypool', 'yaml', 'zod'],
].map((name) => `node_modules/${name}/`);

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'src-never-imports-cli',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(cli|web|test|bench|docs)/' },
    },
    { name: 'cli-never-imports-tests', severity: 'error', from: { path: '^cli/' }, to: { path: '^(web|test|bench)/' } },
    {
      name: 'the-page-is-a-face-of-its-own',
      comment: 'What two faces need stands in src.',
      severity: 'error',
      from: { path: '^web/', pathNot: '^web/(build|make)[.]mjs$' },
      to: { path: '^(cli|test|bench)/' },
    },
    { name: 'page-is-pure', severity: 'error', from: { path: '^web/.*[.]tsx?$' }, to: { dependencyTypes: ['core'] } },
    { name: 'src-is-pure', severity: 'error', from: { path: '^src/' }, to: { dependencyTypes: ['core'] } },
    {
      name: 'only-what-is-inside',
      comment: 'The package installs next to nothing: what src and cli use of others is bundled (cli/bundle.mjs).',
      severity: 'error',
      from: { path: '^(src|cli)/', pathNot: '^cli/bundle(-library)?[.]mjs$' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'],
        pathNot: INSIDE,
        dependencyTypesNot: ['type-only'],
      },
    },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'nothing-stands-alone',
      severity: 'error',
      from: { orphan: true, path: '^(src|cli|web)/.*[.](ts|tsx|mjs)$', pathNot: '[.]d[.]ts$' },
      to: {},
    },
    ...layers,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
