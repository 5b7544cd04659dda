import { describe, expect, test } from 'vitest';
import { builtinLaw } from '../../../src/index.ts';
import { noFacts } from '../../../src/law/facts.ts';
import { limitMonth, retirementMonth } from '../../../src/engine/measure/retirement.ts';
import { monthText } from '../oracle/calendar.ts';
import { ageMonth, retirementMonth as retirementOf } from '../oracle/retirement.ts';
import { person } from '../oracle/people.ts';
import { spansOf } from './leaves.ts';

/** Every month of birth against the retirement ages of Decree 135/2020, in every version of the law. */

const FIRST = 1955 * 12;
const LAST = 1985 * 12;
const SEXES = ['male', 'female'] as const;
const SCHEDULES = ['normal', 'reduced'] as const;

/** Every version of every scheme that has the tables, its own or an act that it names. */
const spans = [...builtinLaw().schemes.keys()]
  .flatMap((scheme) => spansOf(builtinLaw(), scheme))
  .filter(({ version }) => version.rules('retirement-age').length > 0);

test('every scheme that pays has the tables', () => {
  const paying = [...builtinLaw().schemes.values()].filter(({ routes }) => routes.length > 0);
  expect([...new Set(spans.map(({ version }) => version.scheme))].sort()).toEqual(
    paying.map(({ scheme }) => scheme).sort(),
  );
});

describe.each(spans)('retirement ages in $version.scheme $version.date', ({ version }) => {
  test.each(SEXES.flatMap((sex) => SCHEDULES.map((schedule) => [sex, schedule] as const)))(
    '%s, %s: every birth from 1955 to 1984',
    (sex, schedule) => {
      for (let birth = FIRST; birth < LAST; birth += 1) {
        const found = retirementMonth(version, schedule, sex, birth);
        const ours = found && 'ageMonth' in found ? found.ageMonth : undefined;
        expect(ours, monthText(birth)).toBe(ageMonth(sex, birth, schedule));
      }
    },
  );

  test('the ages go up at each year switch of the tables, and the first birth covered is the first', () => {
    for (const { provision } of version.rules('retirement-age')) {
      for (const sex of SEXES) {
        const reached = (birth: number): number | undefined => {
          const found = retirementMonth(version, provision.schedule, sex, birth);
          return found && 'ageMonth' in found ? found.ageMonth : undefined;
        };
        const [year = 0, month = 0] = provision.coversBirthsFrom[sex].split('-').map(Number);
        const first = year * 12 + month - 1;
        expect([reached(first - 1), reached(first) === undefined]).toEqual([undefined, false]);
        const jumps = new Set<number>();
        for (let birth = first; birth < LAST; birth += 1) {
          const [one = 0, next = 0] = [reached(birth), reached(birth + 1)];
          if (next - one !== 1) jumps.add(Math.floor(one / 12));
        }
        const switches = provision.ages.filter((row, index) => row[sex] !== provision.ages[index + 1]?.[sex]);
        expect([...jumps]).toEqual(switches.slice(0, -1).map((row) => row.year));
      }
    }
  });
});

/** Versions with limits of the forces. */
const limited = spans.filter(({ version }) => version.rules('age-limit').length > 0);

/** Days of decision on both sides of each law of age limits. */
const DECIDED = ['2023-08-14', '2023-08-15', '2024-11-30', '2024-12-01', '2025-02-01'];

/** Births that reach a limit of the forces in the years of the schemes, and some on both sides. */
const BIRTHS = Array.from({ length: 22 * 12 }, (_, month) => 1960 * 12 + month);

test('the forces have limits', () => {
  expect(limited.map(({ version }) => version.scheme)).toContain('nd178');
});

describe.each(limited)('age limits in $version.scheme $version.date', ({ version }) => {
  const groups = new Set(version.rules('age-limit').flatMap(({ provision }) => provision.group));
  test.each([...groups])('%s: every rank, sex, law and birth from 1960 to 1981', (name) => {
    const of = version.group(name)?.provision.of;
    const who = of ? { group: of.group, paidLike: of.paidLike } : { group: name };
    const rows = version
      .rules('age-limit')
      .flatMap(({ provision }) => (provision.group.includes(name) ? provision.limits : []));
    const compare = (rank: string, births: readonly number[]): void => {
      for (const decided of DECIDED) {
        const facts = noFacts();
        facts.values.settlingDate = Number(decided.replaceAll('-', ''));
        for (const sex of SEXES) {
          const one = person({ person: { ...who, sex, rank }, leaving: { decided }, age: { schedule: 'limit' } });
          for (const birth of births) {
            const found = limitMonth(version, facts, { group: name, rank, sex, birth });
            const ours =
              'ageMonth' in found ? found.ageMonth : 'coveredFrom' in found ? 'birth-before-tables' : undefined;
            const theirs = retirementOf({ ...one, person: { ...one.person, birth: monthText(birth) } });
            if (ours !== theirs) expect(ours, `${decided} ${rank} ${sex} ${monthText(birth)}`).toBe(theirs);
          }
        }
      }
    };
    for (const { ranks: [first = 'đại tá', ...others] = [] } of rows) {
      compare(first, BIRTHS);
      for (const rank of others) compare(rank, [BIRTHS[100] ?? 0]);
    }
    expect(rows.length).toBeGreaterThan(0);
  });
});
