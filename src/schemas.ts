/**
 * nd178/schemas: the JSON Schemas (draft 2020-12) of what goes in and what comes out, from the definitions that the program
 * checks with. The same as files: `nd178/schemas/*.json`.
 */
import * as z from 'zod';
import { BENEFITS, GROUPS, ROUTES, SCHEMES, WINDOWS } from '../rules/names.generated.ts';
import { auditSchema } from './audit/schema.ts';
import type { Lang } from './base/text.ts';
import { CASE_KEYS } from './case/keys.ts';
import { caseSchema } from './case/schema.ts';
import { comparisonSchema } from './engine/compare-schema.ts';
import { recordSchema, refusalSchema, resultSchema } from './engine/result-schema.ts';
import { explanationSchema, retirementSchema } from './explanation/schema.ts';
import { formSchema, writingSchema } from './law/form.ts';
import { actSchema, schemeSchema, sourcesSchema } from './law/schema.ts';
import { compareRequestSchema, requestSchema } from './table/request-schema.ts';
import { batchSummarySchema } from './table/run-summary.ts';

/** A JSON Schema as an object. */
export type JsonSchema = Record<string, unknown>;

/** The name of a JSON Schema. */
export type SchemaName =
  | 'case'
  | 'request'
  | 'result'
  | 'record'
  | 'refusal'
  | 'explanation'
  | 'comparison'
  | 'compare-request'
  | 'retirement-age'
  | 'audit'
  | 'summary'
  | 'rule';

interface Described {
  readonly make: () => z.core.$ZodType;
  readonly description: string;
  /** Places of words that are known, though own rule files may name others: `law.scheme`, `benefits[].id`. */
  readonly known?: Readonly<Record<string, readonly string[]>>;
}

const OF_RESULT = {
  'law.scheme': SCHEMES,
  route: ROUTES,
  'measures.window': WINDOWS,
  'benefits[].id': BENEFITS,
  'case.person.group': GROUPS,
  'case.leaving.route': [...ROUTES, 'auto'],
};

const SCHEMAS: Readonly<Record<SchemaName, Described>> = {
  case: {
    make: () => caseSchema,
    description: 'What may be written for one person (hồ sơ một người)',
    known: { law: SCHEMES, 'person.group': GROUPS, 'leaving.route': [...ROUTES, 'auto'], 'settled.scheme': SCHEMES },
  },
  request: {
    make: () => requestSchema,
    description: 'A case with options and a name of its own: a line of a pipe, the body of a call',
  },
  result: { make: () => resultSchema, description: 'What the law gives for one case', known: OF_RESULT },
  record: { make: () => recordSchema, description: 'A result that can be replayed', known: OF_RESULT },
  refusal: { make: () => refusalSchema, description: 'What is wrong with an input that could not be computed' },
  explanation: { make: () => explanationSchema, description: 'How a result came about, step by step' },
  comparison: { make: () => comparisonSchema, description: 'One case under several versions, routes or dates' },
  'compare-request': { make: () => compareRequestSchema, description: 'A case and the variants to compare it under' },
  'retirement-age': { make: () => retirementSchema, description: 'The retirement month of a birth, by schedule' },
  audit: { make: () => auditSchema, description: 'Declared annex forms beside what the law gives' },
  summary: { make: () => batchSummarySchema, description: 'The end of a run over a list' },
  rule: {
    make: () => z.union([actSchema, schemeSchema, formSchema, writingSchema, sourcesSchema]),
    description: 'A rule file: an act, a scheme, a form, a ledger of sources',
  },
};

/** The names of the JSON Schemas. */
export const SCHEMA_NAMES: readonly SchemaName[] = Object.freeze(Object.keys(SCHEMAS) as SchemaName[]);

/** The JSON Schema of that name, with the titles of its keys in a language; undefined for a name that there is none of. */
export function jsonSchema(name: SchemaName, lang?: Lang): JsonSchema;
export function jsonSchema(name: string, lang?: Lang): JsonSchema | undefined;
export function jsonSchema(name: string, lang: Lang = 'en'): JsonSchema | undefined {
  const described: Described | undefined = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name as SchemaName] : undefined;
  if (!described) return undefined;
  const made = z.toJSONSchema(described.make(), {
    target: 'draft-2020-12',
    unrepresentable: 'any',
    io: 'input',
    reused: name === 'rule' ? 'ref' : 'inline',
  }) as JsonSchema;
  // A copy through text: keys that share a definition must not share their titles.
  const schema = JSON.parse(JSON.stringify(made)) as JsonSchema;
  typeLists(schema);
  if (name === 'case') describeCase(schema, lang);
  for (const [path, words] of Object.entries(described.known ?? {})) offerWords(schema, path, words);
  const { $schema, ...rest } = schema;
  return {
    $schema,
    $id: `urn:nd178:schema:${name}:1`,
    title: `nd178 ${name}`,
    description: described.description,
    ...rest,
  };
}

/** A list that refers to its definition says that it is one, where more is said of its length: strict readers want it. */
function typeLists(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if ('minItems' in node && '$ref' in node) Object.assign(node, { type: 'array' });
  for (const inner of Object.values(node)) typeLists(inner);
}

/** Adds the titles of the keys, so that an editor can show them. */
function describeCase(made: JsonSchema, lang: Lang): void {
  for (const { key, title, type } of CASE_KEYS) {
    const at = key.split('.').reduce<JsonSchema | undefined>(propertyOf, made);
    if (!at) continue;
    at['title'] = title[lang];
    const examples = EXAMPLES[type];
    if (examples) at['examples'] = examples;
  }
}

/** Lets an editor offer the words that are known at a place; others stay right. */
function offerWords(made: JsonSchema, path: string, words: readonly string[]): void {
  const at = path.split('.').reduce<JsonSchema | undefined>((node, part) => {
    const inside = propertyOf(node, part.replace('[]', ''));
    return part.endsWith('[]') ? (inside?.['items'] as JsonSchema | undefined) : inside;
  }, made);
  if (!at) throw new RangeError(`no place ${path}`);
  const shapes = (at['anyOf'] as unknown[] | undefined) ?? [{ type: at['type'] }];
  at['anyOf'] = [{ type: 'string', enum: [...words] }, ...shapes];
}

/** The schema under a key of an object, which may be one of several shapes (an object or null). */
function propertyOf(node: JsonSchema | undefined, key: string): JsonSchema | undefined {
  const shapes = [node, ...((node?.['anyOf'] as JsonSchema[] | undefined) ?? [])];
  return shapes.map((one) => (one?.['properties'] as Record<string, JsonSchema> | undefined)?.[key]).find((one) => one);
}

const EXAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  day: ['2025-05-01'],
  birth: ['1966-01-15', '1966-01', '1966'],
  age: ['58', '61y3m'],
  percent: ['25%', '0.25'],
  decimal: ['4.65'],
  dong: ['12000000'],
  count: [22],
};
