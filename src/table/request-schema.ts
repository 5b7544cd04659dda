import * as z from 'zod';
import { caseSchema } from '../case/schema.ts';
import type { CompareOptions } from '../engine/compare.ts';
import { variantSchema } from '../engine/compare-schema.ts';
import { MOST_VARIANTS } from '../engine/variants.ts';
import type { RequestOptions } from './request.ts';

const options: Readonly<Record<keyof RequestOptions, z.ZodType>> = {
  scheme: z.string().optional().describe('The scheme, or auto to find it'),
  asOf: z.string().optional().describe('Pins the version of the law in force on that day, YYYY-MM-DD'),
  interpretations: z.record(z.string(), z.string()).optional().describe('Chosen readings of open legal questions'),
  acceptUnverified: z.array(z.string()).optional().describe('Unverified provisions that the caller accepts'),
  pension: z.boolean().optional().describe('Adds the pension on leaving, for information'),
  lang: z.enum(['vi', 'en']).optional().describe('Language of messages; it never changes an amount'),
};

const request = z
  .union([z.string().max(200), z.int()])
  .optional()
  .describe('Stands in the answer as it was given');

/** The structure of a request: a case with options and a name of its own, a line of a pipe or the body of a call. */
export const requestSchema: z.ZodType = z.strictObject({
  request,
  case: caseSchema,
  options: z.strictObject(options).optional().describe('Over those of the run'),
});

/** The structure of a request to compare. */
export const compareRequestSchema: z.ZodType = z.strictObject({
  request,
  case: caseSchema,
  variants: z.array(variantSchema).min(1).max(MOST_VARIANTS),
  options: z
    .strictObject({
      ...options,
      accrue: z.boolean().optional().describe('Moves the insured time along with the leaving date'),
    } satisfies Record<keyof Omit<CompareOptions, 'law'>, z.ZodType>)
    .optional(),
});
