import { z } from 'zod';
import { parseDay, parseMonth } from '../base/calendar.ts';
import { scaled } from '../base/decimal.ts';
import { decimalFault, SCHEMA_FAULTS } from '../messages/rule-faults.ts';
import type { Act, Scheme } from './act.ts';
import type { Condition, Provision } from './provision.ts';
import {
  BASES,
  FACTS,
  GIVEN_KEYS,
  QUANTITIES,
  QUANTITY_PLACES,
  RATE_PLACES,
  YEAR_QUANTITIES,
  type FactName,
} from './vocabulary.ts';

const text = z.string().trim().min(1);
const words = z.strictObject({ vi: text, en: text });
const name = z.string().regex(/^[\p{Ll}\p{N}][\p{L}\p{N}.-]*$/u);
const certainty = z.enum(['A', 'B', 'C', 'D', 'U']);
const day = z.string().refine((value) => parseDay(value) !== undefined, SCHEMA_FAULTS.day.en);
const month = z.string().refine((value) => parseMonth(value) !== undefined, SCHEMA_FAULTS.month.en);
const age = z.string().regex(/^\d{2}-(0\d|1[01])$/, SCHEMA_FAULTS.age.en);
const months = z.int().min(0).max(1200);

/** A number of the law is a quoted decimal, never a float. */
const decimal = (places: number): z.ZodType<string> =>
  z.string().refine((value) => (scaled(value, places) ?? -1) >= 0, decimalFault(places).en);

const interval = <T extends z.ZodType>(bound: T): z.ZodType =>
  z
    .strictObject({
      atLeast: bound.optional(),
      above: bound.optional(),
      upTo: bound.optional(),
      under: bound.optional(),
    })
    .refine((value) => Object.keys(value).length > 0, SCHEMA_FAULTS.bound.en)
    .refine((value) => value.atLeast === undefined || value.above === undefined, SCHEMA_FAULTS.twoLower.en)
    .refine((value) => value.upTo === undefined || value.under === undefined, SCHEMA_FAULTS.twoUpper.en);

const years = z.union([z.int().min(0).max(100), decimal(QUANTITY_PLACES)]);
const members = z.array(name).min(1);

const factTest = (fact: FactName): z.ZodType => {
  const kind = FACTS[fact];
  if (kind === 'word') return members;
  if (kind === 'flag') return z.boolean();
  return interval(kind === 'count' ? z.int() : kind === 'years' ? years : day);
};

const facts = Object.fromEntries((Object.keys(FACTS) as FactName[]).map((fact) => [fact, factTest(fact).optional()]));

const conditionShape = {
  ...facts,
  class: z.record(name, members).optional(),
  reading: z.record(name, name).optional(),
  given: z.strictObject(Object.fromEntries(GIVEN_KEYS.map((key) => [key, z.boolean().optional()]))).optional(),
};

const condition: z.ZodType<Condition> = z.strictObject(conditionShape) as unknown as z.ZodType<Condition>;

const head = {
  id: name,
  at: text,
  certainty,
  title: words.optional(),
  from: day.optional(),
  until: day.optional(),
  when: condition.optional(),
  schemes: z.array(name).min(1).optional(),
};

const kind = <K extends string, S extends z.ZodRawShape>(literal: K, shape: S): z.ZodObject =>
  z.strictObject({ ...head, kind: z.literal(literal), ...shape }) as unknown as z.ZodObject;

const bands = z.array(
  z.strictObject({
    atLeast: months.optional(),
    above: months.optional(),
    upTo: months.optional(),
    under: months.optional(),
    years: decimal(QUANTITY_PLACES),
  }),
);

const term = z.strictObject({
  rate: decimal(RATE_PLACES),
  per: z.enum(QUANTITIES).optional(),
  above: years.optional(),
  upTo: years.optional(),
});

const percents = decimal(QUANTITY_PLACES);
const scale = z.string().regex(/^[A-Z][0-9](\.[0-9])?$|^[A-Z]$/, SCHEMA_FAULTS.scale.en);

const told = { when: condition, code: name, message: words };

