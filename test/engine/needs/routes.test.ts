import { describe, expect, test } from 'vitest';
import { calculate, type CalculateOptions, type Law } from '../../../src/index.ts';
import { calculation } from '../../../src/engine/calculate.ts';
import { builtinActs, builtinSchemes } from '../../../src/law/builtin.ts';
import { buildLaw } from '../../../src/law/law.ts';
import { lawWith } from '../../support/altered.ts';

/** Which routes a case may take when it names none, and what is told of a route that is not for its group. */

const ONE = {
  person: { sex: 'male', birth: '1975-01', group: 'civil-servant' },
  leaving: { route: 'auto', date: '2026-01-01', reorganisation: '2025-10-01' },
  insurance: { years: 12 },
  salary: { monthly: '10000000' },
};

function told(change: object, options: CalculateOptions): string {
  const found = calculate({ ...ONE, ...change }, { lang: 'en', ...options });
  if (!found.ok) return found.issues.map(({ code, path, message }) => `${code} ${path}: ${message}`).join();
  const { outcome, route, total } = found.value;
  return `${outcome} ${route ?? 'none'} ${total}`;
}

describe('a case that names no route', () => {
  test('must name one where the scheme has several, none of which is taken unasked', () => {
    expect(told({}, { scheme: 'nd178-12' })).toBe(
      'route-must-be-named leaving.route: Route (leaving.route): scheme "Secondment allowances, Điều 12 of Decree 178/2024/NĐ-CP (nd178-12)" does not choose a route by itself; ' +
        'give one of: Secondment to a commune (secondment-commune), From a central body to a province (secondment-province).',
    );
  });

  test('takes the only route there is, though it is one to be named', () => {
    const schemes = builtinSchemes().map((one) =>
      one.scheme === 'nd178-11' ? { ...one, routes: one.routes.map((each) => ({ ...each, byName: true })) } : one,
    );
    const post = { post: { termEnds: '2026-12-31' }, salary: { coefficient: '4', positionAllowance: '0.5' } };
    // 12 months of 0.5 × 2,340,000
    expect(told(post, { scheme: 'nd178-11' })).toBe('paid retained-leadership 14040000');
    expect(told(post, { scheme: 'nd178-11', law: buildLaw(builtinActs(), schemes) })).toBe(
      'paid retained-leadership 14040000',
    );
  });

  test('takes none that is to be named, also when no other is for its group', () => {
    const law = lawWith({
      ...Object.fromEntries(
        ['title.early-years', 'title.service', 'title.job-search', 'title.severance-service'].map((id) => [id, null]),
      ),
      'requirement.severance.before-age': { require: { monthsEarly: { atLeast: 999 } } },
    });
    expect(told({}, { scheme: 'nd154', law })).toBe('nothing none 0');
    expect(told({ leaving: { ...ONE.leaving, route: 'transfer' } }, { scheme: 'nd154', law })).toMatch(
      /^paid transfer/,
    );
  });
});

describe('a route that is not for the group', () => {
  const part = { ...ONE.person, group: 'commune-part-time' };
  const covers = (id: string): Law =>
    lawWith({ [id]: { when: { impact: ['direct'], group: ['commune-part-time', 'civil-servant'] } } });

  test('is told with those that are', () => {
    const change = { person: part, leaving: { ...ONE.leaving, route: 'severance' } };
    expect(told(change, { scheme: 'nd178', law: covers('subject.2-3') })).toBe(
      'group-not-in-route leaving.route: The route "Severance (severance)" does not cover the group "part-time commune staff (commune-part-time)". It may take: Early retirement (early-retirement).',
    );
  });

  test('is told alone where there are none', () => {
    const leaving = { ...ONE.leaving, route: 'retained-leadership' };
    const change = { person: part, leaving, post: { termEnds: '2026-12-31' } };
    expect(told(change, { scheme: 'nd178-11', law: covers('subject.11') })).toBe(
      'group-not-in-route leaving.route: The route "Leadership allowance kept (retained-leadership)" does not cover the group "part-time commune staff (commune-part-time)".',
    );
  });

  test('a group may name the scheme that covers it, whatever other schemes do', () => {
    const law = lawWith({ 'group.commune-part-time': { elsewhere: 'nq07' } });
    expect(told({ person: part }, { scheme: 'nd178', law })).toBe(
      'group-not-covered person.group: The group "part-time commune staff (commune-part-time)" is not covered by "Policy of Decree 178/2024/NĐ-CP (nd178)" in its version 2025-07-01. See scheme "Policy of Resolution 07/2025/NQ-CP (nq07)".',
    );
  });
});

test('a group that was covered once is not promised a day in the past', () => {
  const law = lawWith({ 'subject.cadres': { until: '2025-06-30' } });
  const cadre = { person: { ...ONE.person, group: 'cadre' } };
  expect(told(cadre, { scheme: 'nd177', law })).toBe(
    'group-not-covered person.group: The group "cadre" is not covered by "Not re-elected or reappointed, Decree 177/2024/NĐ-CP (nd177)" in its version 2025-07-01. See scheme "Policy of Decree 178/2024/NĐ-CP (nd178)".',
  );
});

test('a group that is covered from some day on is told that day, by the rules that name it', () => {
  const law = lawWith({ 'subject.2-2.streamline': { when: { impact: ['indirect'] } } });
  const early = {
    person: { ...ONE.person, group: 'association-staff' },
    leaving: { ...ONE.leaving, date: '2025-02-01' },
  };
  expect(told(early, { scheme: 'nd178', law })).toBe(
    'group-not-covered person.group: The group "association staff with Party and State tasks (association-staff)" is not covered by "Policy of Decree 178/2024/NĐ-CP (nd178)" in its version 2025-01-01. It is from 2025-03-15 on.',
  );
});

test('a scheme that pays nothing by the salary takes one in whatever form', () => {
  const components = builtinActs()
    .flatMap(({ provisions = [] }) => provisions)
    .filter(({ kind }) => kind === 'component');
  const law = lawWith(Object.fromEntries(components.map(({ id }) => [id, null])));
  const leaving = { ...ONE.leaving, route: 'secondment-commune' };
  for (const salary of [ONE.salary, { contract: '5000000' }, { coefficient: '4', positionAllowance: '0.5' }]) {
    // 10 × 2,340,000
    expect(told({ leaving, salary }, { scheme: 'nd178-12', law })).toBe('paid secondment-commune 23400000');
    const found = calculation({ ...ONE, leaving, salary }, { scheme: 'nd178-12', law });
    const counted = found.ok && 'derivation' in found.value && found.value.derivation.salary;
    expect(counted).toMatchObject({ lines: [], notCounted: [], scale: [] });
  }
});
