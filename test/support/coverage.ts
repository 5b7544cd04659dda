import { CASE_KEYS, type Law } from '../../src/index.ts';
import { about, outside, printsMoney, type About } from './outside.ts';

/** Where cases from outside touch the law, and where none does: the section of docs/verification.md. */

interface Told extends About {
  readonly kind: string;
  readonly money: boolean;
}

/** A group as some version of some scheme has it, with the pay table of its salaries. */
interface Group {
  readonly group: string;
  readonly payTable: string;
  readonly schemes: ReadonlySet<string>;
}

/** What a salary can be told by; the other keys are its components. */
const FORMS: readonly string[] = ['coefficient', 'scale', 'contract', 'monthly', 'allowance', 'average'];

const SALARY = 'salary.';

function toldCases(): Told[] {
  return outside().cases.map((one) => ({ ...about(one), kind: one.source.kind, money: printsMoney(one) }));
}

/** The schemes that pay, with their routes, as the rule files have them. */
function routesOf(law: Law): (readonly [scheme: string, route: string])[] {
  return [...law.schemes.values()].flatMap(({ scheme, routes }) => routes.map(({ route }) => [scheme, route] as const));
}

/** Every group of the rule files, in the order of its pay table. */
function groupsOf(law: Law): Group[] {
  const found = new Map<string, { payTable: string; schemes: Set<string> }>();
  for (const { scheme, routes } of law.schemes.values()) {
    if (routes.length === 0) continue;
    for (const { date } of law.versions(scheme)) {
      const version = law.at(scheme, date);
      if (!version.ok) continue;
      for (const { provision } of version.value.rules('group')) {
        if (!version.value.coversGroup(provision.group)) continue;
        const there = found.get(provision.group) ?? { payTable: provision.payTable, schemes: new Set() };
        there.schemes.add(scheme);
        found.set(provision.group, there);
      }
    }
  }
  const groups = [...found].map(([group, { payTable, schemes }]) => ({ group, payTable, schemes }));
  return groups.sort((a, b) => compare(a.payTable, b.payTable) || compare(a.group, b.group));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function byRoute(told: readonly Told[], law: Law): string {
  const rows = routesOf(law).map(([scheme, route]) => {
    const there = told.filter((one) => one.scheme === scheme && one.route === route);
    return [`\`${scheme}\``, `\`${route}\``, there.length, there.filter(({ money }) => money).length];
  });
  return table(['scheme', 'route', 'cases', 'with money'], rows);
}

function byGroup(told: readonly Told[], law: Law, groups: readonly Group[]): string {
  const schemes = [...new Set(routesOf(law).map(([scheme]) => scheme))];
  const rows = groups.map(({ group, payTable, schemes: of }) => [
    payTable,
    `\`${group}\``,
    ...schemes.map((scheme) => {
      const count = told.filter((one) => one.scheme === scheme && one.group === group).length;
      return of.has(scheme) || count > 0 ? count : '';
    }),
  ]);
  return table(['pay table', 'group', ...schemes.map((scheme) => `\`${scheme}\``)], rows);
}

function byPayTable(told: readonly Told[], groups: readonly Group[]): string {
  const payTables = [...new Set(groups.map(({ payTable }) => payTable))];
  const tableOf = new Map(groups.map(({ group, payTable }) => [group, payTable]));
  const rows = payTables.map((payTable) => {
    const there = told.filter(({ group }) => tableOf.get(group) === payTable);
    return [payTable, ...FORMS.map((form) => there.filter(({ salary }) => salary.includes(form)).length)];
  });
  return table(['pay table', ...FORMS.map((form) => `\`${form}\``)], rows);
}

/** The cells of the tables that hold nothing, by name. */
function untouched(told: readonly Told[], law: Law, groups: readonly Group[]): string {
  const routes = routesOf(law).filter(
    ([scheme, route]) => !told.some((one) => one.scheme === scheme && one.route === route),
  );
  const schemes = [...new Set(routesOf(law).map(([scheme]) => scheme))];
  const strangers = schemes.flatMap((scheme) => {
    const missing = groups.filter(
      ({ group, schemes: of }) => of.has(scheme) && !told.some((one) => one.scheme === scheme && one.group === group),
    );
    return missing.length === 0 ? [] : [`\`${scheme}\`: ${missing.map(({ group }) => group).join(', ')}`];
  });
  const keys = CASE_KEYS.flatMap(({ key }) => (key.startsWith(SALARY) ? [key.slice(SALARY.length)] : []));
  const silent = keys.filter((key) => !told.some(({ salary }) => salary.includes(key)));
  return [
    `- Routes: ${routes.map(([scheme, route]) => `\`${scheme}\` ${route}`).join('; ')}.`,
    ...strangers.map((line) => `- Groups of ${line}.`),
    `- Salary keys: ${silent.map((key) => `\`${key}\``).join(', ')}.`,
  ].join('\n');
}

/** The section, from `test/proof/cases/external.yaml` and the rule files. */
export function coverage(law: Law): string {
  const told = toldCases();
  const groups = groupsOf(law);
  const { ages, limits, scales, disputed, unused } = outside();
  const kinds = [...new Set(told.map(({ kind }) => kind))].map((kind) => {
    const count = told.filter((one) => one.kind === kind).length;
    return `${String(count)} ${kind}`;
  });
  const born = ages.flatMap(({ rows }) => rows).reduce((sum, { births }) => sum + between(births), 0);
  const limited = limits.flatMap(({ rows }) => rows).reduce((sum, { ranks }) => sum + (ranks?.length ?? 1), 0);
  const amounts = scales.flatMap(({ coefficients, grades = {} }) => [
    ...Object.values(coefficients),
    ...Object.values(grades).flat(),
  ]).length;
  return `${[
    `${String(told.length)} cases (${kinds.join(', ')}), of which ${String(told.filter(({ money }) => money).length)} print money and the others counts; ${String(born)} births are held against printed tables of ages, ${String(limited)} people against printed age limits, ${String(amounts)} salaries against printed salary tables. ${String(disputed.length)} printed claims are disputed and ${String(unused.length)} could not be used; both stand with their reasons in the file.`,
    byRoute(told, law),
    'Groups that a scheme does not cover are left blank.',
    byGroup(told, law, groups),
    'What the salary was told by; a person whose salary the source gives as a sum counts under `monthly`.',
    byPayTable(told, groups),
    'No case from outside touches these; here the two engines have only the digest to agree on, and the next fault is to be looked for here first:',
    untouched(told, law, groups),
  ].join('\n\n')}\n`;
}

function between([from, to]: readonly [string, string]): number {
  const [first, last] = [from, to].map((text) => {
    const [year = 0, month = 1] = text.split('-').map(Number);
    return year * 12 + month;
  });
  return (last ?? 0) - (first ?? 0) + 1;
}
