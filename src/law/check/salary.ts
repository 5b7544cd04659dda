import { DECIMAL_TEXT, scaled } from '../../base/decimal.ts';
import { monthOfDay, monthText, parseDay, parseMonth, type Day } from '../../base/calendar.ts';
import type { Scheme } from '../act.ts';
import type { PercentBaseProvision } from '../provision.ts';
import type { LawVersion, Rule } from '../version.ts';
import type { Defects } from './defect.ts';
import { place } from './routes.ts';

/** Proves that every percentage stands on exactly one base, and that base salaries and components are sound. */
export function checkSalary(law: LawVersion, scheme: Scheme, defects: Defects): void {
  const version = law.date;
  const tables = new Set(coveredGroups(law).map((rule) => rule.provision.payTable));
  const bases = law.rules('percent-base');
  for (const payTable of tables) {
    for (const rule of law.rules('component')) {
      const { component, unit } = rule.provision;
      if (unit !== 'percent') continue;
      const found = bases.filter(
        ({ provision: one }) => one.payTable.includes(payTable) && one.components.includes(component),
      );
      const ids = found.map((one) => one.id).join(', ');
      if (found.length !== 1) {
        const where = place(found[1] ?? rule);
        defects.add('percent-base', where, { component, payTable, count: found.length, ids }, { version });
      }
      if (standsOnItself(bases, payTable, component)) {
        defects.add('percent-cycle', place(found[0] ?? rule), { component, payTable, ids }, { version });
      }
    }
  }
  for (const rule of bases) {
    const used = rule.provision.payTable.some((payTable) => tables.has(payTable));
    if (!used) defects.add('unreachable', place(rule), { id: rule.id }, { version });
  }
  baseSalaries(law, scheme, defects);
}

/** The groups that some subject provision covers. */
export function coveredGroups(law: LawVersion): ReturnType<typeof law.rules<'group'>> {
  const subjects = law.rules('subject');
  return law
    .rules('group')
    .filter(({ provision: { group } }) =>
      subjects.some(({ provision }) => provision.when.group?.includes(group) ?? true),
    );
}

function standsOnItself(bases: readonly Rule<PercentBaseProvision>[], payTable: string, component: string): boolean {
  const seen = new Set<string>();
  const open = [component];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const { provision } of bases) {
      if (!provision.payTable.includes(payTable) || !provision.components.includes(name)) continue;
      for (const below of provision.of) {
        if (below === component) return true;
        if (!seen.has(below)) open.push(below);
        seen.add(below);
      }
    }
  }
  return false;
}

function baseSalaries(law: LawVersion, scheme: Scheme, defects: Defects): void {
  const version = law.date;
  const rules = law.rules('base-salary');
  const since = new Map<string, string>();
  for (const rule of rules) {
    const there = since.get(rule.provision.since);
    if (there !== undefined) {
      const params = { id: rule.id, other: there, what: `base-salary ${rule.provision.since}` };
      defects.add('twice-declared', place(rule), params, { version, other: there });
    }
    since.set(rule.provision.since, rule.id);
    const { amount } = rule.provision;
    const fine = typeof amount === 'string' && DECIMAL_TEXT.test(amount) && (scaled(amount, 0) ?? 0) > 0;
    if (!fine)
      defects.add('bad-decimal', place(rule), {
        id: rule.id,
        leaf: 'amount',
        value: JSON.stringify(amount),
        expected: '> 0',
      });
    if (parseMonth(rule.provision.since) === undefined) {
      defects.add('bad-date', place(rule), { id: rule.id, leaf: 'since', value: rule.provision.since });
    }
  }
  if (!law.rules('component').some((rule) => rule.provision.unit === 'coefficient')) return;
  const [which] = law.rules('base-salary-month');
  const [, second] = law.rules('base-salary-month');
  if (which && second) {
    const params = { id: second.id, other: which.id, what: 'base-salary-month' };
    defects.add('twice-declared', place(second), params, { version, other: which.id });
  }
  const start = parseDay(scheme.covers.from > law.date ? scheme.covers.from : law.date) as Day;
  const month = monthText(monthOfDay(start) - (which?.provision.monthsBefore ?? 0));
  if (![...since.keys()].some((from) => from <= month)) {
    const where = rules[0] ?? which;
    defects.add('no-base-salary', where ? place(where) : { act: '', at: '' }, { month }, { version });
  }
}
