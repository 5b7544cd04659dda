import { DECIMAL_TEXT, scaled } from '../../base/decimal.ts';
import { monthOfDay, monthText, parseDay, parseMonth, type Day } from '../../base/calendar.ts';
import type { Scheme } from '../../law/act.ts';
import { admits } from '../../law/facts.ts';
import type { PercentBaseProvision } from '../../law/provision.ts';
import { read } from '../../law/select.ts';
import { readingChoices } from '../space/cells.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
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
      const all = bases.filter(
        ({ provision: one }) => one.payTable.includes(payTable) && one.components.includes(component),
      );
      for (const chosen of readingChoices(law, questionsAsked(all))) {
        const found = all.filter((one) => read(one, { chosen }));
        const ids = found.map((one) => one.id).join(', ');
        if (found.length !== 1) {
          const where = place(found[1] ?? rule);
          defects.add('percent-base', where, { component, payTable, count: found.length, ids }, { version });
          break;
        }
        const open = bases.filter((one) => one.readings.every(([id, option]) => (chosen.get(id) ?? option) === option));
        if (standsOnItself(open, payTable, component)) {
          defects.add('percent-cycle', place(found[0] ?? rule), { component, payTable, ids }, { version });
          break;
        }
      }
    }
  }
  for (const rule of bases) {
    const used = rule.provision.payTable.some((payTable) => tables.has(payTable));
    if (!used) defects.add('unreachable', place(rule), { id: rule.id }, { version });
  }
  componentsOnce(law, defects);
  baseSalaries(law, scheme, defects);
}

/** Under every choice of readings a component is declared once at most. */
function componentsOnce(law: LawVersion, defects: Defects): void {
  for (const name of new Set(law.rules('component').map(({ provision }) => provision.component))) {
    const rules = law.components(name);
    for (const chosen of readingChoices(law, questionsAsked(rules))) {
      const [one, two] = rules.filter((rule) => read(rule, { chosen }));
      if (!one || !two) continue;
      const params = { id: two.id, other: one.id, what: `component ${name}` };
      defects.add('twice-declared', place(two), params, { version: law.date, other: one.id });
      break;
    }
  }
}

/** The groups that some subject provision covers. */
export function coveredGroups(law: LawVersion): ReturnType<typeof law.rules<'group'>> {
  const subjects = law.rules('subject');
  return law
    .rules('group')
    .filter(({ provision: { group } }) => subjects.some(({ provision }) => admits(provision.when.group, group)));
}

/** The open questions that these rules hang on. */
function questionsAsked(rules: readonly Rule[]): Set<string> {
  return new Set(rules.flatMap((rule) => rule.readings.map(([id]) => id)));
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
    const earlier = since.get(rule.provision.since);
    if (earlier !== undefined) {
      const params = { id: rule.id, other: earlier, what: `base-salary ${rule.provision.since}` };
      defects.add('twice-declared', place(rule), params, { version, other: earlier });
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
  if (!which) defects.add('no-base-salary-month', { act: '', at: '' }, {}, { version });
  const start = parseDay(scheme.covers.from > law.date ? scheme.covers.from : law.date) as Day;
  const month = monthText(monthOfDay(start) - (which?.provision.monthsBefore ?? 0));
  if (![...since.keys()].some((from) => from <= month)) {
    const where = rules[0] ?? which;
    defects.add('no-base-salary', where ? place(where) : { act: '', at: '' }, { month }, { version });
  }
}
