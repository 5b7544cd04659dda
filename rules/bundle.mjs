// Packs the rule files into one module, so that the pure core needs no file system and no YAML parser, and writes the
// names that they know (schemes, groups, benefits ...) as types, so that no second list of them is kept by hand.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const here = new URL('.', import.meta.url);
const content = (file) => ({ file, data: parse(readFileSync(new URL(file, here), 'utf8').normalize('NFC')) });
const read = (folder) =>
  readdirSync(new URL(folder, here))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => content(folder + name));

const files = [...read('schemes/'), ...read('acts/'), ...read('forms/'), ...read('papers/'), content('sources.yaml')];
const json = JSON.stringify(JSON.stringify(files));
const module = `// Generated from rules/**/*.yaml by rules/bundle.mjs; do not edit.
/** The built-in rule files: name and parsed content. */
export const builtinRules: readonly { readonly file: string; readonly data: unknown }[] = JSON.parse(
  ${json},
);
`;

/** Every object in a value, whatever it stands in: a provision may stand in an amendment. */
function* objectsIn(value) {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

const all = files.flatMap(({ data }) => [...objectsIn(data)]);
const ofKind = (kind) => all.filter((one) => one.kind === kind);
const named = (values) => [...new Set(values.filter((one) => typeof one === 'string'))].sort();
const schemes = files.map(({ data }) => data).filter(({ covers }) => covers !== undefined);

const NAMES = [
  ['ACTS', 'ActId', 'Ids of the acts (văn bản).', files.flatMap(({ data }) => (data.issued ? [data.act] : []))],
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
  ['builtin.generated.ts', module],
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
