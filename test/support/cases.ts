import fc from 'fast-check';
import { builtinLaw } from '../../src/law/builtin.ts';
import { dittoOf, dittoTest } from '../../src/table/ditto.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const two = (number: number) => String(number).padStart(2, '0');
const day = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`);
const count = (max: number) => fc.integer({ min: 0, max }).map(String);
const decimal = (max: number, places: number) =>
  fc.integer({ min: 1, max: max * 10 ** places }).map((n) => String(n / 10 ** places));
const percent = fc.integer({ min: 0, max: 99_999 }).map((n) => `${n / 1000}%`);
/** In a list a quote alone says "as above"; in a case it is a text like any other. */
const isDitto = dittoTest(dittoOf(builtinLaw()).ditto ?? []);

const text = fc
  .string({ unit: fc.constantFrom('A', 'ữ', '=', '-', ' x', "'", '"', ',', '0', '1', '.'), minLength: 1, maxLength: 5 })
  .filter((one) => one.trim() === one && /\S/.test(one))
  .filter((one) => !isDitto(one));

/** Invented cases as a flat table holds them: canonical values by key; most of them good, some faulty by law. */
export const flatCase: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .record({
    id: maybe(text),
    'person.name': maybe(text),
    'person.sex': fc.constantFrom('male', 'female'),
    'person.birth': fc.oneof(
      day(1962, 1985),
      fc.integer({ min: 1962, max: 1985 }).map(String),
      fc.constantFrom('1966-01', '1972-12'),
    ),
    'person.group': fc.constantFrom(
      'civil-servant',
      'public-employee',
      'cadre',
      'army-officer',
      'contract-worker',
      'village-part-time',
    ),
    'leaving.route': fc.constantFrom('auto', 'early-retirement', 'severance'),
    'leaving.date': day(2025, 2026),
    'leaving.reorganisation': maybe(day(2025, 2025)),
    'leaving.decided': maybe(day(2025, 2025)),
    'leaving.impact': maybe(fc.constantFrom('direct', 'indirect', 're-election')),
    'leaving.voluntary': maybe(fc.constantFrom('true', 'false')),
    'leaving.blocked': maybe(fc.constantFrom('none', 'pregnancy-or-small-child', 'discipline-or-inspection')),
    'age.limit': maybe(fc.constantFrom('58', '54')),
    'insurance.years': count(40),
    'insurance.months': maybe(count(11)),
    'insurance.publicSector.years': maybe(count(15)),
    salary: fc.oneof(
      fc.record({
        'salary.coefficient': decimal(10, 3),
        'salary.publicService': maybe(percent),
        'salary.overFrame': maybe(percent),
        'salary.retained': maybe(decimal(1, 4)),
      }),
      fc.record({ 'salary.monthly': decimal(30_000_000, 0) }),
      fc.record({ 'salary.contract': decimal(30_000_000, 0) }),
    ),
  })
  .map(({ salary, ...rest }) =>
    Object.fromEntries(
      Object.entries({ ...rest, ...salary }).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
  );

/** A civil servant who leaves within twelve months of the reorganisation; without a salary. */
export const UNPAID = {
  'person.sex': 'male',
  'person.birth': '1966-01-15',
  'person.group': 'civil-servant',
  'leaving.route': 'auto',
  'leaving.date': '2025-05-01',
  'leaving.reorganisation': '2025-03-01',
  'insurance.years': '22',
} as const;

/** The same with a salary by coefficient. */
export const CIVIL_SERVANT: Readonly<Record<string, string>> = { ...UNPAID, 'salary.coefficient': '4.65' };

/** A flat case as the contract nests it. */
export function nested(flat: Readonly<Record<string, string>>): Record<string, unknown> {
  const raw: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(flat)) {
    const path = key.split('.');
    let at = raw;
    for (const name of path.slice(0, -1)) at = (at[name] ??= {}) as Record<string, unknown>;
    at[path.at(-1) ?? ''] = key === 'leaving.voluntary' ? value === 'true' : value;
  }
  return raw;
}
