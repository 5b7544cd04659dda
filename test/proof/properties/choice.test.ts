import { describe, expect, test } from 'vitest';
import { calculate, recordOf, type Result } from '../../../src/index.ts';
import type { ResultCandidate } from '../../../src/engine/result.ts';
import { ND170 } from '../oracle/nd170.ts';
import type { OracleCase } from '../oracle/types.ts';
import { runs } from '../../support/effort.ts';
import { choiceProbes } from '../../support/sample.ts';

/** The choice between the schemes for a case that names none. */

const chosen = choiceProbes(runs(2500), 178).flatMap(({ case: one }) => {
  const found = calculate(one);
  return found.ok ? [{ one, result: found.value }] : [];
});

/** Told only where the scheme was chosen: what a scheme that gives way would have paid. */
const OF_OTHERS = 'scheme-would-pay';

/** What a result settles, without what was said of other schemes. */
function settlement(result: Result): unknown {
  const findings = result.findings.filter(({ code }) => code !== OF_OTHERS);
  return { ...result, findings, candidates: undefined };
}

/** Whether Decree 170 is looked at: its subjects who leave by their own wish, no reorganisation about. */
function mayResign({ person, leaving }: OracleCase): boolean {
  const ownWish = leaving.ground === 'wish' && leaving.reorganisation === undefined;
  return ownWish && leaving.date >= ND170.from && ND170.groups.has(person.group);
}

function candidatesOf({ candidates }: Result): readonly ResultCandidate[] {
  return candidates ?? [];
}

describe('the scheme that is chosen', () => {
  test('is there in every one of the ranked, and in no more than one place', () => {
    for (const { result } of chosen) {
      const winners = candidatesOf(result).filter(({ status }) => status === 'chosen');
      expect(winners.length).toBeLessThanOrEqual(1);
      if (result.outcome === 'paid') expect(winners.map(({ scheme }) => scheme)).toEqual([result.law.scheme]);
    }
    const schemes = new Set(
      chosen.filter(({ result }) => result.outcome === 'paid').map(({ result }) => result.law.scheme),
    );
    for (const scheme of ['nd178', 'nd154', 'nd29', 'nd177', 'nq07']) expect(schemes).toContain(scheme);
  });

  test('gives the same to the letter when it is named', () => {
    for (const { one, result } of chosen) {
      const named = calculate(one, { scheme: result.law.scheme });
      expect(named.ok && named.value).toEqual(settlement(result));
      const yielding = candidatesOf(result).filter(({ status }) => status === 'yields');
      const told = result.findings.filter(({ code }) => code === OF_OTHERS).map(({ message }) => message);
      for (const message of told) expect(yielding.some(({ total = '-' }) => message.includes(total))).toBe(true);
    }
  });

  test('pays the most of those that fit and do not give way, and the first of equals', () => {
    for (const { one, result } of chosen) {
      if (result.outcome !== 'paid') continue;
      const total = BigInt(result.total);
      const candidates = candidatesOf(result);
      const at = candidates.findIndex(({ status }) => status === 'chosen');
      for (const [index, { scheme, status, total: other }] of candidates.entries()) {
        if (['yields', 'not-in-force', 'not-a-subject'].includes(status)) continue;
        const named = calculate(one, { scheme });
        if (!named.ok) throw new Error(`${scheme}: ${JSON.stringify(named.issues)}`);
        expect(named.value.total, scheme).toBe(other);
        const due = BigInt(named.value.total);
        expect(due < total || (due === total && index >= at), `${scheme} ${status}`).toBe(true);
        expect(status === 'less').toBe(named.value.outcome === 'paid' && scheme !== result.law.scheme);
      }
    }
  });

  test('is looked for among all that are ranked, each with a reason', () => {
    for (const { one, result } of chosen) {
      // Where no scheme is in force there is nothing to choose from.
      if (one.leaving.route !== 'auto' || result.law.version === null) continue;
      const names = candidatesOf(result).map(({ scheme }) => scheme);
      expect(names).toEqual(['nd178', 'nd154', 'nd29', 'nd177', 'nq07', 'nd338', ...(mayResign(one) ? ['nd170'] : [])]);
      for (const { code, message } of candidatesOf(result)) {
        expect(code).toMatch(/^[a-z0-9-]+$/);
        expect(message.trim()).not.toBe('');
      }
    }
  });

  test('gives way only to one that fits', () => {
    let yielding = 0;
    for (const { result } of chosen) {
      const candidates = candidatesOf(result);
      for (const { status } of candidates) {
        if (status !== 'yields') continue;
        yielding += 1;
        const fits = candidates.filter((each) => !['yields', 'not-in-force', 'not-a-subject'].includes(each.status));
        expect(fits.length).toBeGreaterThan(0);
      }
    }
    expect(yielding).toBeGreaterThan(0);
  });

  test('is not changed by what a record adds, nor by the record being read again', () => {
    for (const { result } of chosen.slice(0, 300)) {
      const read = JSON.parse(JSON.stringify(recordOf(result))) as Result;
      const again = calculate(read.case);
      expect(again.ok && recordOf(again.value)).toEqual(read);
    }
  });
});
