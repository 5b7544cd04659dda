// The small build of zod: this is the one schema that every calculation needs.
import * as z from 'zod/mini';
import { CASE_KEYS, type CaseKey } from './keys.ts';

const duration = z.strictObject({
  years: z.nullable(z.union([z.number(), z.string()])),
  months: z.nullish(z.union([z.number(), z.string()])),
});

/** What a key may hold as it is written: structure only. Decimals are text, or numbers whose decimal text is exact. */
function valueOf({ type, words, numbers }: CaseKey): z.ZodMiniType {
  switch (type) {
    case 'text':
      return numbers ? z.union([z.string(), z.number()]) : z.string();
    case 'word':
      return words ? z.union([z.enum(words), z.string()]) : z.string();
    case 'day':
      return z.string();
    case 'flag':
      return z.union([z.boolean(), z.string()]);
    case 'count':
      return z.union([z.number(), z.string()]);
    case 'age':
      return z.union([z.string(), z.number(), duration]);
    default:
      return z.union([z.string(), z.number()]);
  }
}

function member(key: CaseKey): z.ZodMiniType {
  const value = valueOf(key);
  return key.required ? value : key.leads ? z.nullable(value) : z.nullish(value);
}

/** The group of the keys that begin with a path; one that no case can do without must be written. */
function group(path: string): z.ZodMiniType {
  const inside = CASE_KEYS.filter(({ key }) => key.startsWith(path));
  const shape: Record<string, z.ZodMiniType> = {};
  for (const one of inside) {
    const [name = '', ...below] = one.key.slice(path.length).split('.');
    shape[name] ??= below.length === 0 ? member(one) : group(`${path}${name}.`);
  }
  const demanded = path === 'salary.' || inside.some((one) => one.required);
  return demanded ? z.strictObject(shape) : z.nullish(z.strictObject(shape));
}

/**
 * The structure of a case: which keys there are and whether they hold text, numbers or truth values. Null, which
 * programs write for what is not given, may stand wherever a case need not say anything.
 * What the values must say is checked by `parseCase`, so that all faults are reported at once.
 */
export const caseSchema: z.ZodMiniType = group('');
