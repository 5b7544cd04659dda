import { describe, expect, test } from 'vitest';
import { compare } from '../../src/engine/compare.ts';
import {
  dateVariants,
  MOST_VARIANTS,
  readingVariants,
  routeVariants,
  versionVariants,
} from '../../src/engine/variants.ts';
import { builtinLaw, calculate } from '../../src/index.ts';

const law = builtinLaw();
const one = {
  id: 'C',
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 22, months: 0 },
  salary: { coefficient: '4.65', positionAllowance: '0.6', publicService: '25%' },
};

describe('compare', () => {
  test('under every version: the difference is in the service line, by official letter 1814', () => {
    const found = compare(one, versionVariants(law, 'nd178'), { lang: 'en' });
    if (!found.ok) throw new Error();
    expect(found.value.rows.map((row) => [row.result?.law.version, row.difference])).toEqual([
      ['2025-01-01', '0'],
      ['2025-03-15', '0'],
      // 4 + 0.5 × 7 = 7.5 months instead of 5 + 0.5 × 2 = 6
      ['2025-07-01', '23034375'],
      ['2026-07-01', '23034375'],
    ]);
    expect(found.value.rows[2]?.changes).toMatchObject([
      {
        kind: 'line',
        what: 'service',
        difference: '23034375',
        citeAfter: [{ act: 'cv-1814-2025-bnv', at: 'II.6' }, {}],
      },
    ]);
  });

  test('each row is what calculate gives, and the differences are those of the totals', () => {
    const found = compare(one, dateVariants('2025-03-01', '2026-06-01', 1) ?? [], { lang: 'en' });
    if (!found.ok) throw new Error();
    expect(found.value.rows).toHaveLength(16);
    const planned = calculate(one, { lang: 'en' });
    if (!planned.ok) throw new Error();
    expect(found.value.planned).toMatchObject({ date: '2025-05-01', result: planned.value });
    for (const { variant, result, difference } of found.value.rows) {
      const alone = calculate({ ...one, leaving: { ...one.leaving, date: variant.date } }, { lang: 'en' });
      expect(result).toEqual(alone.ok && alone.value);
      expect(BigInt(difference ?? '')).toBe(BigInt(result?.total ?? '') - BigInt(planned.value.total));
    }
  });

  test('accrue moves the insured time along with the date, both ways', () => {
    const found = compare(one, [{ date: '2025-03-01' }, { date: '2025-08-01' }], { accrue: true });
    expect(found.ok && found.value.rows.map((row) => row.result?.case.insurance)).toMatchObject([
      { years: 21, months: 10, countable: { years: 21, months: 10 } },
      { years: 22, months: 3, publicSector: { years: 22, months: 3 } },
    ]);
  });

  test('a variant under which the case is faulty keeps its row, with the issue', () => {
    const found = compare(one, [{}, { date: '2028-05-01' }], { scheme: 'nd178' });
    expect(found.ok && found.value.rows[1]).toMatchObject({
      difference: null,
      issues: [{ code: 'leaving-after-age' }],
    });
  });

  test('variants: routes, readings, dates', () => {
    expect(routeVariants(law, 'nd178')).toEqual([{ route: 'early-retirement' }, { route: 'severance' }]);
    expect(readingVariants(law, 'nd178', 'service-from-july-2025')).toHaveLength(2);
    expect(dateVariants('2025-01-31', '2025-04-30', 1)?.map(({ date }) => date)).toEqual([
      '2025-01-31',
      '2025-02-28',
      '2025-03-31',
      '2025-04-30',
    ]);
    expect(dateVariants('2025-02-01', '2025-01-01', 1)).toBeUndefined();
    expect(dateVariants('2025-02-30', '2025-03-01', 1)).toBeUndefined();
    expect(dateVariants('1900-01-01', '2025-01-01', 1)).toBeUndefined();
    expect(dateVariants('2000-01-01', '2019-12-01', 1)).toHaveLength(MOST_VARIANTS);
  });
});
