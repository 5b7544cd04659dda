import { describe, expect, test } from 'vitest';
import { calculate, type Cite, type Result } from '../../../src/index.ts';
import { CASE_FILES, casesIn, sourceText, type Expected } from '../../support/vetted.ts';

/** A cite as the cases write it: act, address, and the amending act behind an arrow. */
function cite({ act, at, amendedBy }: Cite): string {
  return `${act} ${at}${amendedBy === null ? '' : ` ← ${amendedBy}`}`;
}

function check(result: Result, expected: Expected): void {
  const { outcome, scheme, route, law, measures, benefits, total, topUp, raise, pension, salary } = expected;
  expect(result.outcome).toBe(outcome ?? 'paid');
  if (scheme !== undefined) expect(result.law.scheme).toBe(scheme);
  if (route !== undefined) expect(result.route).toBe(route);
  if (law !== undefined) expect(result.law.version).toBe(law);
  if (measures) expect(result.measures).toMatchObject(measures);
  if (benefits) {
    expect(result.benefits.map((line) => line.id)).toEqual(benefits.map((line) => line.id));
    benefits.forEach(({ cite: cites, ...line }, index) => {
      expect(result.benefits[index]).toMatchObject(line);
      if (cites) expect(result.benefits[index]?.cite.map(cite)).toEqual(cites);
    });
  }
  if (total !== undefined) expect(result.total).toBe(total);
  if (topUp) expect(result.topUp).toMatchObject(topUp);
  if (raise) expect(result.raise).toMatchObject(raise);
  if (pension === null) expect(result.pension).toBeUndefined();
  if (pension) expect(result.pension).toMatchObject(pension);
  for (const [component, amount] of Object.entries(salary ?? {})) {
    expect(result.salary.find((line) => line.component === component)?.amount, component).toBe(amount);
  }
  if (expected.findings) expect(result.findings.map(({ code }) => code).sort()).toEqual([...expected.findings].sort());
  if (expected.warnings) {
    const warnings = result.findings.filter(({ severity }) => severity === 'warning').map(({ code }) => code);
    expect(warnings.sort()).toEqual([...expected.warnings].sort());
  }
  if (expected.interpretations) {
    expect(result.interpretations.map(({ id }) => id).sort()).toEqual([...expected.interpretations].sort());
  }
}

describe.each(CASE_FILES)('cases of %s', (file) => {
  const cases = casesIn(file).map((one) => ({ ...one, from: sourceText(one) }));
  test.each(cases)('$id: $from', ({ case: one, options, expect: expected }) => {
    const result = calculate(one, { lang: 'en', ...options });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    check(result.value, expected);
  });
});
