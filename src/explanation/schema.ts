import * as z from 'zod';
import { OUTCOMES } from '../engine/codes.ts';
import { requestName } from '../engine/result-schema.ts';
import { SECTION_TITLES, type SectionName } from './steps.ts';

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const month = z.string().regex(/^\d{4}-\d{2}$/);
const text = z.string();

const basis = z.strictObject({
  act: text.describe('Id of the act (văn bản)'),
  at: text.describe('Address in it (Điều, khoản, điểm)'),
  amendedBy: text.optional().describe('Id of the act that last amended it there'),
  certainty: text.optional().describe('How well it is known; present where it is not A'),
  text: text.describe('The basis in words'),
});

const step = z.strictObject({
  label: text,
  text: text.describe('The computation or the finding in words and numbers'),
  held: z.boolean().optional().describe('For conditions: whether it held'),
  notes: z.array(text),
  remedies: z.array(text).optional().describe('What would change the outcome'),
  basis: z.array(basis),
});

/** The structure of an explanation: what `explain` gives for a case that the law covers. */
export const explanationSchema: z.ZodType = z.strictObject({
  schema: z.literal('nd178/explanation@1'),
  request: requestName,
  id: text.optional(),
  name: text.optional(),
  outcome: z.enum(OUTCOMES),
  outcomeText: text.describe('The outcome in the language asked for'),
  sections: z.array(
    z.strictObject({
      section: z.enum(Object.keys(SECTION_TITLES) as [SectionName]),
      title: text,
      steps: z.array(step).min(1),
    }),
  ),
  total: decimal.describe('Đồng'),
  totalText: text,
  totalInWords: text.optional().describe('Bằng chữ; absent where nothing is paid'),
  topUp: z
    .strictObject({ amount: decimal, version: day, text })
    .optional()
    .describe('Cấp bù: what a transition adds; not part of the total'),
  due: z
    .strictObject({ amount: decimal, text })
    .optional()
    .describe('Cấp bù: what is still due after an earlier settlement; not part of the total'),
});

const issue = z.strictObject({ code: text, path: text, message: text });

/** The structure of what `retirement-age` gives. */
export const retirementSchema: z.ZodType = z.strictObject({
  schema: z.literal('nd178/retirement-age@1'),
  birth: text.describe('YYYY-MM-DD, YYYY-MM or YYYY'),
  sex: z.enum(['male', 'female']),
  law: z.strictObject({ scheme: text, version: day }),
  rows: z.array(
    z.strictObject({
      schedule: text.describe('normal (Appendix I), reduced (Appendix II)'),
      title: text,
      ageReached: month.describe('Tháng đủ tuổi nghỉ hưu'),
      ageMonths: z.int().min(0).describe('The age then, in months'),
      pensionStart: month.describe('Tháng hưởng lương hưu'),
      cite: z.array(basis),
    }),
  ),
  notCovered: z.array(issue).describe('Schedules whose tables begin after the birth'),
});