/** A provision as a rule file writes it. */
export const provisionSchema: z.ZodType<Provision> = z.discriminatedUnion('kind', [
  kind('group', {
    group: name,
    title: words,
    regime: name,
    payTable: name,
    schedules: members,
    elsewhere: name.optional(),
  }),
  kind('subject', { when: condition }),
  kind('exclusion', told),
  kind('requirement', {
    route: name,
    require: z.strictObject({ ...conditionShape, notEntitled: name.optional() }),
    code: name,
    message: words,
  }),
  kind('notice', { ...told, severity: z.enum(['info', 'warning']) }),
  kind('pension-time', { months }),
  kind('retirement-age', {
    schedule: name,
    coversBirthsFrom: z.strictObject({ male: month, female: month }),
    lessMonths: months.optional(),
    ages: z.array(z.strictObject({ year: z.int().min(1900).max(2200), male: age, female: age })).min(1),
  }),
  kind('age-limit', {
    group: members,
    limits: z.array(z.strictObject({ ranks: z.array(text).min(1), years: z.int().min(1).max(99) })).min(1),
  }),
  kind('months-early', { pensionStartsAfterMonths: months, leavingMonth: z.enum(['counts', 'dropped']) }),
  kind('months-past', {}),
  kind('odd-months', { quantity: z.enum(YEAR_QUANTITIES), bands }),
  kind('service-time', { of: z.array(z.enum(['countable', 'publicSector'])).min(1) }),
  kind('term-months', { lastMonth: z.enum(['counts', 'dropped']), atLeastMonths: months }),
  kind('severance-months', { upToMonths: months }),
  kind('clock', {
    starts: z.union([z.literal('leaving.reorganisation'), day]),
    months,
    event: z.enum(['leaving.date', 'leaving.decided']),
    inside: name,
    outside: name,
  }),
  kind('term-end', {
    firstDay: z.enum(['not-counted', 'counted']),
    ends: z.literal('corresponding-day'),
    missingDay: z.literal('last-day-of-month'),
  }),
  kind('base-salary', { amount: decimal(0), since: month }),
  kind('base-salary-month', { monthsBefore: months }),
  kind('component', {
    component: z.string().regex(/^[a-z][A-Za-z]*$/),
    title: words,
    unit: z.enum(['coefficient', 'percent', 'dong']),
    required: z.boolean().optional(),
  }),
  kind('pay-scale', {
    scale,
    title: words,
    first: decimal(QUANTITY_PLACES),
    increment: decimal(QUANTITY_PLACES),
    steps: z.int().min(1).max(99),
  }),
  kind('over-frame', { scale: z.array(scale).min(1), afterMonths: months, percent: percents, yearly: percents }),
  kind('component-rate', {
    payTable: members,
    component: text,
    percent: percents.optional(),
    yearly: percents.optional(),
    fromYears: z.int().min(0).max(99).optional(),
  }),
  kind('percent-base', { payTable: members, components: z.array(text).min(1), of: z.array(text).min(1) }),
  kind('rounding', {
    of: z.enum(['component', 'line']),
    step: decimal(0).optional(),
    mode: z.enum(['half-up', 'half-even', 'up', 'down', 'none']),
  }),
  kind('class', { class: name, value: name, when: condition }),
  kind('benefit-title', { benefit: name, order: z.int(), route: name, title: words }),
  kind('benefit', {
    benefit: name,
    when: condition,
    base: z.enum(BASES),
    terms: z.array(term).min(1),
    cap: decimal(RATE_PLACES).optional(),
    most: z.strictObject({ base: z.enum(BASES), months: decimal(RATE_PLACES) }).optional(),
  }),
  kind('empty', { benefits: members, when: condition, message: words }),
  kind('interpretation', {
    interpretation: name,
    question: words,
    default: name,
    options: z.array(z.strictObject({ option: name, title: words, source: words })).min(2),
  }),
  kind('yield', { ...told, to: name }),
  kind('raise', { when: condition, message: words }),
  kind('pension-rate', { years: z.int().min(1).max(99), percent: percents, yearly: percents, most: percents }),
  kind('pension-cut', { yearly: percents }),
  kind('pension-surplus', { aboveYears: z.int().min(1).max(99), rate: decimal(RATE_PLACES) }),
  kind('top-up', { leavers: z.strictObject({ from: day, until: day }), version: day, message: words }),
]) as unknown as z.ZodType<Provision>;

const target = { act: name, provision: name, at: text };
const leafTarget = z.strictObject({ ...target, leaf: z.string().regex(/^\w+(\.[\w-]+)*$/) });
const amendmentHead = { at: text, certainty, from: day.optional() };
const anything = z.unknown().refine((value) => value !== undefined, SCHEMA_FAULTS.nothing.en);

const amendment = z.union([
  z.strictObject({ ...amendmentHead, replace: leafTarget, expect: anything, with: anything }),
  z.strictObject({ ...amendmentHead, add: leafTarget, expect: anything, with: anything }),
  z.strictObject({ ...amendmentHead, insert: name, provision: provisionSchema }),
  z.strictObject({ ...amendmentHead, repeal: z.strictObject(target), expect: anything }),
]);

/** An act as a rule file writes it. */
export const actSchema: z.ZodType<Act> = z.strictObject({
  act: name,
  kind: z.enum(['base', 'amending', 'guidance']),
  title: words,
  subject: words,
  issued: day,
  applies: day,
  provisions: z.array(provisionSchema).optional(),
  amendments: z.array(amendment).optional(),
}) as unknown as z.ZodType<Act>;

/** A scheme as a rule file writes it. */
export const schemeSchema: z.ZodType<Scheme> = z.strictObject({
  scheme: name,
  title: words,
  covers: z.strictObject({ from: day, until: day.optional() }),
  acts: members,
  borrows: z
    .array(
      z.strictObject({
        act: name,
        at: z.array(text).min(1).optional(),
        kinds: z.array(name).min(1).optional(),
        certainty: certainty.optional(),
      }),
    )
    .optional(),
  routes: z.array(z.strictObject({ route: name, title: words, byName: z.boolean().optional() })),
  auto: z.int().min(1).optional(),
}) as unknown as z.ZodType<Scheme>;
