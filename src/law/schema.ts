import * as z from 'zod';
import { parseDay, parseMonth } from '../base/calendar.ts';
import { scaled } from '../base/decimal.ts';
import { once } from '../base/memo.ts';
import type { Words } from '../base/text.ts';
import { decimalFault, SCHEMA_FAULTS } from '../messages/rule-faults.ts';
import type { Act, Scheme } from './act.ts';
import { SOURCE_KINDS, type Ledger } from './ledger.ts';
import type {
  BenefitProvision,
  Certainty,
  Condition,
  PlausibleProvision,
  Provision,
  ProvisionHead,
  ProvisionKind,
  ProvisionOf,
} from './provision.ts';
import {
  BASE_NAMES,
  FACTS,
  GIVEN_KEYS,
  PLAUSIBLE_KEYS,
  QUANTITIES,
  QUANTITY_PLACES,
  RATE_PLACES,
  RUNNING,
  SERVICE_LESS,
  SERVICE_PARTS,
  YEAR_QUANTITIES,
  type FactName,
} from './vocabulary.ts';

// What is made of other schemas is made when the first rule file is read (`z.lazy`, `once`): most programs read none.

/** Words that are not blank. */
export const text: z.ZodString = z.string().trim().min(1);
/** A text in both languages. */
export const words: z.ZodType<Words> = z.strictObject({ vi: text, en: text });
/** A name: small letters, digits, points, hyphens. */
export const name: z.ZodString = z.string().regex(/^[\p{Ll}\p{N}][\p{L}\p{N}.-]*$/u);
/** The names of the sources in which a statement was read. */
export const sourceNames: z.ZodType<string[]> = z.array(name).min(1);
/** How well a statement is known. */
export const certainty: z.ZodType<Certainty> = z.enum(['A', 'B', 'C', 'D', 'U']);
const day = z.string().refine((value) => parseDay(value) !== undefined, SCHEMA_FAULTS.day.en);
const month = z.string().refine((value) => parseMonth(value) !== undefined, SCHEMA_FAULTS.month.en);
const age = z.string().regex(/^\d{2}-(0\d|1[01])$/, SCHEMA_FAULTS.age.en);
const months = z.int().min(0).max(1200);
const limitAge = z.lazy(() =>
  z.union([
    age,
    z.strictObject({ schedule: name, upTo: age.exactOptional() }),
    z.array(z.strictObject({ year: z.int().min(1900).max(2200), age })).min(1),
  ]),
);

/** A number of the law is a quoted decimal, never a float. */
const decimal = (places: number): z.ZodType<string> =>
  z.string().refine((value) => (scaled(value, places) ?? -1) >= 0, decimalFault(places).en);

const interval = <T extends z.ZodType>(bound: T): z.ZodType =>
  z
    .strictObject({
      atLeast: bound.exactOptional(),
      above: bound.exactOptional(),
      upTo: bound.exactOptional(),
      under: bound.exactOptional(),
    })
    .refine((value) => Object.keys(value).length > 0, SCHEMA_FAULTS.bound.en)
    .refine((value) => value.atLeast === undefined || value.above === undefined, SCHEMA_FAULTS.twoLower.en)
    .refine((value) => value.upTo === undefined || value.under === undefined, SCHEMA_FAULTS.twoUpper.en);

const years = z.lazy(() => z.union([z.int().min(0).max(100), decimal(QUANTITY_PLACES)]));
const members = z.array(name).min(1);

const factTest = (fact: FactName): z.ZodType => {
  const kind = FACTS[fact].kind;
  if (kind === 'word') return z.union([members, z.strictObject({ except: members })]);
  if (kind === 'flag') return z.boolean();
  return interval(kind === 'count' ? z.int() : kind === 'years' ? years : day);
};

const conditionShape = once(() => ({
  ...Object.fromEntries((Object.keys(FACTS) as FactName[]).map((fact) => [fact, factTest(fact).exactOptional()])),
  class: z.record(name, members).exactOptional(),
  reading: z.record(name, name).exactOptional(),
  given: z
    .strictObject(Object.fromEntries(GIVEN_KEYS.map((key) => [key, z.boolean().exactOptional()])))
    .exactOptional(),
}));

