import { testsOf } from '../law/facts.ts';
import type { Condition, Interval, RequirementProvision } from '../law/provision.ts';
import { FACTS, type FactName } from '../law/vocabulary.ts';
import type { Rule } from '../law/version.ts';
import { monthOfDay, parseDay, type Day } from '../base/calendar.ts';
import { boundValue, factPhrase, factText, intervalText, phrases } from './conditions.ts';
import { actTitle, nameOf, type Context } from './context.ts';
import { formatCount, formatDate, formatDuration, formatMonth } from './format.ts';
import { FACT_LABELS } from './labels.ts';
import { leavingMonthAt } from './measure-steps.ts';
import { capital } from './steps.ts';

/** The tests of a condition that the case fails, one fact each. */
function failed(context: Context, condition: Condition): [fact: FactName, test: unknown][] {
  return Object.entries(condition).filter(([fact, test]) => {
    if (!Object.hasOwn(FACTS, fact)) return false;
    return testsOf({ [fact]: test } as Condition).some((one) => !one.holds(context.derivation.facts));
  }) as [FactName, unknown][];
}

/**
 * What would make a failed requirement hold, all else unchanged: the value it needs beside the one the case has, the
 * gap, and the leaving month where the calendar decides. Computed from the failed interval, whatever rule it stands in.
 */
export function requirementRemedies(context: Context, rule: Rule<RequirementProvision>): string[] {
  const { notEntitled, ...condition } = rule.provision.require;
  const found = failed(context, condition).flatMap(([fact, test]) => {
    if (fact === 'pensionEligible') return pensionRemedies(context);
    return FACTS[fact].kind === 'word' || FACTS[fact].kind === 'flag'
      ? [wordRemedy(context, fact, test)]
      : intervalRemedies(context, fact, test as Interval<number | string>);
  });
  return notEntitled === undefined ? found : [...found, ...entitledRemedy(context, notEntitled)];
}

function wordRemedy(context: Context, fact: FactName, test: unknown): string {
  const { say, derivation } = context;
  const own = derivation.facts.values[fact];
  const has = typeof own === 'string' ? nameOf(context, fact, own) : factPhrase(context, fact, own);
  const needs = factPhrase(context, fact, test);
  return say(`Cần ${needs}; hồ sơ là: ${has}.`, `It needs ${needs}; the case has: ${has}.`);
}

function intervalRemedies(context: Context, fact: FactName, interval: Interval<number | string>): string[] {
  const { say, derivation } = context;
  const value = derivation.facts.values[fact];
  const needs = intervalText(context, fact, interval);
  if (typeof value !== 'number')
    return [say(`Cần ${FACT_LABELS[fact].vi} ${needs}.`, `It needs ${FACT_LABELS[fact].en} ${needs}.`)];
  if (FACTS[fact].kind === 'day')
    return [say(`Cần ${FACT_LABELS[fact].vi} ${needs}.`, `It needs ${FACT_LABELS[fact].en} ${needs}.`)];
  const { least, most } = edges(fact, interval);
  const short = least !== undefined && value < least;
  const gap = factText(context, fact, short ? least - value : value - (most ?? value));
  const has = factText(context, fact, value);
  const remedies = [
    say(
      `Cần ${FACT_LABELS[fact].vi} ${needs}; hồ sơ có ${has}, ${short ? 'thiếu' : 'vượt'} ${gap}.`,
      `It needs ${FACT_LABELS[fact].en} ${needs}; the case has ${has}, ${gap} too ${short ? 'few' : 'many'}.`,
    ),
  ];
  return fact === 'monthsEarly'
    ? [...remedies, ...leavingRemedy(context, short ? least : (most ?? value), short)]
    : remedies;
}

/** The least and the greatest whole number of an interval, in the unit the engine compares. */
function edges(
  fact: FactName,
  { atLeast, above, upTo, under }: Interval<number | string>,
): { least: number | undefined; most: number | undefined } {
  const least =
    atLeast !== undefined ? boundValue(fact, atLeast) : above !== undefined ? boundValue(fact, above) + 1 : undefined;
  const most =
    upTo !== undefined ? boundValue(fact, upTo) : under !== undefined ? boundValue(fact, under) - 1 : undefined;
  return { least, most };
}

function leavingRemedy(context: Context, months: number, earlier: boolean): string[] {
  const { say } = context;
  const month = leavingMonthAt(context, months);
  return [
    earlier
      ? say(
          `Điều kiện này đạt nếu nghỉ chậm nhất trong tháng ${month}.`,
          `It would hold for leaving in ${month} at the latest.`,
        )
      : say(
          `Điều kiện này đạt nếu nghỉ sớm nhất từ tháng ${month}.`,
          `It would hold for leaving in ${month} at the earliest.`,
        ),
  ];
}

