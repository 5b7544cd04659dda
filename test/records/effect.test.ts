import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculate, loadLaw, recordOf, type ResultRecord } from '../../src/index.ts';
import { effectOn, EffectTally, MOST_NAMED, unitBy, type Effect, type WhatIf } from '../../src/records.ts';
import { soundCase } from '../proof/oracle/arbitrary.ts';
import { recordFor, reread } from '../support/records.ts';

const decree = 'examples/amending-decree/nd-999-2027.yaml';

function summed(records: readonly ResultRecord[], whatIf: WhatIf, key = 'case.person.group'): EffectTally {
  const tally = new EffectTally();
  const unitOf = unitBy(key);
  if (!unitOf) throw new Error();
  records.forEach((record, at) => tally.add(effectOn(record, at + 1, unitOf(record), whatIf)));
  return tally;
}

describe('what another law would give', () => {
  test('official letter 1814 on case C: the service line gains 1.5 months', () => {
    const effect = effectOn(recordFor(), 4, '', { asOf: '2025-07-01' });
    expect(effect).toMatchObject({
      row: 4,
      id: 'C',
      before: '744778125',
      after: '767812500',
      difference: '23034375',
      lines: [
        {
          benefit: 'service',
          difference: '23034375',
          because: 'row',
          citeAfter: [{ act: 'cv-1814-2025-bnv', at: 'II.6' }, {}],
        },
      ],
    });
  });

  test('a draft decree in rule files of its own', () => {
    const loaded = loadLaw([{ file: decree, text: readFileSync(decree, 'utf8') }]);
    if (!loaded.ok) throw new Error();
    const { law } = loaded.value;
    const leaving = { route: 'early-retirement', date: '2027-01-01', reorganisation: '2025-12-01' };
    const person = { sex: 'male', birth: '1968-01', group: 'public-employee' };
    const late = recordFor({ leaving, person, insurance: { years: 34 } });
    const effect = effectOn(late, 1, '', { law });
    expect(effect.difference).not.toBe('0');
    expect(effect.lines.map((line) => line.citeAfter.some((cite) => cite.amendedBy === 'nd-999-2027'))).toContain(true);
    expect(effectOn(recordFor(), 1, '', { law }).difference).toBe('0');
  });

  test('who would be refused, or was, is in no total: it is no loss', () => {
    const leaving = { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' };
    const blocked = recordFor({ leaving: { ...leaving, blocked: 'discipline-or-inspection' } });
    expect(blocked.outcome).toBe('refused');
    const tally = summed([recordFor(), blocked], { asOf: '2025-07-01' });
    expect(tally.summary().all).toMatchObject({
      people: 2,
      gain: { people: 1, amount: '23034375' },
      lose: { people: 0, amount: '0' },
      uncomputable: { people: 1, amount: '0' },
      before: '744778125',
    });
  });

  test('a reading asked of one scheme leaves the records of another alone', () => {
    const other = recordFor(
      { leaving: { route: 'severance', date: '2025-12-01', ground: 'quality' }, salary: { coefficient: '4.65' } },
      { scheme: 'nd154' },
    );
    const effect = effectOn(other, 1, '', { interpretations: { 'service-from-july-2025': 'under-20-only' } });
    expect([effect.difference, effect.issues]).toEqual(['0', undefined]);
    const unknown = effectOn(other, 1, '', { interpretations: { 'no-such-question': 'yes' } });
    expect(unknown.issues?.map(({ code }) => code)).toEqual(['unknown-interpretation']);
  });

  test('another reading of an open question, over those of the record', () => {
    const later = recordFor({
      leaving: { route: 'early-retirement', date: '2025-08-01', reorganisation: '2025-03-01' },
    });
    for (const { id, alternatives } of later.interpretations) {
      for (const { option, total } of alternatives) {
        expect(effectOn(later, 1, '', { interpretations: { [id]: option } }).after).toBe(total);
      }
    }
  });

  test('a person whom the other law does not know is told, not counted as nothing', () => {
    const nobody = effectOn(
      { ...recordFor(), case: { ...recordFor().case, leaving: { ...recordFor().case.leaving, date: '2030-01-01' } } },
      1,
      '',
      {},
    );
    expect(nobody).toMatchObject({
      after: null,
      difference: null,
      outcomeAfter: null,
      issues: [{ code: 'leaving-after-age' }],
    });
  });

  test('no name and no salary in an effect', () => {
    const named = recordFor({
      person: { name: 'Nguyễn Văn A', sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
    });
    const text = JSON.stringify(effectOn(named, 1, '', { asOf: '2025-07-01' }));
    expect(text).not.toContain('Nguyễn');
    expect(text).not.toContain('15356250');
  });
});

describe('the sums of an effect', () => {
  const records = fc.sample(soundCase, { seed: 11, numRuns: 400 }).flatMap((one, at) => {
    const result = calculate({ ...one, id: `U${at % 3}-${at}` }, { scheme: 'nd178' });
    return result.ok ? [reread(recordOf(result.value))] : [];
  });
  const whatIf = { asOf: '2025-07-01' };
  const { all, units, provisions, most, outcomes } = summed(records, whatIf).summary();

  test('of the units and of the provisions are those of all', () => {
    const add = (amounts: readonly string[]): string => String(amounts.reduce((sum, one) => sum + BigInt(one), 0n));
    expect(all.people).toBe(records.length);
    expect(units.reduce((sum, { sum: one }) => sum + one.people, 0)).toBe(all.people);
    expect(add(units.map(({ sum }) => sum.difference))).toBe(all.difference);
    expect(add(provisions.map((one) => one.difference))).toBe(all.difference);
    expect(add([all.gain.amount, `-${all.lose.amount}`])).toBe(all.difference);
    expect(add([all.after, `-${all.before}`])).toBe(all.difference);
    expect(all.gain.people + all.lose.people + all.unchanged + all.uncomputable.people).toBe(all.people);
    expect(Object.values(outcomes).reduce((sum, one) => sum + one, 0)).toBe(all.people);
  });

  test('name those who gain and lose most, in order', () => {
    const gains = most.filter((one) => !one.difference?.startsWith('-')).map((one) => Number(one.difference));
    expect(gains).toHaveLength(Math.min(MOST_NAMED, all.gain.people));
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
    expect(most.length).toBeLessThanOrEqual(2 * MOST_NAMED);
  });

  test('by unit: the part of the id, a column of the table, a value of the record', () => {
    expect(
      summed(records, whatIf, 'id:-')
        .summary()
        .units.map(({ unit }) => unit),
    ).toEqual(['U0', 'U1', 'U2']);
    const column = { ...recordFor(), extra: { 'ĐƠN VỊ': ' Sở A ' } };
    expect(unitBy()?.(column)).toBe('Sở A');
    expect(unitBy('đơn vị')?.(column)).toBe('Sở A');
    expect(unitBy('law.version')?.(column)).toBe('2025-03-15');
    expect(unitBy('khối')?.(column)).toBe('');
    expect(unitBy('case.person')?.(column)).toBe('');
    for (const key of ['case.person.name', 'case.person.birth', 'case.salary.coefficient', 'id:']) {
      expect(unitBy(key)).toBeUndefined();
    }
  });

  test('a person who cannot be computed stands apart from the totals', () => {
    const tally = new EffectTally();
    const gone: Effect = {
      row: 1,
      unit: '',
      outcomeBefore: 'paid',
      outcomeAfter: null,
      before: '5',
      after: null,
      difference: null,
      lines: [],
      issues: [{ code: 'group-not-covered', path: '', message: '' }],
    };
    tally.add(gone);
    expect(tally.summary()).toMatchObject({
      all: { people: 1, uncomputable: { people: 1, amount: '5' }, before: '0', after: '0', difference: '0' },
      issues: { 'group-not-covered': 1 },
      outcomes: { 'paid → uncomputable': 1 },
    });
  });
});
