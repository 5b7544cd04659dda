import { z } from 'zod';

/** Decimals are text; a bare number is accepted where its decimal text is exact, and kept as text. */
const decimal = z.union([z.string(), z.number()]);
const flag = z.boolean();
const day = z.string();
const count = z.union([z.number(), z.string()]);

const duration = z.strictObject({ years: count.nullable(), months: count.nullish() });

/**
 * The structure of a case: which keys there are and whether they hold text, numbers or truth values. Null, which
 * programs write for what is not given, may stand wherever a case need not say anything.
 * What the values must say is checked by `parseCase`, so that all faults are reported at once.
 */
export const caseSchema: z.ZodType<RawCase> = z.strictObject({
  id: z.union([z.string(), z.number()]).nullish(),
  law: z.string().nullish(),
  person: z.strictObject({
    name: z.string().nullish(),
    sex: z.enum(['male', 'female']),
    birth: z.union([z.string(), z.number()]),
    group: z.string(),
    rank: z.string().nullish(),
    pensioner: flag.nullish(),
  }),
  leaving: z.strictObject({
    route: z.string(),
    date: day,
    reorganisation: day.nullish(),
    decided: day.nullish(),
    impact: z.enum(['direct', 'indirect', 're-election']).nullish(),
    voluntary: flag.nullish(),
    blocked: z.enum(['none', 'pregnancy-or-small-child', 'discipline-or-inspection']).nullish(),
  }),
  age: z
    .strictObject({ schedule: z.enum(['normal', 'reduced', 'limit']).nullish(), limit: decimal.nullish() })
    .nullish(),
  insurance: z.strictObject({
    years: count,
    months: count.nullish(),
    publicSector: duration.nullish(),
    countable: duration.nullish(),
    hazardous: duration.nullish(),
    pensionEligible: flag.nullish(),
  }),
  work: duration.nullish(),
  training: z.strictObject({ months: count.nullish(), fee: decimal.nullish() }).nullish(),
  settled: z.strictObject({ scheme: z.string().nullable(), amount: decimal.nullish(), date: day.nullish() }).nullish(),
  post: z.strictObject({ termEnds: day.nullish(), newAllowance: decimal.nullish() }).nullish(),
  salary: z.strictObject({
    scale: z.string().nullish(),
    step: count.nullish(),
    stepMonths: count.nullish(),
    coefficient: decimal.nullish(),
    positionAllowance: decimal.nullish(),
    overFrame: decimal.nullish(),
    profession: decimal.nullish(),
    preferential: decimal.nullish(),
    responsibility: decimal.nullish(),
    publicService: decimal.nullish(),
    party: decimal.nullish(),
    specific: decimal.nullish(),
    retained: decimal.nullish(),
    contract: decimal.nullish(),
    monthly: decimal.nullish(),
    allowance: decimal.nullish(),
    average: decimal.nullish(),
  }),
});

/** A value as people and programs write it. */
export type RawScalar = string | number | boolean | null | undefined;

/** A case as written: structure only. */
export interface RawCase {
  readonly id?: string | number | null | undefined;
  readonly law?: string | null | undefined;
  readonly person: Readonly<Record<string, RawScalar>>;
  readonly leaving: Readonly<Record<string, RawScalar>>;
  readonly age?: Readonly<Record<string, RawScalar>> | null | undefined;
  readonly insurance: Readonly<Record<string, unknown>>;
  readonly work?: Readonly<Record<string, RawScalar>> | null | undefined;
  readonly training?: Readonly<Record<string, RawScalar>> | null | undefined;
  readonly settled?: Readonly<Record<string, RawScalar>> | null | undefined;
  readonly post?: Readonly<Record<string, RawScalar>> | null | undefined;
  readonly salary: Readonly<Record<string, RawScalar>>;
}
