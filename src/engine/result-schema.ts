import * as z from 'zod';
import { BLOCKS, GROUNDS, IMPACTS, PAID_LIKE, PROGRAMMES, SCHEDULES, SEXES } from '../case/enumerations.ts';
import { OUTCOMES, SEVERITIES } from './codes.ts';
import { QUANTITY, RESULT_QUANTITIES } from './measure/quantities.ts';
import type { Result } from './result.ts';

/** A decimal in plain notation: an amount, a number of months, a number of years. */
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const month = z.string().regex(/^\d{4}-\d{2}$/);
const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The structure of a legal basis. */
export const cite: z.ZodType = z.strictObject({
  act: z.string().describe('Id of the act (văn bản)'),
  at: z.string().describe('Address in it (Điều, khoản, điểm)'),
  amendedBy: z.string().nullable().describe('Id of the act that last amended it there'),
  amendedAt: z.string().optional(),
  certainty: z.enum(['A', 'B', 'C', 'D', 'U']).optional().describe('How well it is known; present where it is not A'),
});

const measures = z.strictObject({
  monthlySalary: decimal.describe('Tiền lương tháng hiện hưởng, đồng'),
  normalRetirement: month.optional().describe('Tháng đủ tuổi nghỉ hưu'),
  pensionStart: month.optional().describe('Tháng hưởng lương hưu nếu nghỉ đúng tuổi'),
  ...Object.fromEntries(
    RESULT_QUANTITIES.map((name) => {
      const { unit, title } = QUANTITY[name];
      return [name, (unit === 'year' ? decimal : z.int().min(0)).optional().describe(title.vi)];
    }),
  ),
  window: z.string().describe('first-12-months, from-month-13 or none'),
  pensionEligible: z.boolean().optional(),
});

/** Hạn tuổi phục vụ: whole years, or years and months as `61y3m`. */
const ageLimit = z.string().regex(/^\d{1,2}(y\d{1,2}m)?$/);

const duration = { years: z.int().min(0), months: z.int().min(0) };

/** The case as a result carries it: every default filled in. */
const understood = z.strictObject({
  id: z.string().optional(),
  law: z.string().optional(),
  acceptImplausible: z.literal(true).optional(),
  person: z.strictObject({
    name: z.string().optional(),
    sex: z.enum(SEXES),
    birth: z.string(),
    group: z.string(),
    rank: z.string().optional(),
    paidLike: z.enum(PAID_LIKE).optional(),
    position: z.string().optional(),
    unit: z.string().optional(),
    funding: z.string().optional(),
    pensioner: z.boolean().optional(),
    pensionSince: day.optional(),
  }),
  leaving: z.strictObject({
    route: z.string(),
    date: day,
    reorganisation: day.optional(),
    decided: day.optional(),
    decision: z.string().optional(),
    filed: day.optional(),
    ground: z.enum(GROUNDS).optional(),
    programme: z.enum(PROGRAMMES).optional(),
    impact: z.enum(IMPACTS),
    voluntary: z.boolean().optional(),
    blocked: z.enum(BLOCKS),
  }),
  age: z.strictObject({ schedule: z.enum(SCHEDULES).optional(), limit: ageLimit.optional() }),
  insurance: z.strictObject({
    ...duration,
    publicSector: z.strictObject(duration),
    countable: z.strictObject(duration),
    hazardous: z.strictObject(duration).optional(),
    otherPosts: z.strictObject(duration).optional(),
    unemployment: z.strictObject(duration).optional(),
    pensionEligible: z.boolean().optional(),
  }),
  work: z.strictObject(duration).optional(),
  training: z.strictObject({ months: z.int().min(0).optional(), fee: decimal.optional() }).optional(),
  settled: z.strictObject({ scheme: z.string(), amount: decimal.optional(), date: day.optional() }).optional(),
  post: z.strictObject({ termEnds: day.optional(), newAllowance: decimal.optional() }).optional(),
  salary: z.record(z.string(), z.union([z.string(), z.int()])),
});

