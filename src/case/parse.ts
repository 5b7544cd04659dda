import { monthOfDay, dayText } from '../base/calendar.ts';
import { bad, good, type Checked } from '../base/checked.ts';
import { nearest, type Lang } from '../base/text.ts';
import type { Case, Duration, Salary, SalaryComponents } from './case.ts';
import { CASE_KEYS } from './keys.ts';
import { Reader } from './reader.ts';
import { caseSchema } from './schema.ts';

/** How to read a case. */
export interface ParseOptions {
  /** Language of the messages; default Vietnamese. */
  readonly lang?: Lang;
}

const PERCENTS = ['overFrame', 'profession', 'preferential', 'responsibility', 'publicService', 'party', 'specific'] as const;
const COEFFICIENTS = ['coefficient', 'positionAllowance', 'retained'] as const;
const WHOLE_SALARIES = ['contract', 'monthly'] as const;

const parsed = new WeakSet<object>();

/** Whether a value came out of {@link parseCase}. */
export function isParsed(value: unknown): value is Case {
  return typeof value === 'object' && value !== null && parsed.has(value);
}

/**
 * Reads a case: structure, spelling, dates, numbers, and what must hold whatever the law says.
 * Gives the case with its defaults, or every fault at once. What depends on the law (which groups there are,
 * whether the birth is covered) is told by `calculate`.
 */
export function parseCase(raw: unknown, options: ParseOptions = {}): Checked<Case> {
  if (isParsed(raw)) return good(raw);
  const reader = new Reader(raw, options.lang ?? 'vi');
  structure(reader, raw);
  const read = readCase(reader);
  if (reader.issues.length > 0 || !read) return bad(reader.issues);
  parsed.add(read);
  return good(read);
}

function structure(reader: Reader, raw: unknown): void {
  const result = caseSchema.safeParse(raw);
  if (result.success) return;
  for (const fault of result.error.issues) {
    const path = fault.path.join('.');
    const value = path === '' ? raw : reader.raw(path);
    if (fault.code === 'unrecognized_keys') unknownKeys(reader, path, fault.keys);
    else if (value === undefined) missing(reader, path);
    else if (fault.code === 'invalid_value') reader.word(path);
    else if (isGroup(path)) reader.fault('not-an-object', path);
    else reader.fault('wrong-type', path, { expected: expected(path) });
  }
}

function missing(reader: Reader, path: string): void {
  const inside = CASE_KEYS.filter((key) => key.required && key.key.startsWith(path + '.'));
  if (path === 'salary') reader.fault('salary-missing', 'salary');
  else if (inside.length === 0) reader.fault('missing', path);
  for (const key of inside) reader.fault('missing', key.key);
}

function isGroup(path: string): boolean {
  return path === '' || CASE_KEYS.some((key) => key.key.startsWith(path + '.'));
}

function expected(path: string): string {
  const type = CASE_KEYS.find((key) => key.key === path)?.type;
  return type === 'flag' ? 'true | false' : type === 'day' || type === 'birth' ? 'YYYY-MM-DD' : '"…"';
}

function unknownKeys(reader: Reader, at: string, keys: readonly string[]): void {
  const prefix = at === '' ? '' : at + '.';
  const siblings = new Set(
    CASE_KEYS.filter((key) => key.key.startsWith(prefix)).map((key) => key.key.slice(prefix.length).split('.')[0] ?? ''),
  );
  for (const key of keys) {
    const close = nearest(key, siblings);
    const elsewhere = CASE_KEYS.find((one) => one.key.endsWith('.' + key))?.key;
    const near = close === undefined ? elsewhere : prefix + close;
    reader.fault('unknown-key', prefix + key, { key: prefix + key, near });
  }
}

function readCase(reader: Reader): Case | undefined {
  const birth = reader.birth('person.birth');
  const date = reader.day('leaving.date');
  const insurance = readInsurance(reader);
  const salary = readSalary(reader);
  const age = readAge(reader);
  const leaving = readLeaving(reader, date);
  const person = readPerson(reader, birth?.text);
  if (birth && date !== undefined) {
    const life = monthOfDay(date) - birth.month;
    const params = { date: dayText(date), birth: birth.text };
    if (life <= 0) reader.fault('leaving-before-birth', 'leaving.date', params);
    else if (insurance && insurance.years * 12 + insurance.months > life) {
      reader.fault('insurance-longer-than-life', 'insurance.years', { months: insurance.years * 12 + insurance.months, life });
    }
  }
  const id = reader.text('id');
  if (!person || !leaving || !insurance || !salary) return undefined;
  return { ...(id === undefined ? {} : { id }), person, leaving, age, insurance, salary };
}

function readPerson(reader: Reader, birth: string | undefined): Case['person'] | undefined {
  const name = reader.text('person.name');
  const sex = reader.word<'male' | 'female'>('person.sex');
  const group = reader.text('person.group');
  const rank = reader.text('person.rank');
  if (sex === undefined || birth === undefined || group === undefined) return undefined;
  return { ...opt('name', name), sex, birth, group, ...opt('rank', rank) };
}