/** A condition on the facts of a case. */
// The tests of facts are made from the vocabulary, as is the type; the compiler cannot follow both.
export const condition: z.ZodType<Condition> = z.lazy(
  () => z.strictObject(conditionShape()) as unknown as z.ZodType<Condition>,
);

const head = once(() => ({
  id: name,
  at: text,
  certainty,
  sources: sourceNames.exactOptional(),
  title: words.exactOptional(),
  from: day.exactOptional(),
  until: day.exactOptional(),
  when: condition.exactOptional(),
  schemes: z.array(name).min(1).exactOptional(),
}));

/** Whether a member of a provision may be left out. */
type IsOptional<P, N extends keyof P> = Record<never, never> extends Pick<P, N> ? true : false;

/** A member of a provision as its type declares it. */
type Field<P, N extends keyof P> =
  IsOptional<P, N> extends true ? z.ZodExactOptional<z.ZodType<Exclude<P[N], undefined>>> : z.ZodType<P[N]>;

/** The members that a kind of provision has beyond its head; of the head those that it demands. */
type Shape<P extends Provision> = { readonly [N in Exclude<keyof P, keyof ProvisionHead | 'kind'>]-?: Field<P, N> } & {
  readonly [N in keyof ProvisionHead as IsOptional<P, N> extends true ? never : N]?: Field<P, N>;
};

/** None but the members of a kind, and none optional that it demands. */
type Exactly<P extends Provision, S> = {
  readonly [N in keyof S]: N extends keyof P
    ? IsOptional<P, N> extends true
      ? S[N]
      : S[N] extends z.ZodExactOptional
        ? never
        : S[N]
    : never;
};

/** A kind of provision: its name, its keys, and its schema when it is asked for. */
interface Kind {
  readonly literal: ProvisionKind;
  readonly keys: () => readonly string[];
  readonly schema: () => z.ZodType<Provision> & z.core.$ZodTypeDiscriminable;
}

const kind = <K extends ProvisionKind, S extends Shape<ProvisionOf<K>>>(
  literal: K,
  shape: () => S & Exactly<ProvisionOf<K>, S>,
  refined = (schema: z.ZodType<ProvisionOf<K>>): z.ZodType<ProvisionOf<K>> => schema,
): Kind => ({
  literal,
  keys: () => [...Object.keys(head()), 'kind', ...Object.keys(shape())],
  schema: () => {
    // Each member was checked against the type of the kind.
    const schema: unknown = z.strictObject({ ...head(), kind: z.literal(literal), ...shape() });
    return refined(schema as z.ZodType<ProvisionOf<K>>) as unknown as ReturnType<Kind['schema']>;
  },
});

const bands = z.lazy(() =>
  z.array(
    z.strictObject({
      atLeast: months.exactOptional(),
      above: months.exactOptional(),
      upTo: months.exactOptional(),
      under: months.exactOptional(),
      years: decimal(QUANTITY_PLACES),
    }),
  ),
);

const termShape = once(() => ({
  rate: decimal(RATE_PLACES),
  per: z.enum(QUANTITIES).exactOptional(),
  above: years.exactOptional(),
  upTo: years.exactOptional(),
}));

/** A row whose base is worth another sum from month to month pays for the months that it runs through, and nothing else. */
function runsAlone({ base, terms, cap, least, most }: BenefitProvision): boolean {
  if ([least, most].some((one) => one && 'base' in one && one.base === RUNNING.base)) return false;
  if (base !== RUNNING.base) return true;
  const [term, ...more] = terms;
  const cut = term?.above !== undefined || term?.upTo !== undefined;
  const bounded = cut || cap !== undefined || least !== undefined || most !== undefined;
  return term?.per === RUNNING.per && more.length === 0 && !bounded;
}

const limit = z.lazy(() =>
  z.union([
    z.strictObject({ base: z.enum(BASE_NAMES), months: decimal(RATE_PLACES) }),
    z.strictObject({ dong: decimal(0) }),
  ]),
);

const startDay = z.lazy(() => z.union([z.literal('leaving.reorganisation'), day]));
const percents = decimal(QUANTITY_PLACES);
const scale = z.string().regex(/^[A-Z][0-9](\.[0-9])?$|^[A-Z]$/, SCHEMA_FAULTS.scale.en);

