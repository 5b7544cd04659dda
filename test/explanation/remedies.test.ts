import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculation } from '../../src/engine/calculate.ts';
import { explain } from '../../src/explanation/explanation.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import type { Calculation } from '../../src/engine/derivation.ts';

const law = builtinLaw();

function worked(birth: string, date: string, years: number, route: string): Calculation | undefined {
  const found = calculation(
    {
      person: { sex: 'male', birth, group: 'civil-servant' },
      leaving: { route, date, reorganisation: '2025-03-01' },
      insurance: { years },
      salary: { monthly: '10000000' },
    },
    { law, scheme: 'nd178', lang: 'en' },
  );
  return found.ok && !('refused' in found.value) ? found.value : undefined;
}

const failed = (one: Calculation | undefined, code: string): boolean =>
  one?.derivation.routes.some((route) =>
    route.requirements.some(({ rule, met }) => rule.provision.code === code && !met),
  ) ?? false;

function remedies(one: Calculation): string[] {
  const explanation = explain(one, { law, lang: 'en' });
  return explanation.sections.flatMap((section) => section.steps.flatMap((step) => step.remedies ?? []));
}

function monthIn(texts: readonly string[], pattern: RegExp): string | undefined {
  return texts.map((text) => pattern.exec(text)?.[1]).find((month) => month !== undefined);
}

function before(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return of === 1 ? `${year - 1}-12` : `${year}-${String(of - 1).padStart(2, '0')}`;
}

describe('the month that a remedy names', () => {
  it('is the first in which the person is near enough to the age', () => {
    const births = fc.tuple(fc.integer({ min: 1976, max: 1990 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(births, ([year, month]) => {
        const birth = `${year}-${String(month).padStart(2, '0')}`;
        const one = worked(birth, '2025-05-01', 5, 'early-retirement');
        if (!one || !failed(one, 'too-far-from-age')) return true;
        const named = monthIn(remedies(one), /leaving in (\d{4}-\d{2}) at the earliest/);
        if (named === undefined) return false;
        const there = worked(birth, `${named}-01`, 5, 'early-retirement');
        const earlier = worked(birth, `${before(named)}-01`, 5, 'early-retirement');
        return !failed(there, 'too-far-from-age') && failed(earlier, 'too-far-from-age');
      }),
      { numRuns: 200 },
    );
  });

  it('is the last in which severance is still open', () => {
    const one = worked('1964-12-01', '2025-08-01', 5, 'severance');
    expect(failed(one, 'under-24-months-to-age')).toBe(true);
    const named = monthIn(remedies(one as Calculation), /leaving in (\d{4}-\d{2}) at the latest/);
    expect(named).toBeDefined();
  });
});

it('points to the later version under which a pension is reached', () => {
  const one = worked('1966-01-15', '2025-05-01', 17, 'early-retirement') as Calculation;
  expect(remedies(one)).toContain(
    'From 2025-07-01 on 180 months are enough (Social Insurance Law 41/2024/QH15): leaving from that day on it would hold.',
  );
  expect(failed(worked('1966-01-15', '2025-07-01', 17, 'early-retirement'), 'not-pension-eligible')).toBe(false);
});

it('tells who is a subject, and from when', () => {
  const found = calculation(
    {
      person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
      leaving: { route: 'auto', date: '2025-02-01', impact: 'indirect' },
      insurance: { years: 22 },
      salary: { monthly: '10000000' },
    },
    { law, scheme: 'nd178', lang: 'vi' },
  );
  if (!found.ok || 'refused' in found.value) throw new Error('not worked');
  const steps = explain(found.value, { law, lang: 'vi' }).sections.find((one) => one.section === 'subject')?.steps;
  expect(steps?.at(-1)?.remedies).toEqual([
    'Luật nhận: mức độ chịu tác động: chịu tác động trực tiếp; nhóm đối tượng: công chức (Điều 2 khoản 1 điểm a, Nghị định 178/2024/NĐ-CP).',
    'Người nghỉ từ ngày 15/03/2025 thì thuộc đối tượng (Điều 2 khoản 2, Nghị định 178/2024/NĐ-CP (sửa đổi bởi Nghị định 67/2025/NĐ-CP Điều 1)).',
  ]);
});