function readLeaving(reader: Reader, date: number | undefined): Case['leaving'] | undefined {
  const route = reader.text('leaving.route');
  const reorganisation = reader.day('leaving.reorganisation');
  const decided = reader.day('leaving.decided');
  const impact = reader.word<Case['leaving']['impact']>('leaving.impact') ?? 'direct';
  const blocked = reader.word<Case['leaving']['blocked']>('leaving.blocked') ?? 'none';
  const voluntary = reader.flag('leaving.voluntary');
  if (route === undefined || date === undefined) return undefined;
  return {
    route,
    date: dayText(date),
    ...opt('reorganisation', reorganisation === undefined ? undefined : dayText(reorganisation)),
    ...opt('decided', decided === undefined ? undefined : dayText(decided)),
    impact,
    ...opt('voluntary', voluntary),
    blocked,
  };
}

function readAge(reader: Reader): Case['age'] {
  const schedule = reader.word<'normal' | 'reduced' | 'limit'>('age.schedule');
  const limit = reader.decimal('age.limit', 2);
  if (limit !== undefined && (!/^\d+$/.test(limit) || Number(limit) < 1 || Number(limit) > 99)) {
    reader.fault('out-of-range', 'age.limit', { value: limit, range: '1 – 99' });
  }
  if (limit !== undefined && schedule !== undefined && schedule !== 'limit') {
    reader.fault('age-limit-unused', 'age.limit', { schedule });
  }
  return { ...opt('schedule', schedule), ...opt('limit', limit) };
}

function readInsurance(reader: Reader): Case['insurance'] | undefined {
  const total = reader.months('insurance');
  const part = (path: string): number | undefined => {
    const months = reader.months(path);
    if (months !== undefined && total !== undefined && months > total) reader.fault('part-above-total', `${path}.years`);
    return months;
  };
  const publicSector = part('insurance.publicSector');
  const countable = part('insurance.countable');
  const hazardous = part('insurance.hazardous');
  const pensionEligible = reader.flag('insurance.pensionEligible');
  if (total === undefined) return undefined;
  return {
    ...duration(total),
    publicSector: duration(publicSector ?? total),
    countable: duration(countable ?? total),
    ...opt('hazardous', hazardous === undefined ? undefined : duration(hazardous)),
    ...opt('pensionEligible', pensionEligible),
  };
}

function readSalary(reader: Reader): Salary | undefined {
  const components: { -readonly [K in keyof SalaryComponents]: string } = {};
  for (const name of COEFFICIENTS) assign(components, name, reader.decimal(`salary.${name}`));
  for (const name of PERCENTS) assign(components, name, reader.percent(`salary.${name}`));
  const whole = WHOLE_SALARIES.map((name) => [name, reader.decimal(`salary.${name}`)] as const);
  const given = whole.filter(([, value]) => value !== undefined);
  const written = (name: string): boolean => reader.raw(`salary.${name}`) !== undefined;
  const parts = [...COEFFICIENTS, ...PERCENTS].filter(written);
  const forms = [...(parts.length > 0 ? [`salary.${parts.join(', salary.')}`] : []), ...given.map(([name]) => `salary.${name}`)];
  if (given.length + (parts.length > 0 ? 1 : 0) > 1) reader.fault('salary-twice', 'salary', { forms: forms.join('; ') });
  const [only] = given;
  if (only) {
    if (Number(only[1]) === 0) reader.fault('salary-zero', `salary.${only[0]}`);
    return { [only[0]]: only[1] };
  }
  if (!written('coefficient')) {
    if (parts.length > 0) reader.fault('salary-coefficient-missing', 'salary.coefficient');
    else if (![...COEFFICIENTS, ...PERCENTS, ...WHOLE_SALARIES].some((name) => hasFault(reader, name))) {
      reader.fault('salary-missing', 'salary');
    }
    return undefined;
  }
  if (components.coefficient !== undefined && Number(components.coefficient) === 0) reader.fault('salary-zero', 'salary.coefficient');
  const zero = Object.fromEntries([...COEFFICIENTS.map((name) => [name, '0']), ...PERCENTS.map((name) => [name, '0%'])]);
  return { ...zero, ...components };
}

function hasFault(reader: Reader, name: string): boolean {
  return reader.issues.some((one) => one.path === `salary.${name}`);
}

function assign<K extends string>(into: Partial<Record<K, string>>, name: K, value: string | undefined): void {
  if (value !== undefined) into[name] = value;
}

function duration(months: number): Duration {
  return { years: Math.floor(months / 12), months: months % 12 };
}

function opt<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
}

/** The month of birth of a parsed case (day or month unknown: the first). */
export function birthMonth(birth: string): number {
  const [year = '', month = '01'] = birth.split('-');
  return Number(year) * 12 + Number(month) - 1;
}

/** The months of a duration. */
export function monthsOf(duration: Duration): number {
  return duration.years * 12 + duration.months;
}
