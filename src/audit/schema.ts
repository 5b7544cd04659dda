import * as z from 'zod';
import { builtinAnnexes } from '../law/builtin.ts';

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const counts = {
  rows: z.int().min(0),
  right: z.int().min(0),
  wrong: z.int().min(0),
  unchecked: z.int().min(0),
  overpaid: z.strictObject({ rows: z.int().min(0), amount: decimal }),
  underpaid: z.strictObject({ rows: z.int().min(0), amount: decimal }),
};
const law = { scheme: z.string(), version: z.string(), hash: z.string() };

const cell = z.strictObject({
  cell: z.string(),
  column: z.int(),
  declared: z.string(),
  computed: decimal.nullable(),
  difference: decimal.optional(),
  verdict: z.enum(['right', 'wrong', 'follow-on', 'unchecked']),
  code: z.string(),
  message: z.string(),
  follows: z.array(z.string()).optional(),
  reading: z.strictObject({ id: z.string(), option: z.string() }).optional(),
});

const row = z.strictObject({
  row: z.int().min(1),
  name: z.string(),
  unit: z.string().optional(),
  verdict: z.enum(['right', 'wrong', 'unchecked']),
  declaredTotal: decimal.nullable(),
  computedTotal: decimal.nullable(),
  difference: decimal.nullable(),
  law: z.strictObject(law).optional(),
  warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })).optional(),
  interpretations: z
    .array(
      z.strictObject({
        id: z.string(),
        chosen: z.string(),
        alternatives: z.array(z.strictObject({ option: z.string(), total: decimal })),
      }),
    )
    .optional(),
  cells: z.array(cell),
  repairs: z.array(z.strictObject({ cell: z.string(), text: z.string(), read: z.string() })),
});

const file = z.strictObject({
  file: z.string(),
  sheets: z.array(
    z.strictObject({
      sheet: z.string(),
      headingRow: z.int().min(1).optional(),
      form: z.enum(builtinAnnexes().forms.map((one) => one.form)),
      notes: z.array(z.strictObject({ code: z.string(), message: z.string() })),
      rows: z.array(row),
    }),
  ),
  skipped: z.array(z.string()),
  error: z.strictObject({ code: z.string(), message: z.string() }).optional(),
});

/** The schema of the report of an audit (`nd178/audit@1`). */
export const auditSchema: z.ZodType = z.strictObject({
  schema: z.literal('nd178/audit@1'),
  files: z.array(file),
  summary: z.strictObject({
    ...counts,
    declared: decimal,
    computed: decimal,
    repairs: z.int().min(0),
    laws: z.array(z.strictObject({ ...law, rows: z.int() })),
    units: z.array(z.strictObject({ file: z.string(), sheet: z.string(), unit: z.string(), ...counts })),
  }),
});
