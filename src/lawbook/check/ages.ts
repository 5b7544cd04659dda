import { parseMonth } from '../../base/calendar.ts';
import { folded } from '../../base/text.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import type { AgeLimitProvision, LimitAge, RankLimit, RetirementAgeProvision } from '../../law/provision.ts';
import { holds } from '../../law/select.ts';
import { axesFor } from '../space/axes.ts';
import { cellsOf, factsOf, NO_READINGS } from '../space/cells.ts';
import { withDependencies } from '../space/conditions.ts';
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
    const first = bySchedule.get(rule.provision.schedule);
    if (first) {
      const params = { id: rule.id, other: first.id, what: `schedule ${rule.provision.schedule}` };
      defects.add('twice-declared', place(rule), params, { version, other: first.id });
    }
    bySchedule.set(rule.provision.schedule, rule);
    table(rule, defects, version);
  }
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
  limitTables(law, defects, version);
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

/**
 * Proves the tables of age limits: for each group, sex and rank exactly one limit in every case that their conditions
 * tell apart, ages by calendar year that never fall, tables of ages that there are.
 */
function limitTables(law: LawVersion, defects: Defects, version: string): void {
  const rules = law.rules('age-limit');
  const conditions = conditionsOfAll(law, rules);
  const reported = new Set<string>();
  for (const cell of cellsOf(law, axesFor([law], conditions), { window: false })) {
    const facts = factsOf(law, cell, NO_READINGS);
    const seen = new Map<string, string>();
    for (const rule of rules) {
      if (!holds(rule, facts)) continue;
      for (const group of rule.provision.group) {
        for (const { ranks = [''] } of rule.provision.limits) {
          for (const name of ranks.map(folded)) {
            const other = seen.get(`${group} ${name}`);
            seen.set(`${group} ${name}`, rule.id);
            if (other === undefined || reported.has(`${rule.id} ${name}`)) continue;
            reported.add(`${rule.id} ${name}`);
            const what = name === '' ? group : name;
            defects.add('twice-declared', place(rule), { id: rule.id, other, what }, { version, other });
          }
        }
      }
    }
  }
  for (const rule of rules) for (const row of rule.provision.limits) limitRow(law, rule, row, defects, version);
}

function conditionsOfAll(
  law: LawVersion,
  rules: readonly Rule<AgeLimitProvision>[],
): ReturnType<typeof withDependencies> {
  return withDependencies(
    law,
    rules.map(({ provision }) => provision),
  );
}

function limitRow(
  law: LawVersion,
  rule: Rule<AgeLimitProvision>,
  row: RankLimit,
  defects: Defects,
  version: string,
): void {
  for (const sex of SEXES) {
    const limit = row[sex];
    if (typeof limit === 'string') continue;
    if (!Array.isArray(limit)) {
      const { schedule } = limit as Exclude<LimitAge, string | readonly unknown[]>;
      if (!law.rules('retirement-age').some(({ provision }) => provision.schedule === schedule))
        defects.add('no-ages', place(rule), { what: schedule }, { version });
      continue;
    }
    limit.forEach(({ year, age }: { year: number; age: string }, index: number) => {
      const before = (limit as { year: number; age: string }[])[index - 1];
      if (!before) return;
      if (year !== before.year + 1)
        defects.add('ages-not-contiguous', place(rule), { id: rule.id, year: before.year, next: year }, { version });
      if ((monthsOf(age) ?? 0) < (monthsOf(before.age) ?? 0))
        defects.add('age-not-rising', place(rule), { id: rule.id, sex, year, age }, { version });
    });
  }
}