/** How much insurance time a pension needs, under this version of the law and under those that follow. */
function pensionRemedies(context: Context): string[] {
  const { say, derivation, lang } = context;
  const { pension, retirement } = derivation.measures;
  const { months = 0, rule } = pension ?? {};
  if (!rule)
    return [
      say(
        'Hồ sơ tự ghi chưa đủ điều kiện (insurance.pensionEligible).',
        'The case itself says so (insurance.pensionEligible).',
      ),
    ];
  const needs = rule.provision.months;
  const gap = formatCount(needs - months, 'month', lang);
  const leaving = monthOfDay(parseDay(derivation.case.leaving.date) as Day);
  const reached = leaving + needs - months;
  const month = formatMonth(reached, lang);
  const inTime = retirement !== undefined && reached <= retirement.ageMonth;
  return [
    say(
      `Cần từ đủ ${needs} tháng đóng BHXH (${formatDuration(needs, lang)}); hồ sơ có ${months} tháng, thiếu ${gap}.`,
      `It needs ${needs} months of insurance (${formatDuration(needs, lang)}); the case has ${months}, ${gap} too few.`,
    ),
    ...(inTime
      ? [
          say(
            `Nếu đóng liên tục thì đủ khi nghỉ từ tháng ${month}.`,
            `With unbroken insurance it would be enough for leaving in ${month} or later.`,
          ),
        ]
      : []),
    ...laterThreshold(context, rule.id, months),
  ];
}

/** The first later version of the law whose lower threshold the case meets as it stands. */
function laterThreshold(context: Context, id: string, months: number): string[] {
  const { law, derivation, say, lang } = context;
  for (const { date } of law.versions(derivation.law.scheme)) {
    if (date <= derivation.law.date) continue;
    const found = law.at(derivation.law.scheme, date);
    const rule = found.ok ? found.value.rules('pension-time').find((one) => one.id === id) : undefined;
    if (!rule || rule.provision.months > months) continue;
    const needs = rule.provision.months;
    const by = rule.source.changes.at(-1)?.act;
    const act = by === undefined ? '' : ` (${actTitle(law, by, lang)})`;
    return [
      say(
        `Từ ngày ${formatDate(date, lang)} chỉ cần từ đủ ${needs} tháng${act}: nghỉ từ ngày đó thì đủ.`,
        `From ${date} on ${needs} months are enough${act}: leaving from that day on it would hold.`,
      ),
    ];
  }
  return [];
}

function entitledRemedy(context: Context, route: string): string[] {
  const { say, derivation } = context;
  const entitled = derivation.routes.find((one) => one.route === route)?.entitled ?? true;
  if (!entitled) return [];
  const title = nameOf(context, 'route', route);
  return [
    say(
      `Tính theo chính sách ${title}: leaving.route: ${route} (hoặc auto).`,
      `Compute it as ${title}: leaving.route: ${route} (or auto).`,
    ),
  ];
}

/** What would lift an exclusion: any one of its tests no longer holding. */
export function exclusionRemedies(context: Context, condition: Condition): string[] {
  const { say } = context;
  const words = phrases(context, condition).map((phrase) => phrase.text);
  const list = words.map((text) => `"${text}"`).join(say(' hoặc ', ' or '));
  return [
    capital(
      say(`sẽ được xem xét khi không còn: ${list}.`, `it would be considered once this no longer holds: ${list}.`),
    ),
  ];
}

/** A condition that keeps the case from being paid: its words, what would change it, and its rule. */
export interface Obstacle {
  readonly code: string;
  readonly text: string;
  readonly remedies: readonly string[];
  readonly rule: Rule;
}

/** Every exclusion that holds and every requirement that fails, of all routes that were tried. */
export function obstacles(context: Context): Obstacle[] {
  const { derivation, lang } = context;
  const excluded = derivation.excluded.map((rule) => ({
    code: rule.provision.code,
    text: rule.provision.message[lang],
    remedies: exclusionRemedies(context, rule.provision.when),
    rule,
  }));
  const failed = derivation.routes.flatMap(({ route, requirements }) =>
    requirements
      .filter((one) => !one.met)
      .map(({ rule }) => ({
        code: rule.provision.code,
        text: `${capital(nameOf(context, 'route', route))}: ${rule.provision.message[lang]}`,
        remedies: requirementRemedies(context, rule),
        rule,
      })),
  );
  return [...excluded, ...failed];
}