const bound = z.lazy(() =>
  z.union([
    decimal(QUANTITY_PLACES),
    z.strictObject({ baseSalaries: decimal(QUANTITY_PLACES) }),
    z.strictObject({
      byMonth: z
        .array(z.strictObject({ since: month, amount: decimal(0) }))
        .min(1)
        .refine(isRising, SCHEMA_FAULTS.rising.en),
    }),
    z.strictObject({ perInsuredYear: percents }),
    z.strictObject({ sinceAge: z.int().min(1).max(99) }),
  ]),
);

/** Whether months follow one another. */
function isRising(amounts: readonly { readonly since: string }[]): boolean {
  return amounts.every(({ since }, at) => at === 0 || since > (amounts[at - 1]?.since ?? ''));
}

/** The one value of the law, or a bound at least on one side. */
function isBounded({ least, most, only }: PlausibleProvision): boolean {
  return only === undefined ? least !== undefined || most !== undefined : least === undefined && most === undefined;
}

const stating = once(() => ({ when: condition, code: name, message: words }));

const KINDS: readonly Kind[] = [
  kind('group', () => ({
    group: name,
    title: words,
    regime: name,
    payTable: name,
    schedules: members,
    of: z.strictObject({ group: name, paidLike: name }).exactOptional(),
    elsewhere: name.exactOptional(),
  })),
  kind('subject', () => ({ when: condition })),
  kind('exclusion', stating),
  kind('requirement', () => ({
    route: name,
    require: z.strictObject({ ...conditionShape(), notEntitled: name.exactOptional() }),
    code: name,
    message: words,
  })),
  kind('notice', () => ({ ...stating(), severity: z.enum(['info', 'warning']) })),
  kind('pension-time', () => ({ months })),
  kind('retirement-age', () => ({
    schedule: name,
    coversBirthsFrom: z.strictObject({ male: month, female: month }),
    lessMonths: months.exactOptional(),
    ages: z.array(z.strictObject({ year: z.int().min(1900).max(2200), male: age, female: age })).min(1),
  })),
  kind('age-limit', () => ({
    group: members,
    limits: z
      .array(z.strictObject({ ranks: z.array(text).min(1).exactOptional(), male: limitAge, female: limitAge }))
      .min(1),
    extensionYears: z.int().min(1).max(20).exactOptional(),
  })),
  kind('months-early', () => ({ pensionStartsAfterMonths: months, leavingMonth: z.enum(['counts', 'dropped']) })),
  kind('months-past', () => ({ since: z.enum(['age', 'pension']).exactOptional() })),
  kind('work-time', () => ({ of: z.array(z.enum(['work', 'otherPosts'])).min(1) })),
  kind('basis', () => ({ title: words, when: condition })),
  kind('odd-months', () => ({ quantity: z.enum(YEAR_QUANTITIES), bands })),
  kind('service-time', () => ({
    of: z.array(z.enum(SERVICE_PARTS)).min(1),
    less: z.array(z.enum(SERVICE_LESS)).min(1).exactOptional(),
  })),
  kind('term-months', () => ({ lastMonth: z.enum(['counts', 'dropped']), atLeastMonths: months })),
  kind('waiting-months', () => ({
    leavingMonth: z.enum(['counts', 'dropped']),
    ageMonth: z.enum(['counts', 'dropped']),
  })),
  kind('severance-months', () => ({ upToMonths: months })),
  kind('clock', () => ({
    starts: z.union([startDay, z.strictObject({ later: z.array(startDay).min(2) })]),
    months,
    event: z.enum(['leaving.date', 'leaving.decided']),
    inside: name,
    outside: name,
  })),
  kind('term-end', () => ({
    firstDay: z.enum(['not-counted', 'counted']),
    ends: z.literal('corresponding-day'),
    missingDay: z.literal('last-day-of-month'),
  })),
  kind('base-salary', () => ({ amount: decimal(0), since: month })),
  kind('base-salary-month', () => ({ monthsBefore: months })),
  kind('component', () => ({
    component: z.string().regex(/^[a-z][A-Za-z]*$/),
    title: words,
    unit: z.enum(['coefficient', 'percent', 'dong']),
    required: z.boolean().exactOptional(),
  })),
  kind('pay-scale', () => ({
    scale,
    title: words,
    first: decimal(QUANTITY_PLACES),
    increment: decimal(QUANTITY_PLACES),
    steps: z.int().min(1).max(99),
  })),
  kind('over-frame', () => ({
    scale: z.array(scale).min(1),
    afterMonths: months,
    percent: percents,
    yearly: percents,
  })),
  kind('component-rate', () => ({
    payTable: members,
    component: text,
    percent: percents.exactOptional(),
    yearly: percents.exactOptional(),
    fromYears: z.int().min(0).max(99).exactOptional(),
  })),
  kind('percent-base', () => ({ payTable: members, components: z.array(text).min(1), of: z.array(text).min(1) })),
  kind(
    'plausible',
    () => ({
      title: words,
      of: z.enum(PLAUSIBLE_KEYS),
      least: bound.exactOptional(),
      most: bound.exactOptional(),
      only: decimal(QUANTITY_PLACES).exactOptional(),
      given: z.array(z.enum(PLAUSIBLE_KEYS)).min(1).exactOptional(),
      notGiven: z.array(z.enum(PLAUSIBLE_KEYS)).min(1).exactOptional(),
      doubt: z.strictObject({ code: name, message: words }).exactOptional(),
    }),
    (schema) => schema.refine(isBounded, SCHEMA_FAULTS.plausible.en),
  ),
  kind('rounding', () => ({
    of: z.enum(['component', 'line']),
    step: decimal(0).exactOptional(),
    mode: z.enum(['half-up', 'half-even', 'up', 'down', 'none']),
  })),
  kind('class', () => ({ class: name, value: name, when: condition })),
  kind('benefit-title', () => ({ benefit: name, order: z.int(), route: name, title: words })),
  kind(
    'benefit',
    () => ({
      benefit: name,
      when: condition,
      base: z.enum(BASE_NAMES),
      terms: z.array(z.strictObject(termShape())).min(1),
      cap: decimal(RATE_PLACES).exactOptional(),
      least: limit.exactOptional(),
      most: limit.exactOptional(),
    }),
    (schema) => schema.refine(runsAlone, SCHEMA_FAULTS.running.en),
  ),
  kind('total-limit', () => ({ route: name, benefits: members.exactOptional(), most: z.array(limit).min(1) })),
  kind('empty', () => ({ benefits: members, when: condition, message: words })),
  kind('interpretation', () => ({
    interpretation: name,
    question: words,
    default: name,
    options: z.array(z.strictObject({ option: name, title: words, source: words })).min(2),
  })),
  kind('yield', () => ({ ...stating(), to: name, tellsAmount: z.boolean().exactOptional() })),
  kind('raise', () => ({ when: condition, message: words })),
  kind('pension-rate', () => ({ years: z.int().min(1).max(99), percent: percents, yearly: percents, most: percents })),
  kind('pension-cut', () => ({ yearly: percents })),
  kind('pension-surplus', () => ({ aboveYears: z.int().min(1).max(99), rate: decimal(RATE_PLACES) })),
  kind('top-up', () => ({ leavers: z.strictObject({ from: day, until: day }), version: day, message: words })),
];

