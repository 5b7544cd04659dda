import * as z from 'zod';
import { auditSchema } from '../src/audit/schema.ts';
import type { Lang } from '../src/base/text.ts';
import { CASE_KEYS } from '../src/case/keys.ts';
import { caseSchema } from '../src/case/schema.ts';
import { formSchema, writingSchema } from '../src/law/form.ts';
import { actSchema, schemeSchema, sourcesSchema } from '../src/law/schema.ts';
import { batchSummarySchema } from '../src/table/run-summary.ts';
import { recordSchema, refusalSchema, resultSchema } from '../src/engine/result-schema.ts';

type JsonSchema = Record<string, unknown>;

const SCHEMAS: Readonly<Record<string, () => z.ZodType>> = {
  case: () => caseSchema,
  result: () => resultSchema,
  record: () => recordSchema,
  refusal: () => refusalSchema,
  audit: () => auditSchema,
  summary: () => batchSummarySchema,
  rule: () => z.union([actSchema, schemeSchema, formSchema, writingSchema, sourcesSchema]),
};

/** The names that `nd178 schema` knows. */
export const SCHEMA_NAMES: readonly string[] = Object.keys(SCHEMAS);

/** A JSON Schema (draft 2020-12) by its name; undefined for a name that is not known. */
export function jsonSchema(name: string, lang: Lang): JsonSchema | undefined {
  const make = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined;
  if (!make) return undefined;
  const schema = z.toJSONSchema(make(), {
    target: 'draft-2020-12',
    unrepresentable: 'any',
    io: 'input',
    reused: name === 'rule' ? 'ref' : 'inline',
  }) as JsonSchema;
  return { ...(name === 'case' ? describedCase(schema, lang) : schema), title: `nd178 ${name}` };
}

/** Adds the titles of the keys, so that an editor can show them. */
function describedCase(schema: JsonSchema, lang: Lang): JsonSchema {
  // A copy through text: keys that share a definition must not share their titles.
  const made = JSON.parse(JSON.stringify(schema)) as JsonSchema;
  for (const { key, title, type } of CASE_KEYS) {
    const at = key.split('.').reduce<JsonSchema | undefined>(propertyOf, made);
    if (!at) continue;
    at['title'] = title[lang];
    const examples = EXAMPLES[type];
    if (examples) at['examples'] = examples;
  }
  return made;
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
