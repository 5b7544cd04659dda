import { describe, expect, test } from 'vitest';
import { builtinLaw, loadLaw, type Law } from '../../src/index.ts';
import { workSalary } from '../../src/audit/salary/components.ts';
import { FORMS } from './model.ts';
import { ruleSources } from '../support/rules.ts';

/** What an audit of form I.5 works out for people of every pay table, years of service from none to thirty. */
function salaries(law: Law): string[] {
  const dates = law.versions(FORMS['I.5'].scheme).map(({ date }) => date);
  const people = [
    { group: 'civil-servant', soldier: false },
    { group: 'army-officer', soldier: true },
  ];
  return dates.flatMap((leaving) =>
    people.flatMap((who) =>
      Array.from({ length: 31 }, (_, years) => {
        const enlisted = `${Number(leaving.slice(0, 4)) - years}${leaving.slice(4, 7)}`;
        const stated = {
          coefficient: '8',
          retained: '0',
          positionAllowance: '0',
          responsibility: '0%',
          specific: '0%',
        };
        const given = { leaving, ...who, enlisted, stated, drawsPublicService: true };
        const worked = workSalary(FORMS['I.5'], given, { law });
        return typeof worked === 'string' ? worked : worked.salary.amount.toFixed();
      }),
    ),
  );
}

/** Every number of every rate in the rule files: the act, the rule, the leaf, the number. */
const LEAVES = [...builtinLaw().acts.values()].flatMap(({ act, provisions = [] }) =>
  provisions.flatMap((one) =>
    one.kind === 'component-rate'
      ? (['percent', 'yearly', 'fromYears'] as const).flatMap((leaf) =>
          one[leaf] === undefined ? [] : [[act, one.id, leaf, String(one[leaf])] as const],
        )
      : [],
  ),
);

describe('a rate of a salary component', () => {
  const right = salaries(builtinLaw());

  test.each(LEAVES)('of %s, %s %s, is read: another number gives another salary', (act, id, leaf, value) => {
    const sources = ruleSources().map((one) => {
      if (!one.file.endsWith(`${act}.yaml`)) return one;
      const at = one.text.indexOf(`- id: ${id}\n`);
      const edited = one.text
        .slice(at)
        .replace(new RegExp(`${leaf}: "?${value}"?`), (text) => text.replace(value, String(Number(value) + 1)));
      expect(edited).not.toBe(one.text.slice(at));
      return { ...one, text: one.text.slice(0, at) + edited };
    });
    const loaded = loadLaw(sources);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
    expect(salaries(loaded.value.law)).not.toEqual(right);
  });

  test('is stated for somebody', () => {
    expect(LEAVES.length).toBeGreaterThan(3);
  });
});
