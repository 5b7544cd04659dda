// Packs the rule files into modules, so that the pure core needs no file system and no YAML parser: the law, which every
// calculation needs; forms and papers, for audits and papers; the ledger of sources, for who looks at the law itself. What
// a caller does not reach stays out of its bundle. The names that the rules know (schemes, groups, benefits ...) are written
// as types, so that no second list of them is kept by hand.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const here = new URL('.', import.meta.url);
const content = (file) => parse(readFileSync(new URL(file, here), 'utf8').normalize('NFC'));
const read = (folder) =>
  readdirSync(new URL(folder, here))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => content(folder + name));

const [schemes, acts, annexes] = [read('schemes/'), read('acts/'), [...read('forms/'), ...read('papers/')]];
const { reach, sources } = content('sources.yaml');

/** Where each statement of an act was read stands beside the ledger: no calculation looks at it. */
const readIn = (acts) =>
  Object.fromEntries(
    acts.map(({ act, provisions = [], amendments = [] }) => [
      act,
      {
        provisions: provisions.map((one) => one.sources ?? []),
        amendments: amendments.map((one) => one.sources ?? []),
        inserted: amendments.map((one) => one.provision?.sources ?? []),
      },
    ]),
  );
const unsourced = (statement) => Object.fromEntries(Object.entries(statement).filter(([key]) => key !== 'sources'));
const withoutSources = ({ provisions, amendments, ...act }) => ({
  ...act,
  ...(provisions ? { provisions: provisions.map(unsourced) } : {}),
  ...(amendments
    ? {
        amendments: amendments.map((one) => ({
          ...unsourced(one),
          ...('insert' in one ? { provision: unsourced(one.provision) } : {}),
        })),
      }
    : {}),
});

/** A module that gives a value when it is asked for: nothing is read on import, and JSON is read faster than code. */
const module = (name, doc, type, value) => `// Generated from rules/**/*.yaml by rules/bundle.mjs; do not edit.
/** ${doc} */
export function ${name}(): ${type} {
  return JSON.parse(
    ${JSON.stringify(JSON.stringify(value))},
  );
}
`;

/** Every object in a value, whatever it stands in: a provision may stand in an amendment. */
function* objectsIn(value) {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

const all = [...objectsIn([schemes, acts])];
const ofKind = (kind) => all.filter((one) => one.kind === kind);
const named = (values) => [...new Set(values.filter((one) => typeof one === 'string'))].sort();

const NAMES = [
  ['ACTS', 'ActId', 'Ids of the acts (văn bản).', acts.map(({ act }) => act)],
  ['SCHEMES', 'SchemeId', 'Ids of the schemes (chế độ).', schemes.map(({ scheme }) => scheme)],
  [
    'ROUTES',
    'Route',
    'Routes of all schemes (chính sách).',
    schemes.flatMap(({ routes }) => routes.map((one) => one.route)),
  ],
  ['GROUPS', 'Group', 'Subject groups (nhóm đối tượng).', ofKind('group').map(({ group }) => group)],
  [
    'BENEFITS',
    'BenefitId',
    'Ids of the benefits of all schemes (khoản được hưởng).',
    ofKind('benefit-title').map(({ benefit }) => benefit),
  ],
  [
    'WINDOWS',
    'WindowName',
    'Sides of a term; `none` where no clock applies (thời điểm nghỉ).',
    ['none', ...ofKind('clock').flatMap(({ inside, outside }) => [inside, outside])],
  ],
  [
    'LAW_FINDINGS',
    'LawFindingCode',
    'Codes of findings that the law tells; the others are of the engine.',
    all.flatMap(({ code, message }) => (message === undefined ? [] : [code])),
  ],
];
const questions = new Map(
  ofKind('interpretation').map((one) => [one.interpretation, one.options.map(({ option }) => option)]),
);
const tuple = (values) => `readonly [${values.map((one) => `'${one}'`).join(', ')}]`;
const frozen = (values) => `Object.freeze([${values.map((one) => `'${one}'`).join(', ')}] as const)`;
const declared = (name, type, doc, values) =>
  `/** ${doc} */
export const ${name}: ${tuple(values)} = ${frozen(values)};
/** One of {@link ${name}}. */
export type ${type} = (typeof ${name})[number];
`;
const names = `// Generated from rules/**/*.yaml by rules/bundle.mjs; do not edit.
${NAMES.map(([name, type, doc, values]) => declared(name, type, doc, named(values))).join('')}
/** An open legal question. */
export type Question = keyof typeof QUESTIONS;
/** Open legal questions, each with its options (cách hiểu). */
export const QUESTIONS: {
${[...questions].map(([question, options]) => `  readonly '${question}': ${tuple(options)};\n`).join('')}} = Object.freeze({
${[...questions].map(([question, options]) => `  '${question}': ${frozen(options)},\n`).join('')}});
`;

for (const [file, text] of [
  [
    'law.generated.ts',
    module(
      'writtenLaw',
      'The schemes, the acts, and how far the law was looked at, as the built-in rule files write them.',
      '{ readonly schemes: unknown[]; readonly acts: unknown[]; readonly reach: unknown }',
      { schemes, acts: acts.map(withoutSources), reach },
    ),
  ],
  [
    'annexes.generated.ts',
    module('writtenAnnexes', 'Annex forms and papers, as the built-in rule files write them.', 'unknown[]', annexes),
  ],
  [
    'sources.generated.ts',
    module(
      'writtenSources',
      'The source ledger, as the built-in rule file writes it, and which of its sources each statement of an act names.',
      '{ readonly sources: unknown[]; readonly readIn: unknown }',
      { sources, readIn: readIn(acts) },
    ),
  ],
  ['names.generated.ts', names],
]) {
  const target = new URL(file, here);
  let before = '';
  try {
    before = readFileSync(target, 'utf8');
  } catch {
    // first run
  }
  if (before !== text) writeFileSync(target, text);
}
