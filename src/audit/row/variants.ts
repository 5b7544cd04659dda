import { monthOfDay, parseDay, type Day } from '../../base/calendar.ts';
import type { Words } from '../../base/text.ts';
import type { Decimal as Exact } from '../../base/decimal.ts';
import type { Law } from '../../law/law.ts';
import { daySpan } from '../cells/dates.ts';
import type { Duration } from '../cells/durations.ts';
import type { Reading } from '../cells/reading.ts';
import type { Form, Need } from '../../law/form.ts';
import type { Primary } from './primary.ts';
import { anybody, whoOf, type Who } from './who.ts';
import type { RowCase, Worked } from './worked.ts';

/** Something that a row leaves open, as one variant has it. */
export interface Choice {
  readonly what: Words;
  readonly label: Words;
}

/** A case that a row allows, with what was chosen where it leaves several open. */
export interface Variant {
  readonly case: RowCase;
  readonly chosen: readonly Choice[];
}

/** A variant worked out by the engine. */
export interface WorkedVariant extends Worked {
  readonly variant: Variant;
}

/** The cases that a row allows: a cell that is right under all of them is right. */
export interface VariantSet {
  readonly variants: readonly Variant[];
  /** What is missing or unreadable, so that columns that stand on it cannot be checked. */
  readonly lacking: ReadonlyMap<Need | 'leaving', Words>;
  /** Whether the declared insurance time is itself primary. */
  readonly serviceIsPrimary: boolean;
}

/** A part of a case: some keys of some groups. */
type Part = { readonly [Group in keyof RowCase]?: Partial<NonNullable<RowCase[Group]>> };

/** One part of a case that may be several things. */
interface Open {
  readonly what: Words;
  readonly options: readonly { readonly label: Words; readonly part: Part; readonly also?: Choice }[];
}

/** More cases than this are not a row that can be judged. */
const MOST_VARIANTS = 1000;

const WHAT = {
  birth: { vi: 'ngày sinh', en: 'the birth date' },
  leaving: { vi: 'ngày nghỉ', en: 'the leaving date' },
  merger: { vi: 'thời điểm sáp nhập, giải thể', en: 'the merger date' },
  enlisted: { vi: 'thời điểm nhập ngũ', en: 'the enlistment' },
  service: { vi: 'thời gian đóng BHXH', en: 'the insurance time' },
  sex: { vi: 'giới tính (biểu không ghi)', en: 'the sex (no form gives it)' },
  group: { vi: 'cấp bậc, nhóm đối tượng', en: 'the rank or group' },
  salary: { vi: 'tiền lương', en: 'the salary' },
  all: { vi: 'quá nhiều dữ liệu không rõ', en: 'too much is left open' },
} as const satisfies Record<string, Words>;

const same = (text: string): Words => ({ vi: text, en: text });

/** Placeholders that stand for unknown data; nothing that depends on them is judged. */
const ANY_SALARY = '10000000';
const ANY_SERVICE = 360;
const ANY_AGE = 59;
const LONG_AGO = 10;

/** The cases that the primary data of a row allow; none when it has no leaving date. */
export function variantsOf(form: Form, primary: Primary, law: Law, salaries: readonly Exact[] | undefined): VariantSet {
  const lacking = new Map<Need | 'leaving', Words>();
  const none = { variants: [], lacking, serviceIsPrimary: false };
  const days = daysOf(primary.leaving);
  const [first] = days;
  if (first === undefined) {
    lacking.set('leaving', WHAT.leaving);
    return none;
  }
  const version = law.at(form.scheme, first);
  if (!version.ok) return none;
  const candidates = whoOf(primary, version.value, first);
  const age = ageOpen(primary, candidates, anybody(version.value), lacking);
  const service = serviceOf(primary, candidates);
  if (service.lacking) lacking.set('service', service.lacking);
  const salary = salaryOf(primary, salaries);
  if (salary.options.length === 0) lacking.set('salary', WHAT.salary);
  const variants: Variant[] = [];
  for (const leaving of days) {
    const eligible = form.route === 'early-retirement' ? ({ pensionEligible: true } as const) : {};
    const unknownService = { insurance: { ...timeOf(ANY_SERVICE), ...eligible } };
    const open: Open[] = [
      plain(WHAT.leaving, [leaving], (date) => ({ leaving: { date } })),
      ...age(leaving),
      mergerOf(primary, form, leaving),
      service.lacking ? only(unknownService) : service.of(leaving),
      lacking.has('salary') ? only({ salary: { monthly: ANY_SALARY } }) : salary,
    ];
    if (open.reduce((count, { options }) => count * options.length, days.length) > MOST_VARIANTS) {
      lacking.set('leaving', WHAT.all);
      return none;
    }
    variants.push(...product(open));
  }
  return { variants, lacking, serviceIsPrimary: service.primary };
}

/** Group, sex and birth; where they are not known somebody stands in, and nothing that depends on the age is judged. */
function ageOpen(
  { birth }: Primary,
  candidates: readonly Who[],
  somebody: Who | undefined,
  lacking: Map<Need | 'leaving', Words>,
): (leaving: string) => Open[] {
  const births = birth.kind === 'read' ? birth.values.flatMap(monthsIn) : [];
  if (births.length > 0 && candidates.length > 0) {
    return () => [whoOpen(candidates), plain(WHAT.birth, births, (value) => ({ person: { birth: value } }))];
  }
  lacking.set('age', births.length === 0 ? WHAT.birth : WHAT.group);
  const any = somebody ? [somebody] : [];
  return (leaving) => [whoOpen(any), only({ person: { birth: String(Number(leaving.slice(0, 4)) - ANY_AGE) } })];
}

