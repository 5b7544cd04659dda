import { describe, expect, test } from 'vitest';
import { calculate, type Law, type Result } from '../../../src/index.ts';
import { calculation } from '../../../src/engine/calculate.ts';
import type { Provision } from '../../../src/law/provision.ts';
import { lawWith } from '../../support/altered.ts';
import { personWith } from '../../support/person.ts';

/** An open question that a case touches: another option would lead to another result, also where nothing is paid. */

const words = { vi: 'thử', en: 'test' };
const head = { at: 'Điều 1', certainty: 'A' } as const;
const option = (name: string): object => ({ option: name, title: words, source: words });

const QUESTION = {
  ...head,
  id: 'reading.asked',
  kind: 'interpretation',
  interpretation: 'asked',
  question: words,
  default: 'yes',
  options: [option('yes'), option('no')],
} as unknown as Provision;

const YES = { reading: { asked: 'yes' } };
const NO = { reading: { asked: 'no' } };
const PERSON = personWith({ date: '2025-05-01', monthsEarly: 15 });

/** Nothing is due for months early: then nothing is paid to who leaves under 24 months early. */
const NOTHING = { kind: 'empty', benefits: ['early-months'], message: words };

function told(law: Law, one: unknown = PERSON): Pick<Result, 'outcome' | 'route' | 'interpretations'> {
  const found = calculate(one, { law, scheme: 'nd178' });
  if (!found.ok) throw new Error(found.issues[0]?.message);
  const { outcome, route, interpretations } = found.value;
  return { outcome, route, interpretations };
}

const asked = { id: 'asked', chosen: 'yes', alternatives: [{ option: 'no', total: '0' }] };

describe('where nothing is paid, a question is touched', () => {
  const route = 'early-retirement';

  test('when another option would close the route', () => {
    const subject = { when: { impact: ['direct'], group: ['civil-servant'], ...YES } };
    const law = lawWith({ 'early-months.first.to-60': NOTHING, 'subject.2-1-a': subject }, [QUESTION]);
    expect(told(law)).toEqual({ outcome: 'nothing', route, interpretations: [asked] });
  });

  test('when another option rests on what was never seen, so that the case would be refused', () => {
    const unseen = { ...NOTHING, ...head, id: 'empty.other', certainty: 'U', when: NO } as unknown as Provision;
    const law = lawWith({ 'early-months.first.to-60': { ...NOTHING, when: YES } }, [QUESTION, unseen]);
    expect(told(law)).toEqual({ outcome: 'nothing', route, interpretations: [asked] });
  });

  test('and not when both options come to the same', () => {
    const same = { ...NOTHING, ...head, id: 'empty.other', when: NO } as unknown as Provision;
    const law = lawWith({ 'early-months.first.to-60': { ...NOTHING, when: YES } }, [QUESTION, same]);
    expect(told(law)).toEqual({ outcome: 'nothing', route, interpretations: [] });
  });
});

test('what another option would rest on is no part of the result, nor of its legal basis', () => {
  const band = { schedule: ['normal'], monthsEarly: { atLeast: 24, upTo: 60 } };
  const other = { ...head, id: 'early-band.0', kind: 'class', class: 'early-band', value: 'b', title: words };
  const unseen = { ...other, certainty: 'U', when: { ...band, ...NO } } as unknown as Provision;
  const law = lawWith({ 'early-band.a': { when: { ...band, ...YES } } }, [QUESTION, unseen]);
  const one = personWith({ date: '2025-05-01', monthsEarly: 40 });
  expect(told(law, one)).toEqual({ outcome: 'paid', route: 'early-retirement', interpretations: [asked] });
  const [usual, altered] = [undefined, law].map((each) =>
    calculate(one, { scheme: 'nd178', ...(each ? { law: each } : {}) }),
  );
  expect(altered?.ok && altered.value.benefits).toEqual(usual?.ok && usual.value.benefits);
});

test('an option that needs what the case does not give is no alternative', () => {
  const one = personWith({ date: '2025-08-01', monthsEarly: 15, reorganisation: '2024-05-01' });
  const needs = { 'early-months.after.under-24.civil-decree': { base: 'averageSalary' } };
  const ids = [{}, needs].map((changes) => told(lawWith(changes), one).interpretations.map(({ id }) => id));
  expect(ids).toEqual([['under-24-window'], []]);
});

test('a question is touched by the rows that pay, also where the total stays and no months early are counted', () => {
  const one = {
    person: { sex: 'male', birth: '1990-01', group: 'civil-servant' },
    leaving: { route: 'auto', date: '2026-01-01' },
    insurance: { years: 0, months: 8 },
    salary: { monthly: '10000000' },
  };
  const totals = [{}, { 'resignation-support.short.one-in-all': { terms: [{ rate: '4' }] } }].map((changes) => {
    const found = calculate(one, { scheme: 'nd170', law: lawWith(changes) });
    return found.ok && [found.value.total, found.value.interpretations];
  });
  const option = { option: 'three-plus-one', total: '40000000' };
  const question = { id: 'short-service', chosen: 'one-in-all', alternatives: [option] };
  expect(totals).toEqual([
    ['10000000', [question]],
    ['40000000', [question]],
  ]);
});

describe('a question is asked where it decides something', () => {
  const consulted = (wanted: Partial<Parameters<typeof personWith>[0]>): string[] => {
    const found = calculation(personWith({ date: '2025-05-01', monthsEarly: 40, ...wanted }), { scheme: 'nd178' });
    return found.ok && 'derivation' in found.value ? [...found.value.derivation.consulted] : [];
  };

  test('how a salary is rounded: where there is a fraction of a đồng', () => {
    // 4.65 × 2,340,000 = 10,881,000; 1.37 % of it is 149,069.70
    const whole = { coefficient: '4.65' };
    expect([whole, { ...whole, publicService: '1.37%' }].map((salary) => consulted({ salary }))).toEqual([
      [],
      ['salary-rounding'],
    ]);
  });

  test('which event the clock looks at: where the two stand on two sides of its end', () => {
    const dates = { reorganisation: '2024-04-15' };
    expect(['2025-03-01', '2025-04-20'].map((decided) => consulted({ ...dates, decided }))).toEqual([
      ['window-event'],
      [],
    ]);
  });
});
