import * as z from 'zod/mini';
import { BLOCKS, GROUNDS, IMPACTS, PAID_LIKE, PROGRAMMES, SCHEDULES, SEXES } from '../case/enumerations.ts';
import { OUTCOMES, SEVERITIES } from './codes.ts';
import { QUANTITY, RESULT_QUANTITIES } from './measure/quantities.ts';
import type { Result } from './result.ts';

/** A decimal in plain notation: an amount, a number of months, a number of years. */
const decimal = z.string().check(z.regex(/^-?\d+(\.\d+)?$/));
const month = z.string().check(z.regex(/^\d{4}-\d{2}$/));
const hash = z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** The structure of a legal basis. */
export const cite: z.ZodMiniType = z.strictObject({
  act: z.string().check(z.describe('Id of the act (văn bản)')),
  at: z.string().check(z.describe('Address in it (Điều, khoản, điểm)')),
  amendedBy: z.nullable(z.string()).check(z.describe('Id of the act that last amended it there')),
  amendedAt: z.optional(z.string()),
  certainty: z
    .optional(z.enum(['A', 'B', 'C', 'D', 'U']))
    .check(z.describe('How well it is known; present where it is not A')),
});

const measures = z.strictObject({
  monthlySalary: decimal.check(z.describe('Tiền lương tháng hiện hưởng, đồng')),
  normalRetirement: z.optional(month).check(z.describe('Tháng đủ tuổi nghỉ hưu')),
  pensionStart: z.optional(month).check(z.describe('Tháng hưởng lương hưu nếu nghỉ đúng tuổi')),
  ...Object.fromEntries(
    RESULT_QUANTITIES.map((name) => {
      const { unit, title } = QUANTITY[name];
      return [name, z.optional(unit === 'year' ? decimal : z.int().check(z.minimum(0))).check(z.describe(title.vi))];
    }),
  ),
  window: z.string().check(z.describe('first-12-months, from-month-13 or none')),
  pensionEligible: z.optional(z.boolean()),
});

/** Hạn tuổi phục vụ: whole years, or years and months as `61y3m`. */
const ageLimit = z.string().check(z.regex(/^\d{1,2}(y\d{1,2}m)?$/));

const duration = { years: z.int().check(z.minimum(0)), months: z.int().check(z.minimum(0)) };

/** The case as a result carries it: every default filled in. */
const understood = z.strictObject({
  id: z.optional(z.string()),
  law: z.optional(z.string()),
  acceptImplausible: z.optional(z.literal(true)),
  person: z.strictObject({
    name: z.optional(z.string()),
    sex: z.enum(SEXES),
    birth: z.string(),
    group: z.string(),
    rank: z.optional(z.string()),
    paidLike: z.optional(z.enum(PAID_LIKE)),
    position: z.optional(z.string()),
    unit: z.optional(z.string()),
    funding: z.optional(z.string()),
    pensioner: z.optional(z.boolean()),
    pensionSince: z.optional(day),
  }),
  leaving: z.strictObject({
    route: z.string(),
    date: day,
    reorganisation: z.optional(day),
    decided: z.optional(day),
    decision: z.optional(z.string()),
    filed: z.optional(day),
    ground: z.optional(z.enum(GROUNDS)),
    programme: z.optional(z.enum(PROGRAMMES)),
    impact: z.enum(IMPACTS),
    voluntary: z.optional(z.boolean()),
    blocked: z.enum(BLOCKS),
  }),
  age: z.strictObject({ schedule: z.optional(z.enum(SCHEDULES)), limit: z.optional(ageLimit) }),
  insurance: z.strictObject({
    ...duration,
    publicSector: z.strictObject(duration),
    countable: z.strictObject(duration),
    hazardous: z.optional(z.strictObject(duration)),
    otherPosts: z.optional(z.strictObject(duration)),
    unemployment: z.optional(z.strictObject(duration)),
    pensionEligible: z.optional(z.boolean()),
  }),
  work: z.optional(z.strictObject(duration)),
  training: z.optional(z.strictObject({ months: z.optional(z.int().check(z.minimum(0))), fee: z.optional(decimal) })),
  settled: z.optional(z.strictObject({ scheme: z.string(), amount: z.optional(decimal), date: z.optional(day) })),
  post: z.optional(z.strictObject({ termEnds: z.optional(day), newAllowance: z.optional(decimal) })),
  salary: z.record(z.string(), z.union([z.string(), z.int()])),
});

