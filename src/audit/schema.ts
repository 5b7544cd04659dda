import * as z from 'zod';
import { workSchema } from './work/schema.ts';
import { builtinAnnexes } from '../law/annexes.ts';

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

const count = z.int().min(0);
const completeness = z.strictObject({
  people: count,
  audited: count,
  unchecked: count,
  passedOver: count,
  notRead: count,
});
const place = { file: z.string(), sheet: z.string(), row: z.int().min(1) };
const sameAs = z.strictObject({
  ...place,
  certainty: z.enum(['certain', 'likely', 'possible']),
  kind: z.enum(['double', 'top-up']),
  message: z.string(),
});
const sum = z.strictObject({
  row: z.int().min(1),
  cell: z.string(),
  label: z.string(),
  kind: z.enum(['sum', 'grand', 'unit']),
  declared: decimal,
  sum: decimal,
  difference: decimal,
  rows: z.string(),
  message: z.string(),
});
const notRead = z.strictObject({
  sheet: z.string(),
  rows: z.string(),
  people: count,
  code: z.enum(['no-form', 'other-act', 'no-header', 'no-name', 'scheme-missing']),
  message: z.string(),
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
  hidden: z.literal(true).optional(),
  known: z
    .strictObject({ birth: z.string().optional(), enlisted: z.string().optional(), leaving: z.string().optional() })
    .optional(),
  sameAs: sameAs.optional(),
  cells: z.array(cell),
  repairs: z.array(z.strictObject({ cell: z.string(), text: z.string(), read: z.string() })),
});

const valueAt = z.strictObject({ cell: z.string(), value: decimal });
const declaredTotal = z.strictObject({
  sheet: z.string(),
  row: z.int().min(1),
  label: z.string(),
  people: valueAt.optional(),
  amount: valueAt.optional(),
  dong: z.int().min(1).optional(),
});
const side = z.strictObject({ people: count, amount: decimal });
const at = { sheet: z.string(), row: z.int().min(1), cell: z.string() };
const reconciliation = z.strictObject({
  totals: z.array(
    z.strictObject({
      file: z.string(),
      sheet: z.string(),
      row: z.int().min(1),
      cell: z.string().optional(),
      label: z.string(),
      what: z.enum(['people', 'amount', 'nobody', 'open']),
      declared: decimal,
      sum: decimal.nullable(),
      difference: decimal,
      message: z.string(),
    }),
  ),
  paid: z
    .strictObject({
      file: z.string(),
      rows: count,
      amount: decimal,
      right: count,
      overpaid: side,
      underpaid: side,
      findings: z.array(
        z.strictObject({
          kind: z.enum(['paid-as-declared', 'paid-otherwise', 'not-paid', 'not-declared', 'paid-unclear']),
          name: z.string(),
          places: z.array(z.strictObject(place)),
          paidAt: z.array(z.strictObject(at)),
          paid: decimal.nullable(),
          declared: decimal.nullable(),
          due: decimal.nullable(),
          difference: decimal.nullable(),
          message: z.string(),
        }),
      ),
      unread: z.array(z.strictObject({ ...at, message: z.string() })),
    })
    .optional(),
});

const file = z.strictObject({
  file: z.string(),
  sheets: z.array(
    z.strictObject({
      sheet: z.string(),
      headingRow: z.int().min(1).optional(),
      form: z.enum(builtinAnnexes().forms.map((one) => one.form)),
      hidden: z.literal(true).optional(),
      dong: z.int().min(1).optional(),
      notes: z.array(z.strictObject({ code: z.string(), message: z.string() })),
      completeness,
      sums: z.array(sum),
      rows: z.array(row),
    }),
  ),
  skipped: z.array(z.string()),
  completeness,
  notRead: z.array(notRead),
  totals: z.array(declaredTotal).optional(),
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
    completeness,
    doubles: z.array(z.strictObject({ ...place, sameAs })),
    sums: count,
    laws: z.array(z.strictObject({ ...law, rows: z.int() })),
    units: z.array(z.strictObject({ file: z.string(), sheet: z.string(), unit: z.string(), ...counts })),
  }),
  reconciliation: reconciliation.optional(),
  work: workSchema.optional(),
});
