import { describe, expect, test } from 'vitest';
import { calculate, type CalculateOptions, type Result } from '../../../src/index.ts';
import { lawWith } from '../../support/altered.ts';
import { personWith } from '../../support/person.ts';

/** What the options of a calculation do, and what the result says of them. */

const one = { id: 'A', ...personWith({ date: '2025-02-01', monthsEarly: 40 }) };

function resultOf(options: CalculateOptions, input: unknown = one): Result {
  const found = calculate(input, { scheme: 'nd178', ...options });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}

function codes(options: CalculateOptions, input: unknown = one): string[] {
  const found = calculate(input, { scheme: 'nd178', ...options });
  return found.ok ? [] : found.issues.map(({ code, path }) => `${code} ${path}`);
}

describe('a pinned day', () => {
  test('takes the version of that day and tops nothing up', () => {
    expect(resultOf({ asOf: '2025-05-01' })).toMatchObject({ law: { version: '2025-03-15' } });
    expect(resultOf({ asOf: '2025-05-01' }).topUp).toBeUndefined();
    expect(resultOf({ asOf: '2025-02-01' }).topUp).toBeUndefined();
    expect(resultOf({}).topUp).toMatchObject({ version: '2025-03-15' });
  });

  test('or leaving day before the scheme is refused with the day that is not covered', () => {
    const early = { ...one, leaving: { ...one.leaving, date: '2024-12-01' } };
    const refusal = {
      outcome: 'refused',
      id: 'A',
      route: null,
      total: '0',
      law: { version: null, hash: null, acts: [] },
    };
    const message = (options: CalculateOptions, input: unknown): string | undefined =>
      resultOf({ ...options, lang: 'en' }, input).findings[0]?.message;
    expect(resultOf({}, early)).toMatchObject({ ...refusal, schema: 'nd178/result@1', benefits: [], salary: [] });
    expect(resultOf({}, early).findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['not-covered-date', 'error'],
    ]);
    expect(message({}, early)).toContain('2024-12-01');
    expect(message({ asOf: '2025-05-01' }, early)).toContain('2024-12-01');
    expect(message({ asOf: '2024-11-30' }, one)).toContain('2024-11-30');
    expect(message({ asOf: '2024-11-30' }, one)).toContain('2025-01-01');
    expect('id' in resultOf({}, { ...early, id: undefined })).toBe(false);
  });

  test.each(['soon', '2025-02-30', '2025-3-15', '2025031', '', '2025-03-15@x', '9999'])(
    'that is none (%j) is refused, and never taken for a late one',
    (day) => {
      expect(codes({ asOf: day })).toEqual(['impossible-date asOf']);
      expect(codes({ asOf: day, scheme: 'auto' })).toEqual(['impossible-date asOf']);
      const named = calculate({ ...one, law: `nd178@${day}` }, { lang: 'en' });
      expect(named.ok ? [] : named.issues).toEqual([
        {
          code: 'impossible-date',
          path: 'law',
          message:
            day === '2025-02-30' || day === '2025-3-15'
              ? `Scheme of the law (law): "${day}" is not an existing date. Write it as dd/MM/yyyy, YYYY-MM-DD.`
              : `Scheme of the law (law): "${day}" cannot be read as a date. Write it as dd/MM/yyyy, YYYY-MM-DD.`,
        },
      ]);
      expect(codes({ asOf: day }, { ...one, salary: {} })).toEqual(['salary-missing salary', 'impossible-date asOf']);
    },
  );

  test('in eight digits is read in a case, as everywhere that people write; the option of a program is a day as it stands', () => {
    const named = calculate({ ...one, law: 'nd178@20250315' });
    expect(named.ok && named.value.law.version).toBe('2025-03-15');
    expect(codes({ asOf: '20250315' })).toEqual(['impossible-date asOf']);
  });

  test('of the caller goes before that of the case', () => {
    const named = { ...one, law: 'nd178@2025-07-01' };
    const found = calculate(named, { asOf: '2025-05-01' });
    expect(found.ok && found.value.law.version).toBe('2025-03-15');
  });
});

describe('words that nothing knows', () => {
  const misspelt = { ...one, leaving: { ...one.leaving, route: 'severence' } };

  test('are told together with a day that is none, whether the scheme is named or not', () => {
    const both = ['impossible-date asOf', 'unknown-word leaving.route'];
    expect(codes({ asOf: 'soon' }, misspelt)).toEqual(both);
    expect(codes({ asOf: 'soon', scheme: 'nd178' }, misspelt)).toEqual(both);
  });

  test('are told with the words of every scheme where none is named', () => {
    const found = calculate(misspelt, { lang: 'en' });
    const issues = found.ok ? [] : found.issues;
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(['unknown-word leaving.route']);
    for (const route of ['auto', 'early-retirement', 'severance', 'past-age'])
      expect(issues[0]?.message).toContain(route);
    expect(issues[0]?.message).toContain('Did you mean "severance"?');
    const group = { ...misspelt, person: { ...one.person, group: 'civil-servent' } };
    expect(codes({ scheme: 'auto' }, group)).toEqual(['unknown-word person.group', 'unknown-word leaving.route']);
  });

  test('an unknown scheme is told beside the other faults, and takes no group or route for unknown', () => {
    const faulty = { ...one, salary: {} };
    expect(codes({ scheme: 'nd179' }, faulty)).toEqual(['salary-missing salary', 'unknown-scheme law']);
  });
});

