import { expect, test } from 'vitest';
import { builtinLaw, calculate, loadLaw, parseCase } from '../../../src/index.ts';
import { retirementMonth } from '../../../src/engine/measure/retirement.ts';
import { defaultProbes } from '../boundaries/defaults.ts';
import { probeDisagreement } from '../boundaries/agree.ts';
import { MATRIX_SCHEMES, matrixProbes, schemeMatrix } from '../boundaries/matrix.ts';
import { expectedPension, insuredPeople, toldPension } from '../boundaries/pension.ts';
import { oracle } from '../oracle/nd178.ts';
import { ageMonth } from '../oracle/retirement.ts';
import { goldenRecords } from '../golden/gate.ts';
import { disagreement } from '../../support/engines.ts';
import { ruleSources } from '../../support/rules.ts';
import { anyProbes, choiceProbes, EVERY_SCHEME, schemeProbes, soundProbes } from '../../support/sample.ts';
import { asExpected, vettedCases } from '../../support/vetted.ts';
import { faultsIn, FAULTY } from './faulty.ts';
import { unlike } from './recorded.ts';

/*
 * The whole engine in one test, for mutants of `src`: the engine keeps what it has worked out of the law, so that a
 * mutant there shows in the first test only, and a mutation tester that picks tests by coverage would miss it.
 */

function vetted(): void {
  for (const { id, case: one, options, expect: expected } of vettedCases()) {
    const found = calculate(one, { lang: 'en', ...options });
    expect(found.ok && asExpected(found.value, expected), id).toBe(true);
  }
}

function agreement(): void {
  const matrix = matrixProbes().filter((_, index) => index % 197 === 0);
  for (const probe of [...anyProbes(300, 3), ...matrix, ...defaultProbes()])
    expect(disagreement(probe)).toBeUndefined();
}

function neighbours(): void {
  const named = EVERY_SCHEME.flatMap((scheme) => schemeProbes(scheme, 60, 6));
  const matrix = MATRIX_SCHEMES.flatMap((scheme) => schemeMatrix(scheme).filter((_, index) => index % 197 === 0));
  for (const probe of [...named, ...matrix, ...choiceProbes(120, 7)]) expect(probeDisagreement(probe)).toBeUndefined();
}

function pensions(): void {
  for (const one of insuredPeople().filter((_, index) => index % 7 === 0)) {
    const ours = toldPension(one);
    if (!ours || /^(birth|insurance)-/.test(ours.told)) continue;
    expect(ours.told).toBe(expectedPension(one, ours.yearsEarly));
  }
}

function readings(): void {
  for (const { case: one, asked } of soundProbes(80, 4)) {
    const found = calculate(one, asked);
    if (!found.ok) continue;
    for (const { id, alternatives } of found.value.interpretations) {
      for (const { option, total } of alternatives) {
        const other = oracle(one, { interpretations: { ...asked.interpretations, [id]: option } });
        expect(total, id).toBe(other.total ?? '0');
      }
    }
  }
}

function ages(): void {
  const version = builtinLaw().at('nd178', '2025-08-01');
  if (!version.ok) throw new Error('no law');
  for (const sex of ['male', 'female'] as const)
    for (let birth = 1958 * 12; birth < 1980 * 12; birth += 1) {
      const found = retirementMonth(version.value, 'normal', sex, birth);
      expect(found && 'ageMonth' in found ? found.ageMonth : undefined).toBe(ageMonth(sex, birth, 'normal'));
    }
}

function faults(): void {
  for (const { name, input, issues } of FAULTY) expect(faultsIn(input), name).toEqual(issues);
}

function loading(): void {
  const loaded = loadLaw(ruleSources(), { over: 'nothing' });
  expect(loaded.ok).toBe(true);
  if (!loaded.ok) return;
  for (const scheme of builtinLaw().schemes.keys())
    for (const { date } of builtinLaw().versions(scheme)) {
      const [ours, theirs] = [builtinLaw(), loaded.value.law].map((law) => law.at(scheme, date));
      expect(ours?.ok && ours.value.hash).toBe(theirs?.ok && theirs.value.hash);
    }
}

function identity(): void {
  for (const { case: one, asked } of [...anyProbes(30, 5), ...choiceProbes(30, 8)]) {
    const found = calculate(one, asked);
    if (!found.ok) continue;
    expect(calculate(found.value.case, asked)).toEqual(found);
    expect(parseCase(found.value.case).ok).toBe(true);
  }
}

function golden(): void {
  for (const { place, record } of goldenRecords()) expect(unlike(record), place).toEqual([]);
}

test('the whole engine', { timeout: 120_000 }, () => {
  const parts = [vetted, faults, golden, ages, agreement, neighbours, pensions, readings, identity, loading];
  for (const part of parts) part();
});
