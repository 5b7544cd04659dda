import { describe, expect, it } from 'vitest';
import { choose } from './auto.ts';
import { oracle } from './nd178.ts';
import { type Change, person } from './people.ts';

/** Rows worked out by hand: what another scheme has paid already, and which scheme pays. */

describe('what another scheme has paid', () => {
  it('Decree 29 before 2025: nothing under Decree 178', () => {
    const on = (date: string): string =>
      oracle(person({ settled: { scheme: 'nd29', amount: '1', date } })).reason ?? 'paid';
    expect([on('2024-12-31'), on('2025-01-01')]).toEqual(['settled-under-nd29', 'paid']);
  });

  it('Decree 177 for less: raised to Điều 7b', () => {
    const leaving = { date: '2025-07-01', impact: 're-election' };
    const result = oracle(person({ leaving, settled: { scheme: 'nd177', amount: '100000000' } }));
    expect([result.total, result.due]).toEqual(['905000000', '805000000']); // 58 + 25 + 7.5
    expect(oracle(person({ settled: { scheme: 'nd177', amount: '1' } })).due).toBeUndefined();
  });
});

describe('the choice between the schemes', () => {
  const chosen = (change: Change): unknown => choose(person(change)).scheme;

  it.each([
    ['2024-12-31', 'nd29'],
    ['2025-05-01', 'nd178'],
    ['2025-09-01', 'nd178'],
    ['2025-09-02', 'nd154'],
    ['2026-01-01', 'nd154'],
  ])('leaving %s, no decision known: %s', (date, expected) => {
    const salary = { monthly: '10000000', average: '8000000' };
    expect(chosen({ leaving: { date }, person: { birth: '1968-10' }, salary })).toBe(expected);
  });

  it.each([
    ['2025-12-31', '2025-07-31', 'nd178'],
    ['2025-12-31', '2025-08-01', 'nd154'],
    ['2026-01-01', '2025-07-31', 'nd154'],
  ])('leaving %s, decided %s: %s', (date, decided, expected) => {
    expect(chosen({ leaving: { date, decided } })).toBe(expected);
  });

  it('not re-elected: Decree 178 pays more than 177, and never steps back for 154', () => {
    expect(chosen({ person: { group: 'cadre' }, leaving: { date: '2026-02-01', impact: 're-election' } })).toBe(
      'nd178',
    );
  });

  it('past the age: Resolution 07', () => {
    const one = { person: { group: 'cadre', birth: '1961-01' }, leaving: { date: '2026-01-01' } };
    expect(chosen(one)).toBe('nq07');
    expect(chosen({ ...one, person: { group: 'cadre', birth: '1960-12' } })).toBe('nq07');
  });

  it('who resigns: Decree 170, by the route alone', () => {
    expect(chosen({ leaving: { route: 'resignation', date: '2026-01-01' } })).toBe('nd170');
  });

  it('none while the clock of Decree 178 is not told, unless it steps back', () => {
    const on = (date: string): unknown => {
      const { reorganisation, ...leaving } = person({ leaving: { date } }).leaving;
      expect(reorganisation).toBe('2025-03-01');
      return choose({ ...person(), leaving }).scheme;
    };
    expect([on('2025-08-01'), on('2026-01-01')]).toEqual([undefined, 'nd154']);
  });
});