describe('readings and schemes', () => {
  test('that do not exist are issues, beside those of the case', () => {
    expect(codes({ interpretations: { 'window-events': 'leaving' } })).toEqual([
      'unknown-interpretation interpret.window-events',
    ]);
    expect(codes({ interpretations: { 'window-event': 'left' } })).toEqual(['unknown-option interpret.window-event']);
    const both = codes({ interpretations: { 'window-event': 'left' } }, { ...one, salary: {} });
    expect(both).toEqual(['salary-missing salary', 'unknown-option interpret.window-event']);
    expect(codes({ scheme: 'nd179' })).toEqual(['unknown-scheme law']);
    expect(codes({ interpretations: { constructor: 'x' } })).toEqual(['unknown-interpretation interpret.constructor']);
  });

  test('of a later version are known, and do nothing', () => {
    const chosen = resultOf({ interpretations: { 'service-from-july-2025': 'under-20-only' } });
    expect(chosen.total).toBe(resultOf({}).total);
  });
});

describe('the language', () => {
  test('is Vietnamese unless English is asked for', () => {
    const message = (options: CalculateOptions): string => {
      const found = calculate({}, options);
      return found.ok ? '' : (found.issues[0]?.message ?? '');
    };
    expect(message({})).toBe(message({ lang: 'vi' }));
    expect(message({})).toContain('Thiếu');
    expect(message({ lang: 'en' })).toContain('Missing');
  });
});

describe('options that are none', () => {
  const expected = {
    lang: ['"vi" hoặc "en"', '"vi" or "en"'],
    law: [
      'bộ luật đã nạp (value.law của loadLaw); tên chế độ đặt ở scheme',
      'a law that was loaded (value.law of loadLaw); the name of a scheme goes into scheme',
    ],
    scheme: ['tên một chế độ, hoặc "auto"', 'the name of a scheme, or "auto"'],
    asOf: ['một ngày viết theo dạng YYYY-MM-DD', 'a day written YYYY-MM-DD'],
  } as const;
  const said = (options: object): string[] => {
    const found = calculate(one, options);
    return found.ok ? [] : found.issues.map(({ code, path, message }) => `${code} ${path}: ${message}`);
  };

  test.each([
    ['law', 'nd178', '"nd178"'],
    ['law', {}, 'object'],
    ['scheme', 5, 'number'],
    ['asOf', 20250501, 'number'],
  ] as const)('%s: %j is told alone, in words', (name, value, given) => {
    const [vi, en] = expected[name];
    const wrong = { [name]: value };
    expect(said(wrong)).toEqual([`wrong-option ${name}: Tùy chọn ${name}: không nhận ${given}. Cần ${vi}.`]);
    expect(said({ ...wrong, lang: 'en' })).toEqual([
      `wrong-option ${name}: Option ${name}: ${given} is not accepted. It has to be ${en}.`,
    ]);
  });

  test('are all told at once, in Vietnamese where the language is one of them', () => {
    expect(said({ lang: 'fr', asOf: 1, law: undefined })).toEqual([
      `wrong-option lang: Tùy chọn lang: không nhận "fr". Cần ${expected.lang[0]}.`,
      `wrong-option asOf: Tùy chọn asOf: không nhận number. Cần ${expected.asOf[0]}.`,
    ]);
  });

  test('null is no option, and a name that is none is told with the nearest', () => {
    expect(said({ law: null, scheme: 'nd178' })).toHaveLength(1);
    const [unknown] = said({ interpretation: {}, lang: 'en' });
    expect(unknown).toContain('There is no option "interpretation". Did you mean "interpretations"?');
  });
});

describe('an unverified provision', () => {
  const law = lawWith({ 'early-years.a': { certainty: 'U' } });

  test('refuses to pay unless it is accepted by name', () => {
    const refused = resultOf({ law });
    expect(refused).toMatchObject({ outcome: 'refused', total: '0', benefits: [] });
    expect(refused.findings.map(({ code }) => code)).toContain('unverified-provision');
    expect(resultOf({ law, acceptUnverified: ['early-years.b'] }).outcome).toBe('refused');
    expect(resultOf({ law, acceptUnverified: ['early-years.a'] })).toMatchObject({
      outcome: 'paid',
      total: resultOf({}).total,
    });
  });

  test.each([
    'component.monthly',
    'months-early.first-day',
    'pension-time',
    'clock.direct.leaving',
    'term-end',
    'subject.2-1-a',
    'group.civil-servant',
    'retirement-age.normal',
    'odd-months.service',
    'odd-months.early',
    'requirement.early.pension',
  ])('%s counts as used', (id) => {
    const unverified = lawWith({ [id]: { certainty: 'U' } });
    expect(resultOf({ law: unverified }).outcome).toBe('refused');
    expect(resultOf({ law: unverified, acceptUnverified: [id] }).outcome).toBe('paid');
  });

  test('that has no part in the case does not matter', () => {
    expect(resultOf({ law: lawWith({ 'early-years.b': { certainty: 'U' } }) }).outcome).toBe('paid');
  });

  // The rules that put a case into a class, round, or choose the month of the base salary were not asked.
  test.each(['early-band.a', 'rounding.line', 'rounding.component', 'base-salary-month'])(
    '%s counts as used too',
    (id) => {
      const input = personWith({ date: '2025-02-01', monthsEarly: 40, salary: { coefficient: '4.651' } });
      expect(resultOf({ law: lawWith({ [id]: { certainty: 'U' } }) }, input).outcome).toBe('refused');
    },
  );

  test('the most months of severance count as used where severance is paid', () => {
    const input = personWith({ date: '2025-02-01', monthsEarly: 40, insurance: 150 });
    const unverified = lawWith({ 'severance-months': { certainty: 'U' } });
    expect(resultOf({}, input).route).toBe('severance');
    expect(resultOf({ law: unverified }, input).outcome).toBe('refused');
  });
});
