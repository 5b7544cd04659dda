import { parseDay, type Day } from '../base/calendar.ts';
import type { Writable } from '../base/writable.ts';
import type { Case } from '../case/case.ts';
import type { Facts } from '../law/facts.ts';
import { select, type Readings } from '../law/select.ts';
import type { LawVersion } from '../law/version.ts';
import type { QuantityName } from '../law/vocabulary.ts';
import type { Report } from '../messages/report.ts';
import type { Measures } from './derivation.ts';
import { ageOf } from './measure/age.ts';
import { pensionTime } from './measure/pension-time.ts';
import { QUANTITY, QUANTITY_NAMES } from './measure/quantities.ts';
import type { Measuring } from './measure/quantity.ts';
import { windowOf, type ClockDates, type WindowFound } from './measure/window.ts';

/** Works out the measures of a case and adds them to the facts; undefined when an issue stands in the way. */
export function measure(
  law: LawVersion,
  one: Case,
  facts: Facts,
  readings: Readings,
  report: Report,
): { measures: Measures; clock: WindowFound } | undefined {
  const clock = clockOf(law, one, facts, readings, report);
  const aged = law.rules('months-early').length > 0;
  const age = aged ? ageOf(law, one, facts, readings, report) : undefined;
  if (aged && !age) return undefined;
  const measuring: Measuring = { law, one, facts, readings, age };
  const pension = pensionTime(measuring);
  facts.values.pensionEligible = pension?.eligible;
  const found: { [N in QuantityName]: unknown } = { ...NONE };
  for (const name of QUANTITY_NAMES) found[name] = QUANTITY[name].measure(measuring);
  const measures = found as Writable<Measures>;
  measures.retirement = age?.retirement;
  measures.pension = pension;
  measures.window = clock.window;
  return { measures, clock };
}

/** No measure yet; copies of it share one shape. */
const NONE = Object.fromEntries(
  [...QUANTITY_NAMES, 'retirement', 'pension', 'window'].map((name) => [name, undefined]),
) as Record<QuantityName, undefined>;

function clockOf(law: LawVersion, one: Case, facts: Facts, readings: Readings, report: Report): WindowFound {
  const { date, reorganisation, decided } = one.leaving;
  const dates: ClockDates = {
    leaving: parseDay(date) as Day,
    reorganisation: reorganisation === undefined ? undefined : parseDay(reorganisation),
    decided: decided === undefined ? undefined : parseDay(decided),
  };
  const found = windowOf(law, facts, readings, dates);
  const months = found.clock?.months ?? 0;
  if (found.lacking === 'reorganisation')
    report('reorganisation-missing', 'leaving.reorganisation', { months, next: months + 1 });
  if (found.lacking === 'decision') report('decision-missing', 'leaving.decided');
  facts.values.window = found.window?.name ?? 'none';
  return found;
}

/** Puts the case into the classes that the law defines (for example the point of Điều 7 khoản 2). */
export function classify(law: LawVersion, facts: Facts, readings: Readings): void {
  for (const [name, rules] of law.classes) facts.classes[name] = select(rules, facts, readings)?.provision.value;
}
