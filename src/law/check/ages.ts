import { parseMonth } from '../../base/calendar.ts';
import { folded } from '../../base/text.ts';
import type { LawVersion, Rule } from '../version.ts';
import type { AgeLimitProvision, RetirementAgeProvision } from '../provision.ts';
import type { Defects } from './defect.ts';
import { place } from './routes.ts';
import { coveredGroups } from './salary.ts';

const AGE = /^(\d{2})-(\d{2})$/;
const SEXES = ['male', 'female'] as const;

/** Proves the tables of retirement ages: years in a row, ages that never fall, one table for each schedule. */
export function checkAges(law: LawVersion, defects: Defects): void {
  const version = law.date;
  const rules = law.rules('retirement-age');
  const bySchedule = new Map<string, Rule<RetirementAgeProvision>>();
  for (const rule of rules) {
    const there = bySchedule.get(rule.provision.schedule);
    if (there) {
      const params = { id: rule.id, other: there.id, what: `schedule ${rule.provision.schedule}` };
      defects.add('twice-declared', place(rule), params, { version, other: there.id });
    }
    bySchedule.set(rule.provision.schedule, rule);
    table(rule, defects, version);
  }
  const limits = law.rules('age-limit');
  for (const group of coveredGroups(law)) {
    for (const schedule of group.provision.schedules) {
      // A limit may always be given with the case; tables of limits are a convenience.
      if (schedule === 'limit' || bySchedule.has(schedule)) continue;
      defects.add('no-ages', place(group), { what: schedule }, { version });
    }
  }
  const used = new Set(law.rules('group').flatMap((rule) => rule.provision.schedules));
  for (const rule of rules) {
    if (!used.has(rule.provision.schedule)) {
      defects.add('unused-provision', place(rule), { id: rule.id, what: rule.provision.schedule }, { version });
    }
  }
  for (const rule of limits) ranks(rule, limits, defects, version);
}

function table(rule: Rule<RetirementAgeProvision>, defects: Defects, version: string): void {
  const { ages, coversBirthsFrom, lessMonths = 0 } = rule.provision;
  ages.forEach((row, index) => {
    const before = ages[index - 1];
    if (before && row.year !== before.year + 1) {
      defects.add('ages-not-contiguous', place(rule), { id: rule.id, year: before.year, next: row.year }, { version });
    }
    for (const sex of SEXES) {
      const age = monthsOf(row[sex]);
      const earlier = before ? (monthsOf(before[sex]) ?? 0) : 0;
      if (age !== undefined && age >= earlier) continue;
      defects.add('age-not-rising', place(rule), { id: rule.id, sex, year: row.year, age: row[sex] }, { version });
    }
  });
  const [first] = ages;
  for (const sex of SEXES) {
    const birth = coversBirthsFrom[sex];
    const month = parseMonth(birth);
    if (month === undefined)
      defects.add('bad-date', place(rule), { id: rule.id, leaf: `coversBirthsFrom.${sex}`, value: birth });
    else if (first && month + (monthsOf(first[sex]) ?? 0) - lessMonths < first.year * 12) {
      defects.add('age-coverage', place(rule), { id: rule.id, sex, birth }, { version });
    }
  }
}

/** An age written `YY-MM`, in months. */
function monthsOf(age: string): number | undefined {
  const found = AGE.exec(age);
  if (!found || Number(found[2]) > 11) return undefined;
  return Number(found[1]) * 12 + Number(found[2]);
}

function ranks(
  rule: Rule<AgeLimitProvision>,
  all: readonly Rule<AgeLimitProvision>[],
  defects: Defects,
  version: string,
): void {
  const seen = new Map<string, string>();
  for (const other of all) {
    if (!other.provision.group.some((group) => rule.provision.group.includes(group))) continue;
    for (const { ranks: names, years } of other.provision.limits) {
      if (!Number.isInteger(years) || years < 1 || years > 99) {
        defects.add('bad-bound', place(other), {
          id: other.id,
          value: String(years),
          fact: 'years',
          expected: '1 – 99',
        });
      }
      for (const name of names.map(folded)) {
        const there = seen.get(name);
        if (there !== undefined) {
          defects.add(
            'twice-declared',
            place(other),
            { id: other.id, other: there, what: name },
            { version, other: there },
          );
        }
        seen.set(name, other.id);
      }
    }
  }
}
