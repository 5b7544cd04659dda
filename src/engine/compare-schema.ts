import * as z from 'zod';
import { cite, requestName, resultShape } from './result-schema.ts';

const text = z.string();
const decimal = text.regex(/^-?\d+(\.\d+)?$/);
const day = text.regex(/^\d{4}-\d{2}-\d{2}$/);
const result = z.strictObject(resultShape);

/** The structure of a variant. */
export const variantSchema: z.ZodType = z.strictObject({
  scheme: text.optional(),
  asOf: day.optional().describe('The day to which the version is pinned'),
  route: text.optional(),
  date: day.optional().describe('Another leaving date'),
  interpretations: z.record(text, text).optional(),
});

const change = z.strictObject({
  kind: z.enum(['line', 'salary', 'measure', 'outcome']),
  what: text.describe('The benefit, or the measure'),
  before: text.nullable(),
  after: text.nullable(),
  difference: decimal.optional().describe('Đồng, for a line: after less before'),
  citeBefore: z.array(cite).optional(),
  citeAfter: z.array(cite).optional(),
});

/** The structure of a comparison: what `compare` gives. */
export const comparisonSchema: z.ZodType = z.strictObject({
  schema: z.literal('nd178/compare@1'),
  request: requestName,
  id: text.optional(),
  accrued: z.boolean().describe('Whether insured time was moved along with the leaving date'),
  planned: z
    .strictObject({
      date: day,
      result,
      term: z.strictObject({ starts: day, ends: day, window: text }).optional().describe('The term that the law sets'),
    })
    .optional()
    .describe('The case by its own leaving date, where the variants are leaving dates'),
  rows: z.array(
    z.strictObject({
      variant: variantSchema,
      result: result.optional(),
      issues: z.array(z.strictObject({ code: text, path: text, message: text })).optional(),
      difference: decimal.nullable().describe('Đồng: total less that of the planned date, or of the first row'),
      changes: z.array(change),
      salaryUntilPension: z.strictObject({ months: z.int(), amount: decimal }).optional(),
    }),
  ),
});
