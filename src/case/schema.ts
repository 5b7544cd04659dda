import { z } from 'zod';

/** Decimals are text; a bare number is accepted where its decimal text is exact, and kept as text. */
const decimal = z.union([z.string(), z.number()]);
const flag = z.boolean();
const day = z.string();
const count = z.union([z.number(), z.string()]);

const duration = z.strictObject({ years: count, months: count.optional() });

/**
 * The structure of a case: which keys there are and whether they hold text, numbers or truth values.
 * What the values must say is checked by `parseCase`, so that all faults are reported at once.
 */
export const caseSchema: z.ZodType<RawCase> = z.strictObject({
  id: z.union([z.string(), z.number()]).optional(),
  law: z.string().optional(),
  person: z.strictObject({
    name: z.string().optional(),
    sex: z.enum(['male', 'female']),
    birth: z.union([z.string(), z.number()]),
    group: z.string(),
    rank: z.string().optional(),
    pensioner: flag.optional(),
  }),
  leaving: z.strictObject({
    route: z.string(),
    date: day,
    reorganisation: day.optional(),
    decided: day.optional(),
    impact: z.enum(['direct', 'indirect', 're-election']).optional(),
    voluntary: flag.optional(),
    blocked: z.enum(['none', 'pregnancy-or-small-child', 'discipline-or-inspection']).optional(),
  }),
  age: z
    .strictObject({ schedule: z.enum(['normal', 'reduced', 'limit']).optional(), limit: decimal.optional() })
    .optional(),
  insurance: z.strictObject({
    years: count,
    months: count.optional(),
    publicSector: duration.optional(),
    countable: duration.optional(),
    hazardous: duration.optional(),
    pensionEligible: flag.optional(),
  }),
  work: duration.optional(),
  training: z.strictObject({ months: count.optional(), fee: decimal.optional() }).optional(),
  settled: z.strictObject({ scheme: z.string(), amount: decimal.optional(), date: day.optional() }).optional(),
  post: z.strictObject({ termEnds: day.optional(), newAllowance: decimal.optional() }).optional(),
  salary: z.strictObject({
    scale: z.string().optional(),
    step: count.optional(),
    stepMonths: count.optional(),
    coefficient: decimal.optional(),
    positionAllowance: decimal.optional(),
    overFrame: decimal.optional(),
    profession: decimal.optional(),
    preferential: decimal.optional(),
    responsibility: decimal.optional(),
    publicService: decimal.optional(),
    party: decimal.optional(),
    specific: decimal.optional(),
    retained: decimal.optional(),
    contract: decimal.optional(),
    monthly: decimal.optional(),
    allowance: decimal.optional(),
    average: decimal.optional(),
  }),
});

/** A value as people and programs write it. */
export type RawScalar = string | number | boolean | undefined;

/** A case as written: structure only. */
export interface RawCase {
  readonly id?: string | number | undefined;
  readonly law?: string | undefined;
  readonly person: Readonly<Record<string, RawScalar>>;
  readonly leaving: Readonly<Record<string, RawScalar>>;
  readonly age?: Readonly<Record<string, RawScalar>> | undefined;
  readonly insurance: Readonly<Record<string, unknown>>;
  readonly work?: Readonly<Record<string, RawScalar>> | undefined;
  readonly training?: Readonly<Record<string, RawScalar>> | undefined;
  readonly settled?: Readonly<Record<string, RawScalar>> | undefined;
  readonly post?: Readonly<Record<string, RawScalar>> | undefined;
  readonly salary: Readonly<Record<string, RawScalar>>;
}
