import * as z from 'zod/mini';
import type { CaseKey } from './keys.ts';
import { CASE_GROUP, writtenAs, type KeyGroup, type Written } from './structure.ts';

const duration = z.strictObject({
  years: z.nullable(z.union([z.number(), z.string()])),
  months: z.nullish(z.union([z.number(), z.string()])),
});

const WRITTEN: Readonly<Record<Written, z.ZodMiniType>> = {
  text: z.string(),
  number: z.number(),
  flag: z.boolean(),
  duration,
};

function valueOf(key: CaseKey): z.ZodMiniType {
  const [only, ...more] = writtenAs(key).map((written) => WRITTEN[written]);
  if (key.type === 'word') return key.words ? z.union([z.enum(key.words), z.string()]) : z.string();
  return only && more.length === 0 ? only : z.union([only, ...more].filter((one) => one !== undefined));
}

function member(key: CaseKey): z.ZodMiniType {
  const value = valueOf(key);
  return key.required ? value : key.leads ? z.nullable(value) : z.nullish(value);
}

function group({ demanded, members }: KeyGroup): z.ZodMiniType {
  const shape = Object.fromEntries(
    [...members].map(([name, one]) => [name, 'members' in one ? group(one) : member(one)]),
  );
  return demanded ? z.strictObject(shape) : z.nullish(z.strictObject(shape));
}

/** The structure of a case (see `structureFaults`) for who reads JSON Schemas; nothing is checked with it here. */
export const caseSchema: z.ZodMiniType = group(CASE_GROUP);
