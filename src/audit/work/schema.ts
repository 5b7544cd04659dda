import * as z from 'zod';
import { ANNEX_LISTS } from '../../law/audit-annex.ts';
import { CERTAINTIES } from './found.ts';

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const count = z.int().min(0);
const list = z.enum(ANNEX_LISTS);
const certainty = z.enum(CERTAINTIES);
const who = { file: z.string(), sheet: z.string(), row: z.int().min(1), name: z.string(), unit: z.string(), list };
const side = z.strictObject({ people: count, amount: decimal });
const statistic = z.strictObject({
  key: z.string(),
  people: count,
  right: count,
  wrong: count,
  open: count,
  over: side,
  under: side,
});

/** The schema of the work on the findings of an audit. */
export const workSchema: z.ZodType = z.strictObject({
  weights: z.strictObject({
    certainty: z.strictObject(Object.fromEntries(CERTAINTIES.map((name) => [name, decimal]))),
    repeated: decimal,
    mostRepeated: decimal,
  }),
  risks: z.array(
    z.strictObject({
      ...who,
      form: z.string(),
      cause: z.string().optional(),
      certainty: certainty.optional(),
      declared: decimal.nullable(),
      due: decimal.nullable(),
      difference: decimal,
      impact: z.string(),
      explanation: z.string(),
      rank: z.int().min(1),
      amount: decimal,
      repeated: z.int().min(1),
      score: decimal,
    }),
  ),
  statistics: z.strictObject({
    units: z.array(statistic),
    causes: z.array(statistic),
    regimes: z.array(statistic),
  }),
  sample: z
    .strictObject({
      size: z.int().min(1),
      seed: z.string(),
      method: z.string(),
      people: count,
      strata: z.array(
        z.strictObject({
          file: z.string(),
          from: decimal,
          to: decimal.nullable(),
          people: count,
          drawn: count,
        }),
      ),
      drawn: z.array(z.strictObject({ ...who, declared: decimal.nullable(), key: z.string() })),
    })
    .optional(),
});