/** The keys of a provision of each kind. */
export const keysOfKind: () => ReadonlyMap<string, readonly string[]> = once(
  () => new Map(KINDS.map(({ literal, keys }) => [literal, keys()])),
);

/** A provision as a rule file writes it. */
export const provisionSchema: z.ZodType<Provision> = z.lazy(() => {
  const [first, ...others] = KINDS.map(({ schema }) => schema());
  return z.discriminatedUnion('kind', [first as NonNullable<typeof first>, ...others]);
});

const target = { act: name, provision: name, at: text };
const leafTarget = z.lazy(() => z.strictObject({ ...target, leaf: z.string().regex(/^\w+(\.[\w-]+)*$/) }));
const amendmentHead = once(() => ({
  at: text,
  certainty,
  sources: sourceNames.exactOptional(),
  from: day.exactOptional(),
  until: day.exactOptional(),
}));
const anything = z.unknown().refine((value) => value !== undefined, SCHEMA_FAULTS.nothing.en);

const amendment = z.lazy(() =>
  z.union([
    z.strictObject({ ...amendmentHead(), replace: leafTarget, expect: anything, with: anything }),
    z.strictObject({ ...amendmentHead(), add: leafTarget, expect: anything, with: anything }),
    z.strictObject({ ...amendmentHead(), insert: name, provision: provisionSchema }),
    z.strictObject({ ...amendmentHead(), repeal: z.strictObject(target), expect: anything }),
  ]),
);

