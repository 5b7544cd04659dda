import type { Lang, Words } from '../base/text.ts';
import type { Case } from '../case/case.ts';
import { statedFacts } from '../engine/facts.ts';
import { isStated, QUANTITY, type StatedQuantity } from '../engine/measure/quantities.ts';
import { chosenReadings } from '../engine/readings.ts';
import type { Result } from '../engine/result.ts';
import { windowTitle } from '../law/clock-words.ts';
import type { Law } from '../law/law.ts';
import type { ClockProvision } from '../law/provision.ts';
import { holding } from '../law/select.ts';
import type { LawVersion } from '../law/version.ts';
import type { Layout } from './layout.ts';

/** How to write measures: for programs with the contract's words, or for people with theirs. */
export interface MeasureOptions {
  readonly layout: Layout;
  readonly law: Law;
  readonly lang: Lang;
  readonly words: 'codes' | 'titles';
}

/** Writes the measures of a result from a place on; gives the place behind them. */
export function measureWriter(
  options: MeasureOptions,
): (result: Result, cells: (string | null)[], from: number) => number {
  const { law, layout, words } = options;
  const window = windowWriter(options);
  const month = (text: string): string => (words === 'codes' ? text : `${text.slice(5)}/${text.slice(0, 4)}`);
  return (result, cells, from) => {
    const found = result.measures;
    const width = 4 + layout.quantities.length;
    if (!found) return from + width;
    cells[from] = found.monthlySalary;
    if (found.normalRetirement !== undefined) cells[from + 1] = month(found.normalRetirement);
    if (found.pensionStart !== undefined) cells[from + 2] = month(found.pensionStart);
    for (const [at, name] of layout.quantities.entries()) {
      const value = isStated(name) ? statedQuantity(law, result, name) : found[name];
      if (value !== undefined) cells[from + 3 + at] = String(value);
    }
    cells[from + width - 1] = window(result, found.window);
    return from + width;
  };
}

/** A quantity that follows from the case of a result alone, counted under the version that the result names. */
function statedQuantity(
  law: Law,
  { case: one, law: applied, options }: Result,
  name: StatedQuantity,
): number | undefined {
  if ((one.work === undefined && one.training === undefined) || applied.version === null) return undefined;
  const version = law.at(applied.scheme, applied.version);
  const group = version.ok ? version.value.group(one.person.group, one.person.paidLike) : undefined;
  if (!version.ok || !group) return undefined;
  const readings = { chosen: chosenReadings(version.value, options?.interpretations ?? {}) };
  const facts = statedFacts(one, group);
  return QUANTITY[name].measure({ law: version.value, one, facts, readings, age: undefined })?.value;
}

const NO_CLOCK: Words = { vi: 'không tính', en: 'no clock' };

/** Writes the time of leaving in the words of the clocks of the version that a result names. */
function windowWriter({ law, words, lang }: MeasureOptions): (result: Result, code: string) => string {
  const titles = new Map<string, string>();
  return (result, code) => {
    const { scheme, version } = result.law;
    if (words === 'codes') return code;
    if (code === 'none' || version === null) return NO_CLOCK[lang];
    const found = law.at(scheme, version);
    const clocks = found.ok ? clocksFor(found.value, result.case, code) : [];
    const key = `${code} ${clocks.map((clock) => clock.months).join(' ')}`;
    let word = titles.get(key);
    if (word === undefined) titles.set(key, (word = windowTitle(clocks, code)?.[lang] ?? code));
    return word;
  };
}

/** The clocks that have a side of that name; of those with different months the ones that can apply to the case. */
function clocksFor(version: LawVersion, one: Case, code: string): readonly ClockProvision[] {
  const rules = version.rules('clock').filter(({ provision }) => [provision.inside, provision.outside].includes(code));
  const group = version.group(one.person.group);
  const alike = rules.every(({ provision }) => provision.months === rules[0]?.provision.months);
  const applying = alike || !group ? [] : holding(rules, statedFacts(one, group));
  return (applying.length > 0 ? applying : rules).map(({ provision }) => provision);
}