const shape = {
  schema: z.literal('nd178/result@1'),
  id: z.optional(z.string()),
  outcome: z.enum(OUTCOMES),
  law: z.strictObject({
    scheme: z.string(),
    version: z.nullable(day).check(z.describe('First day of the version of the law')),
    hash: z.nullable(hash).check(z.describe('Hash of all that is in force in that version')),
    acts: z.array(z.string()),
    reach: z
      .optional(day)
      .check(z.describe('The day to which the law was looked at; acts issued later are not considered')),
  }),
  options: z
    .optional(
      z.strictObject({
        asOf: z.optional(day).check(z.describe('The day to which the version of the law was pinned')),
        interpretations: z
          .optional(z.record(z.string(), z.string()))
          .check(z.describe('Chosen readings of open questions')),
        acceptUnverified: z.optional(z.array(z.string())).check(z.describe('Unverified provisions that were accepted')),
        pension: z.optional(z.boolean()).check(z.describe('Whether the pension was asked for')),
      }),
    )
    .check(z.describe('What the caller chose beyond the defaults; absent when nothing')),
  route: z.nullable(z.string()).check(z.describe('The route that pays')),
  measures: z.optional(measures),
  benefits: z.array(
    z.strictObject({
      id: z.string(),
      months: decimal.check(z.describe('How many months of the base the line pays')),
      amount: decimal.check(z.describe('Đồng')),
      reduced: z.optional(decimal).check(z.describe('Đồng that a limit over the sum of the benefits took off')),
      formula: z.string(),
      cite: z.array(cite).check(z.minLength(1)),
      row: z.string().check(z.describe('Name of the row in the rule files')),
      from: z.optional(month).check(z.describe('The first month that the line pays for, where it pays month by month')),
      until: z.optional(month).check(z.describe('The last month that the line pays for')),
    }),
  ),
  total: decimal.check(z.describe('Đồng')),
  topUp: z
    .optional(
      z.strictObject({ version: day, hash: z.optional(hash), total: decimal, amount: decimal, cite: z.array(cite) }),
    )
    .check(z.describe('Cấp bù: what a transition adds; not part of the total')),
  raise: z
    .optional(z.strictObject({ scheme: z.string(), paid: decimal, due: decimal, cite: z.array(cite) }))
    .check(z.describe('Cấp bù: what is still due after an earlier settlement; not part of the total')),
  pension: z
    .optional(
      z.strictObject({
        version: day,
        years: decimal,
        rate: z.string(),
        cutRate: z.optional(z.string()),
        monthly: z.optional(decimal),
        oneOff: z.optional(z.strictObject({ years: decimal, months: decimal, amount: z.optional(decimal) })),
        cite: z.array(cite),
      }),
    )
    .check(z.describe('Lương hưu, để tham khảo: no part of what is settled')),
  candidates: z
    .optional(
      z.array(
        z.strictObject({
          scheme: z.string(),
          version: z.nullable(day),
          status: z.enum(['chosen', 'less', 'nothing', 'refused', 'yields', 'not-a-subject', 'not-in-force']),
          total: z.optional(decimal),
          code: z.string(),
          message: z.string(),
          cite: z.array(cite),
        }),
      ),
    )
    .check(z.describe('The schemes looked at for a case that names none')),
  findings: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(SEVERITIES),
      message: z.string(),
      cite: z.array(cite),
    }),
  ),
  interpretations: z.array(
    z.strictObject({
      id: z.string(),
      chosen: z.string(),
      alternatives: z.array(z.strictObject({ option: z.string(), total: decimal })),
    }),
  ),
  salary: z.array(z.strictObject({ component: z.string(), given: z.string(), amount: decimal, cite: z.array(cite) })),
  case: understood,
};

/** The members of a result, for what holds results. */
export const resultShape: Readonly<Record<string, z.ZodMiniType>> = shape;

/** The structure of a result (contract, version 1); the tests hold the results of the engine to it. */
export const resultSchema: z.ZodMiniType<Result> = z.strictObject(shape) as unknown as z.ZodMiniType<Result>;

/** The name of a request, in its answer. */
export const requestName: z.ZodMiniType = z
  .optional(z.union([z.string(), z.int()]))
  .check(z.describe('The name of the request that it answers'));

/** The structure of a record: a result with the receipt by which it can be replayed. */
export const recordSchema: z.ZodMiniType = z.strictObject({
  ...shape,
  receipt: z.strictObject({
    engine: z.string().check(z.describe('Version of the engine')),
    input: hash.check(z.describe('Hash of the case, with the options where there are any')),
    law: z.nullable(hash).check(z.describe('Hash of the version of the law')),
    output: hash.check(z.describe('Hash of the engine and of all else but texts')),
    number: z.optional(z.int().check(z.minimum(1))).check(z.describe('Chained file: place of the record, from 1')),
    previous: z
      .optional(z.nullable(hash))
      .check(z.describe('Chained file: hash of the record before; null for the first')),
  }),
  extra: z
    .optional(z.record(z.string(), z.string()))
    .check(z.describe('Columns of the input table that are no keys of the case')),
  request: requestName,
});

/** The structure of a refusal: what is wrong with an input that could not be computed. */
export const refusalSchema: z.ZodMiniType = z.strictObject({
  schema: z.literal('nd178/refusal@1'),
  id: z.optional(z.string()),
  row: z.optional(z.int().check(z.minimum(1))).check(z.describe('Row of a table or line of an NDJSON file, from 1')),
  file: z.optional(z.string()),
  sheet: z.optional(z.string()),
  receipt: z
    .optional(z.strictObject({ number: z.int().check(z.minimum(1)), previous: z.nullable(hash) }))
    .check(z.describe('In a chained file: the place of the row, and the hash of the line before it')),
  issues: z
    .array(
      z.strictObject({
        code: z.string().check(z.describe('Stable machine code')),
        path: z.string().check(z.describe('Dotted key of the case, or the option')),
        message: z.string(),
        cell: z.optional(z.string()),
        place: z.optional(z.string()).check(z.describe('File, line and column')),
        column: z.optional(z.string()),
      }),
    )
    .check(z.minLength(1)),
  extra: z
    .optional(z.record(z.string(), z.string()))
    .check(z.describe('Columns of the input table that are no keys of the case')),
  request: requestName,
});