const shape = {
  schema: z.literal('nd178/result@1'),
  id: z.string().optional(),
  outcome: z.enum(OUTCOMES),
  law: z.strictObject({
    scheme: z.string(),
    version: day.nullable().describe('First day of the version of the law'),
    hash: hash.nullable().describe('Hash of all that is in force in that version'),
    acts: z.array(z.string()),
    reach: day.optional().describe('The day to which the law was looked at; acts issued later are not considered'),
  }),
  options: z
    .strictObject({
      asOf: day.optional().describe('The day to which the version of the law was pinned'),
      interpretations: z.record(z.string(), z.string()).optional().describe('Chosen readings of open questions'),
      acceptUnverified: z.array(z.string()).optional().describe('Unverified provisions that were accepted'),
      pension: z.boolean().optional().describe('Whether the pension was asked for'),
    })
    .optional()
    .describe('What the caller chose beyond the defaults; absent when nothing'),
  route: z.string().nullable().describe('The route that pays'),
  measures: measures.optional(),
  benefits: z.array(
    z.strictObject({
      id: z.string(),
      months: decimal.describe('How many months of the base the line pays'),
      amount: decimal.describe('Đồng'),
      reduced: decimal.optional().describe('Đồng that a limit over the sum of the benefits took off'),
      formula: z.string(),
      cite: z.array(cite).min(1),
      row: z.string().describe('Name of the row in the rule files'),
      from: month.optional().describe('The first month that the line pays for, where it pays month by month'),
      until: month.optional().describe('The last month that the line pays for'),
    }),
  ),
  total: decimal.describe('Đồng'),
  topUp: z
    .strictObject({ version: day, hash: hash.optional(), total: decimal, amount: decimal, cite: z.array(cite) })
    .optional()
    .describe('Cấp bù: what a transition adds; not part of the total'),
  raise: z
    .strictObject({ scheme: z.string(), paid: decimal, due: decimal, cite: z.array(cite) })
    .optional()
    .describe('Cấp bù: what is still due after an earlier settlement; not part of the total'),
  pension: z
    .strictObject({
      version: day,
      years: decimal,
      rate: z.string(),
      cutRate: z.string().optional(),
      monthly: decimal.optional(),
      oneOff: z.strictObject({ years: decimal, months: decimal, amount: decimal.optional() }).optional(),
      cite: z.array(cite),
    })
    .optional()
    .describe('Lương hưu, để tham khảo: no part of what is settled'),
  candidates: z
    .array(
      z.strictObject({
        scheme: z.string(),
        version: day.nullable(),
        status: z.enum(['chosen', 'less', 'nothing', 'refused', 'yields', 'not-a-subject', 'not-in-force']),
        total: decimal.optional(),
        code: z.string(),
        message: z.string(),
        cite: z.array(cite),
      }),
    )
    .optional()
    .describe('The schemes looked at for a case that names none'),
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
export const resultShape: Readonly<Record<string, z.ZodType>> = shape;

/** The structure of a result (contract, version 1); the tests hold the results of the engine to it. */
export const resultSchema: z.ZodType<Result> = z.strictObject(shape) as unknown as z.ZodType<Result>;

const request = z.union([z.string(), z.int()]).optional().describe('The name of the request that it answers');

/** The structure of a record: a result with the receipt by which it can be replayed. */
export const recordSchema: z.ZodType = z.strictObject({
  ...shape,
  receipt: z.strictObject({
    engine: z.string().describe('Version of the engine'),
    input: hash.describe('Hash of the case, with the options where there are any'),
    law: hash.nullable().describe('Hash of the version of the law'),
    output: hash.describe('Hash of the engine and of all else but texts'),
    number: z.int().min(1).optional().describe('Chained file: place of the record, from 1'),
    previous: hash.nullable().optional().describe('Chained file: hash of the record before; null for the first'),
  }),
  extra: z
    .record(z.string(), z.string())
    .optional()
    .describe('Columns of the input table that are no keys of the case'),
  request,
});

/** The structure of a refusal: what is wrong with an input that could not be computed. */
export const refusalSchema: z.ZodType = z.strictObject({
  schema: z.literal('nd178/refusal@1'),
  id: z.string().optional(),
  row: z.int().min(1).optional().describe('Row of a table or line of an NDJSON file, from 1'),
  file: z.string().optional(),
  sheet: z.string().optional(),
  receipt: z
    .strictObject({ number: z.int().min(1), previous: hash.nullable() })
    .optional()
    .describe('In a chained file: the place of the row, and the hash of the line before it'),
  issues: z
    .array(
      z.strictObject({
        code: z.string().describe('Stable machine code'),
        path: z.string().describe('Dotted key of the case, or the option'),
        message: z.string(),
        cell: z.string().optional(),
        place: z.string().optional().describe('File, line and column'),
        column: z.string().optional(),
      }),
    )
    .min(1),
  extra: z
    .record(z.string(), z.string())
    .optional()
    .describe('Columns of the input table that are no keys of the case'),
  request,
});