/** Every combination of what is open. */
function product(open: readonly Open[]): Variant[] {
  return open.reduce<Variant[]>(
    (made, { what, options }) =>
      made.flatMap(({ case: one, chosen }) =>
        options.map(({ label, part, also }) => ({
          case: joined(one, part),
          chosen: [...chosen, { what, label }, ...(also ? [also] : [])],
        })),
      ),
    [{ case: {} as RowCase, chosen: [] }],
  );
}

/** A case with a part more; whole when every part is chosen. */
function joined(one: RowCase, part: Part): RowCase {
  const groups = Object.entries(part).map(([group, keys]) => [group, { ...one[group as keyof RowCase], ...keys }]);
  return { ...one, ...Object.fromEntries(groups) };
}

function only(part: Part): Open {
  return { what: same(''), options: [{ label: same(''), part }] };
}

function plain(what: Words, values: readonly string[], part: (value: string) => Part): Open {
  return { what, options: [...new Set(values)].map((value) => ({ label: same(value), part: part(value) })) };
}

/** The days that a date may be: the first and last of each month, between which all that is computed goes one way. */
function daysOf(reading: Reading<string>): string[] {
  if (reading.kind !== 'read') return [];
  return [...new Set(reading.values.flatMap((text) => (text.length === 4 ? yearSpan(text) : daySpan(text))))];
}

/** Of a year the first day of each month, and the last day. */
function yearSpan(year: string): string[] {
  return [...monthsIn(year).map((month) => `${month}-01`), `${year}-12-31`];
}

/** The months that a date known by its year alone may be; else the date as it is. */
function monthsIn(text: string): string[] {
  if (text.length !== 4) return [text];
  return Array.from({ length: 12 }, (_, at) => `${text}-${String(at + 1).padStart(2, '0')}`);
}

function whoOpen(who: readonly Who[]): Open {
  return {
    what: WHAT.group,
    options: who.map(({ part, title, sex, sexOpen }) => ({
      label: title,
      part,
      ...(sexOpen ? { also: { what: WHAT.sex, label: sex } } : {}),
    })),
  };
}

/** A merger date that is not known may lie on either side: on the leaving date, or long before. Never a default. */
function mergerOf(primary: Primary, form: Form, leaving: string): Open {
  const given = daysOf(primary.merger);
  if (given.length > 0) return plain(WHAT.merger, given, (day) => ({ leaving: { reorganisation: day } }));
  if (!form.columns.some(({ key }) => key === 'merger')) return only({});
  const long = `${Number(leaving.slice(0, 4)) - LONG_AGO}${leaving.slice(4).replace('02-29', '02-28')}`;
  return {
    what: WHAT.merger,
    options: [
      { label: { vi: 'không rõ', en: 'not known' }, part: { leaving: { reorganisation: leaving } } },
      { label: { vi: 'không rõ, đã lâu', en: 'not known, long ago' }, part: { leaving: { reorganisation: long } } },
    ],
  };
}

function salaryOf({ salary }: Primary, salaries: readonly Exact[] | undefined): Open {
  const given = salaries ?? (salary.kind === 'read' ? salary.values : []);
  const paid = given.filter((amount) => amount.gt(0)).map((amount) => amount.toFixed());
  return plain(WHAT.salary, paid, (value) => ({ salary: { monthly: value } }));
}

interface Service {
  readonly primary: boolean;
  readonly lacking?: Words;
  readonly of: (leaving: string) => Open;
}

/**
 * Soldiers serve from the enlistment month to the month before leaving; for everybody else, and where there is no
 * enlistment, the insurance time is primary.
 */
function serviceOf({ enlisted, service }: Primary, who: readonly Who[]): Service {
  const soldier = who.length === 0 || who.some(({ enlists }) => enlists);
  if (soldier && enlisted.kind === 'read') {
    const since = (leaving: string, day: string): Part => ({
      insurance: timeOf(Math.max(0, monthNumber(leaving) - monthNumber(day))),
    });
    const months = enlisted.values.flatMap(monthsIn).map((text) => `${text.slice(0, 7)}-01`);
    return { primary: false, of: (leaving) => plain(WHAT.enlisted, months, (day) => since(leaving, day)) };
  }
  if (soldier && enlisted.kind === 'fault') return { primary: false, lacking: WHAT.enlisted, of: () => only({}) };
  const found = service.kind === 'read' ? service.values.flatMap(monthsOf).map(String) : [];
  const of = (): Open => plain(WHAT.service, found, (months) => ({ insurance: timeOf(Number(months)) }));
  return { primary: true, of, ...(found.length === 0 ? { lacking: WHAT.service } : {}) };
}

/** Months as years and months. */
function timeOf(months: number): Pick<RowCase['insurance'], 'years' | 'months'> {
  return { years: Math.floor(months / 12), months: months % 12 };
}

function monthNumber(day: string): number {
  return monthOfDay(parseDay(day) as Day);
}

/** The whole months that a length of time may be. */
function monthsOf(one: Duration): number[] {
  if (one.kind === 'months') return [one.months];
  const months = one.years.times(12);
  return [months.floor().toNumber(), months.ceil().toNumber()];
}