/** A date of which the day, or day and month, may be left out; YAML reads a year alone as a number. */
const sourceDate = z.lazy(() =>
  z
    .union([z.string(), z.int()])
    .transform(String)
    .refine((value) => parseDay(firstDay(value)) !== undefined, SCHEMA_FAULTS.sourceDate.en),
);

function firstDay(value: string): string {
  return /^\d{4}$/.test(value) ? `${value}-01-01` : /^\d{4}-\d{2}$/.test(value) ? `${value}-01` : value;
}

const sources = z.lazy(() =>
  z.array(
    z.strictObject({
      source: name,
      kind: z.enum(SOURCE_KINDS),
      title: words,
      date: sourceDate.exactOptional(),
      copy: text.exactOptional(),
    }),
  ),
);

/** The source ledger as a rule file writes it. */
export const sourcesSchema: z.ZodType<Ledger> = z.lazy(() =>
  z.strictObject({
    reach: z.strictObject({ date: day, words }).exactOptional(),
    sources: sources.unwrap().min(1),
  }),
);

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Whether the official name of an act tells, in both languages, the day on which it was issued. */
function isOfItsDay({ official, issued }: Act): boolean {
  if (!official) return true;
  const [, day, month, year] = / ngày (\d{2})\/(\d{1,2})\/(\d{4}) của /u.exec(official.vi) ?? [];
  const [, dayEn, monthEn = '', yearEn] = / of (\d{1,2}) ([A-Z][a-z]+) (\d{4}) of /u.exec(official.en) ?? [];
  const iso = (parts: readonly (string | number | undefined)[]): string =>
    parts.map((part) => String(part).padStart(2, '0')).join('-');
  return iso([year, month, day]) === issued && iso([yearEn, MONTHS.indexOf(monthEn) + 1, dayEn]) === issued;
}

/** An act as a rule file writes it. */
export const actSchema: z.ZodType<Act> = z.lazy(() =>
  z
    .strictObject({
      act: name,
      kind: z.enum(['base', 'amending', 'guidance', 'guard']),
      title: words,
      subject: words,
      official: words.exactOptional(),
      issued: day,
      applies: day,
      sources: sources.unwrap().min(1).exactOptional(),
      provisions: z.array(provisionSchema).exactOptional(),
      amendments: z.array(amendment).exactOptional(),
    })
    .refine(isOfItsDay, { error: SCHEMA_FAULTS.official.en, path: ['official'] }),
);

/** Every key that a provision, a term or an amendment may have. */
export const ruleKeys: () => readonly string[] = once(() => [
  ...new Set([
    ...Object.keys({ ...head(), ...amendmentHead(), ...target, ...conditionShape(), ...termShape() }),
    ...[
      'kind',
      'leaf',
      'replace',
      'add',
      'insert',
      'repeal',
      'expect',
      'with',
      'provision',
      'months',
      'dong',
      'except',
    ],
    ...[...keysOfKind().values()].flat(),
  ]),
]);

/** The name of a kind; one that does not exist is told with the kinds that do, where it is used. */
const kindName = name as z.ZodType<string> as z.ZodType<ProvisionKind>;

/** A scheme as a rule file writes it. */
export const schemeSchema: z.ZodType<Scheme> = z.lazy(() =>
  z.strictObject({
    scheme: name,
    title: words,
    covers: z.strictObject({ from: day, until: day.exactOptional() }),
    dated: z.enum(['leaving', 'decision']).exactOptional(),
    acts: members,
    borrows: z
      .array(
        z.strictObject({
          act: name,
          at: z.array(text).min(1).exactOptional(),
          kinds: z.array(kindName).min(1).exactOptional(),
          except: z.array(name).min(1).exactOptional(),
          group: members.exactOptional(),
          certainty: certainty.exactOptional(),
        }),
      )
      .exactOptional(),
    routes: z.array(z.strictObject({ route: name, title: words, byName: z.boolean().exactOptional() })),
    ahead: z.array(kindName).min(1).exactOptional(),
    auto: z.int().min(1).exactOptional(),
    informs: z.literal('pension').exactOptional(),
    autoWhen: condition.exactOptional(),
  }),
);
