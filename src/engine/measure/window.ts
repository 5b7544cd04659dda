import { correspondingDay, dayBefore, parseDay, type Day } from '../../base/calendar.ts';
import type { Facts } from '../../law/facts.ts';
import type { ClockProvision, ClockStart, TermEndProvision } from '../../law/provision.ts';
import { consult, holding, read, type Readings } from '../../law/select.ts';
import type { LawVersion, Rule } from '../../law/version.ts';

/** The dates a clock may look at. */
export interface ClockDates {
  readonly leaving: Day;
  readonly reorganisation: Day | undefined;
  readonly decided: Day | undefined;
}

/** Where the case stands in its term. */
export interface Window {
  readonly name: string;
  readonly rule: Rule<ClockProvision>;
  readonly termRule: Rule<TermEndProvision> | undefined;
  readonly start: Day;
  /** The last day inside the term. */
  readonly end: Day;
  readonly event: Day;
}

/** What the clock lacks. */
export type Lacking = 'reorganisation' | 'decision';

/** The window of a case; undefined when no clock applies; or the date that is lacking. */
export interface WindowFound {
  readonly window?: Window;
  readonly lacking?: Lacking;
  /** The clock that lacks it. */
  readonly clock?: ClockProvision;
  /** Another reading would look at a date that the case does not give. */
  readonly otherLacks?: Lacking;
}

/** Whether the event falls in the first months of the term, by the clock that applies (thời điểm nghỉ). */
export function windowOf(law: LawVersion, facts: Facts, readings: Readings, dates: ClockDates): WindowFound {
  const candidates = holding(law.rules('clock'), facts);
  const chosen = candidates.find((rule) => read(rule, readings));
  if (!chosen) return {};
  const found = place(law, chosen, dates);
  if (typeof found === 'string') return { lacking: found, clock: chosen.provision };
  let otherLacks: Lacking | undefined;
  for (const other of candidates) {
    if (other === chosen) continue;
    const alternative = place(law, other, dates);
    if (typeof alternative === 'string') otherLacks = alternative;
    else if (alternative.name !== found.name) consult(other, readings);
  }
  return { window: found, ...(otherLacks ? { otherLacks } : {}) };
}

/** The dates that a term begins on, the later of them; the names and days of the rule. */
export function startsOfClock(starts: ClockStart): readonly string[] {
  return typeof starts === 'string' ? [starts] : starts.later;
}

/** The day a term begins; undefined where the case does not give a date that it needs. */
function startOf(starts: ClockStart, dates: ClockDates): Day | undefined {
  let start: Day | undefined;
  for (const one of startsOfClock(starts)) {
    const day = one === 'leaving.reorganisation' ? dates.reorganisation : parseDay(one);
    if (day === undefined) return undefined;
    if (start === undefined || day > start) start = day;
  }
  return start;
}

function place(law: LawVersion, rule: Rule<ClockProvision>, dates: ClockDates): Window | Lacking {
  const { starts, months, event: what, inside, outside } = rule.provision;
  const start = startOf(starts, dates);
  if (start === undefined) return 'reorganisation';
  const [termRule] = law.rules('term-end');
  const corresponding = correspondingDay(start, months);
  const end = termRule?.provision.firstDay === 'counted' ? dayBefore(corresponding) : corresponding;
  const at = (event: Day): Window => ({ name: event <= end ? inside : outside, rule, termRule, start, end, event });
  if (what === 'leaving.date') return at(dates.leaving);
  if (dates.decided !== undefined) return at(dates.decided);
  // The decision comes before the leaving: a leaving inside the term settles it.
  return dates.leaving <= end ? at(dates.leaving) : 'decision';
}
