import type { z } from 'zod';
import vietnamese from 'zod/v4/locales/vi.js';
import { nearest, type Words } from '../base/text.ts';
import { decimalFault, SCHEMA_FAULTS } from '../messages/rule-faults.ts';
import type { InnerFault } from './rule-issue.ts';
import type { Provision } from './provision.ts';
import { keysOfKind, provisionSchema, ruleKeys } from './schema.ts';

/** What the schema says of a value in general; English is its default. */
const VIETNAMESE = vietnamese().localeError;

/** What it says in words of ours, English to Vietnamese. */
const OWN_WORDS = new Map(
  [...Object.values(SCHEMA_FAULTS), ...Array.from({ length: 10 }, (_, places) => decimalFault(places))].map((words) => [
    words.en,
    words.vi,
  ]),
);

/** A fault as the schema library tells it. */
interface ZodFault {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly errors?: readonly (readonly ZodFault[])[];
  /** The keys that are not known. */
  readonly keys?: readonly string[];
  /** The words that would be. */
  readonly values?: readonly unknown[];
}

/** What is wrong with a value of a rule file, in both languages, with the known word most like an unknown one. */
export function schemaFaults(schema: z.ZodType, value: unknown): InnerFault[] {
  const [en, vi] = [{}, { error: VIETNAMESE }].map((how) => {
    const parsed = schema.safeParse(value, how);
    return parsed.success ? [] : (parsed.error.issues as readonly ZodFault[]).map(deepest);
  });
  return (en ?? []).map((fault, index) => {
    const own = OWN_WORDS.get(fault.message);
    const why: Words = { vi: own ?? vi?.[index]?.message ?? fault.message, en: fault.message };
    const path = [...fault.path, ...(fault.keys?.slice(0, 1) ?? [])].join('.');
    return { path, why, near: near(fault, value) };
  });
}

/** What is wrong with a provision by itself, by the schema of rule files. */
export function provisionFaults(provision: Provision): InnerFault[] {
  return schemaFaults(provisionSchema, provision);
}

function near({ keys, values, path }: ZodFault, value: unknown): string | undefined {
  let at: unknown = value;
  for (const key of path) at = (at as Record<PropertyKey, unknown> | undefined)?.[key];
  if (keys) return nearKey(keys[0] ?? '', at);
  if (!values) return undefined;
  return typeof at === 'string' ? nearest(at, values.map(String)) : undefined;
}

/** The key most like an unknown one: of the kind of provision it stands in, else of any rule. */
function nearKey(key: string, holder: unknown): string | undefined {
  if (ruleKeys().includes(key)) return undefined;
  const own = keysOfKind().get(String((holder as { readonly kind?: unknown } | undefined)?.kind)) ?? [];
  return nearest(key, own) ?? nearest(key, ruleKeys());
}

/** Of a value that fits no alternative, the fault of the alternative it comes nearest to. */
function deepest(fault: ZodFault): ZodFault {
  if (fault.code !== 'invalid_union' || !fault.errors) return fault;
  const nearestOne = fault.errors
    .map((alternative) => alternative.map(deepest))
    .filter((alternative) => alternative.length > 0)
    .sort((a, b) => misses(a) - misses(b) || depth(b) - depth(a))[0]?.[0];
  return nearestOne ? { ...nearestOne, path: [...fault.path, ...nearestOne.path] } : fault;
}

/** How many keys of its own an alternative misses: none where the value was meant for it. */
function misses(alternative: readonly ZodFault[]): number {
  return alternative.filter(
    ({ path, code }) => path.length <= 1 && (code === 'invalid_type' || code === 'unrecognized_keys'),
  ).length;
}

function depth(alternative: readonly ZodFault[]): number {
  return Math.max(...alternative.map(({ path }) => path.length));
}
