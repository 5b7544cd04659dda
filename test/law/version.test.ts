import { describe, expect, test } from 'vitest';
import { builtinLaw } from '../../src/index.ts';
import type { Act, Scheme } from '../../src/law/act.ts';
import { buildLaw } from '../../src/law/law.ts';
import {
  actOf,
  amenderOf,
  at,
  base,
  FEBRUARY,
  MARCH,
  provisionOf,
  schemeOf,
  sets,
  smallLaw,
  versionOf,
} from '../support/small-law.ts';

/** Versions of a scheme: which there are, their acts and their hashes. */

describe('a version is asked for', () => {
  const covered = smallLaw([base], schemeOf(['base'], { covers: { from: '2025-01-01', until: '2025-12-31' } }));
  const open = smallLaw([base], schemeOf(['base']));

  test('on the first and the last day, and not beside them', () => {
    expect(['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'].map((day) => covered.at('s', day).ok)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(open.at('s', '2099-01-01').ok).toBe(true);
  });

  test.each([
    [covered, 'vi', 'Chế độ "thử (s)" không áp dụng cho ngày 2024-12-31 (áp dụng từ 2025-01-01 đến 2025-12-31).'],
    [covered, 'en', 'Scheme "test (s)" does not cover 2024-12-31 (it covers from 2025-01-01 to 2025-12-31).'],
    [open, undefined, 'Chế độ "thử (s)" không áp dụng cho ngày 2024-12-31 (áp dụng từ 2025-01-01).'],
  ] as const)('outside of the scheme: told with the days it covers', (law, lang, message) => {
    expect(law.at('s', '2024-12-31', lang)).toEqual({
      ok: false,
      issues: [{ code: 'not-covered-date', path: 'leaving.date', message }],
    });
  });

  test('of a scheme that there is not: told with those there are, and the nearest', () => {
    const law = buildLaw([base], [schemeOf(['base'], { scheme: 'first' }), schemeOf(['base'], { scheme: 'second' })]);
    expect(law.at('secnd', MARCH, 'en')).toEqual({
      ok: false,
      issues: [
        {
          code: 'unknown-scheme',
          path: 'law',
          message: 'There is no scheme "secnd". Did you mean "second"? Schemes: first (test); second (test).',
        },
      ],
    });
    expect(law.versions('secnd')).toEqual([]);
    expect([...law.questions('secnd')]).toEqual([]);
    expect(law.defects('secnd')).toEqual([]);
  });

  test('and given as the same one each time', () => {
    expect(open.at('s', '2025-01-01')).toEqual(open.at('s', MARCH));
    const [first, second] = ['2025-01-01', MARCH].map((day) => open.at('s', day));
    expect(first?.ok && second?.ok && first.value === second.value).toBe(true);
    expect(open.versions('s')).toBe(open.versions('s'));
  });
});

test('schemes stand in the order in which they are tried, those without a place after them, by name', () => {
  const schemes = [{ scheme: 'z' }, { scheme: 'd', auto: 2 }, { scheme: 'a' }, { scheme: 'c', auto: 2 }];
  const law = buildLaw(
    [base],
    [...schemes, { scheme: 'x', auto: 1 }].map((one) => schemeOf(['base'], one)),
  );
  expect([...law.schemes.keys()]).toEqual(['x', 'c', 'd', 'a', 'z']);
});

describe('the acts of a version', () => {
  const acts = [
    base,
    actOf('silent', []),
    amenderOf('z', FEBRUARY, [sets('base', 'b', 50)]),
    amenderOf('y', FEBRUARY, [sets('base', 'a', 50)]),
    amenderOf('w', MARCH, [at('when.sex', { expect: ['male'], with: null })]),
  ];
  const law = smallLaw(acts, schemeOf(['silent', 'w', 'base']));
  const ofDay = (day: string): readonly string[] => {
    const found = law.at('s', day);
    return found.ok ? found.value.acts : [];
  };

  test('are those that say something in force: in the order of the scheme, then by name', () => {
    expect([ofDay('2025-01-01'), ofDay(FEBRUARY), ofDay(MARCH)]).toEqual([
      ['base'],
      ['base', 'y', 'z'],
      ['w', 'base', 'y', 'z'],
    ]);
  });
});

test('the hash of a version follows from all that is in force, its day and its scheme, and from nothing else', () => {
  const hashOf = (acts: readonly Act[], day = '2025-01-01', scheme: Partial<Scheme> = {}): string =>
    versionOf(acts, day, scheme).hash;
  const other = actOf('base', [...(base.provisions ?? []), provisionOf('c')]);
  const later = amenderOf('later', FEBRUARY, [sets('base', 'b', 50)]);
  expect(hashOf([base])).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(hashOf([base, later])).toBe(hashOf([base]));
  const route = { routes: [{ route: 'r', title: { vi: 'r', en: 'r' } }] };
  const hashes = [
    hashOf([base]),
    hashOf([other]),
    hashOf([base, later], FEBRUARY),
    hashOf([base], '2025-01-01', route),
    buildLaw([base], [schemeOf(['base'], { scheme: 't' })]).at('t', '2025-01-01'),
  ].map((one) => (typeof one === 'string' ? one : one.ok ? one.value.hash : ''));
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('a transition leads to the version that its rule names, once, however long the rule stands', () => {
  const transitions = builtinLaw().transitions('nd178');
  expect(transitions.map(({ rule, to }) => `${rule.id} ${to.date}`)).toEqual(['top-up.before-67 2025-03-15']);
});

test('a host may give the hash function, which is asked once for each version', () => {
  let asked = 0;
  const law = buildLaw([base], [schemeOf(['base'])], () => `own${(asked += 1)}`);
  const found = law.at('s', MARCH);
  expect(found.ok && [found.value.hash, found.value.hash]).toEqual(['sha256:own1', 'sha256:own1']);
});
