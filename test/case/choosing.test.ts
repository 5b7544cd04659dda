import { describe, expect, test } from 'vitest';
import { builtinLaw, calculate, type CalculateOptions, type Result } from '../../src/index.ts';
import { calculation } from '../../src/engine/calculate.ts';
import { builtinActs, builtinSchemes } from '../../src/law/builtin.ts';
import { mainScheme, type Scheme } from '../../src/law/act.ts';
import type { Provision } from '../../src/law/provision.ts';
import { buildLaw } from '../../src/law/law.ts';
import { lawWith } from '../support/altered.ts';

/** Which scheme and version a case is computed under, and what becomes of the other schemes. */

const ONE = {
  person: { sex: 'male', birth: '1968-01', group: 'civil-servant' },
  leaving: { route: 'auto', date: '2025-08-01', reorganisation: '2025-07-01', decided: '2025-07-15' },
  insurance: { years: 30 },
  salary: { monthly: '10000000' },
};

type Change = Readonly<Record<string, unknown>>;

function changed({ law, ...parts }: Change): unknown {
  const merged = Object.entries(parts).map(([name, part]) => [
    name,
    name === 'salary' ? part : { ...(ONE as Change as Record<string, object>)[name], ...(part as object) },
  ]);
  return { ...ONE, ...Object.fromEntries(merged), ...(law === undefined ? {} : { law }) };
}

function resultOf(change: Change, options: CalculateOptions = {}): Result {
  const found = calculate(changed(change), options);
  if (!found.ok) throw new Error(found.issues[0]?.message);
  return found.value;
}

const applied = (change: Change, options?: CalculateOptions): string => {
  const { scheme, version } = resultOf(change, options).law;
  return `${scheme} ${version ?? 'none'}`;
};

describe('the scheme and the version', () => {
  test.each([
    [{}, {}, 'nd178 2025-07-01'],
    [{ law: 'nd154' }, {}, 'nd154 2025-07-01'],
    [{ law: ' nd154 ' }, {}, 'nd154 2025-07-01'],
    [{ law: 'nd154' }, { scheme: 'auto' }, 'nd154 2025-07-01'],
    [{ law: 'nd154' }, { scheme: 'nd178' }, 'nd178 2025-07-01'],
    [{ law: 'nd178@2025-02-01' }, {}, 'nd178 2025-01-01'],
    [{ law: 'nd178@2025-02-01' }, { asOf: '2025-05-01' }, 'nd178 2025-03-15'],
    [{}, { asOf: '2025-05-01' }, 'nd178 2025-03-15'],
    [{}, { scheme: 'nd178', asOf: '2025-02-01' }, 'nd178 2025-01-01'],
  ] as [Change, CalculateOptions, string][])('of %j with %j: %s', (change, options, law) => {
    expect(applied(change, options)).toBe(law);
    // A pinned day is forgotten with its case.
    expect(applied({})).toBe('nd178 2025-07-01');
  });

  test('are those of the main scheme for commands about the law', () => {
    expect(builtinLaw().schemes.keys().next().value).toBe('nd178');
    expect(mainScheme(builtinSchemes())).toBe('nd178');
  });

  test('are those of the only scheme where none takes part in the choice', () => {
    const [main] = builtinSchemes().filter(({ scheme }) => scheme === 'nd178');
    if (!main) throw new Error('no scheme');
    const named = Object.fromEntries(Object.entries(main).filter(([name]) => name !== 'auto')) as unknown as Scheme;
    expect(applied({}, { law: buildLaw(builtinActs(), [named]) })).toBe('nd178 2025-07-01');
  });
});

describe('the options that a result tells', () => {
  test.each([
    [{}, undefined],
    [{ interpretations: {} }, undefined],
    [{ acceptUnverified: [] }, undefined],
    [{ pension: true }, { pension: true }],
    [{ acceptUnverified: ['b', 'a', 'b'] }, { acceptUnverified: ['a', 'b'] }],
    [{ interpretations: { 'window-event': 'leaving' } }, { interpretations: { 'window-event': 'leaving' } }],
    [{ asOf: '2025-05-01' }, { asOf: '2025-05-01' }],
  ] as [CalculateOptions, object | undefined][])('of %j', (options, told) => {
    const result = resultOf({}, { scheme: 'nd178', ...options });
    expect(result.options).toEqual(told);
    expect(Object.keys(result.options ?? {})).toEqual(Object.keys(told ?? {}));
  });
});

test('a reading beside a scheme that there is not is no second fault', () => {
  const found = calculate(ONE, { scheme: 'nd179', interpretations: { nothing: 'x' } });
  expect(found.ok ? [] : found.issues.map(({ code }) => code)).toEqual(['unknown-scheme']);
});

test('of a faulty case that names its scheme, the words of that scheme are told', () => {
  const law = (name: string): Change => ({
    law: name,
    person: { sex: 'x', group: 'nobody' },
    leaving: { route: ' go ' },
  });
  for (const name of ['nd177', ' nd177@2025-03-15 ']) {
    const found = calculate(changed(law(name)), { lang: 'en' });
    expect(found.ok ? [] : found.issues.slice(1).map(({ message }) => message)).toEqual([
      'Subject group (person.group): "nobody" is not a value. Values: army officer (army-officer), cadre, cipher staff (cipher), cipher staff paid like soldiers (cipher-army), cipher staff paid like the police (cipher-police), civil servant (civil-servant), commune cadre (commune-cadre), commune civil servant (commune-civil-servant), defence employee (defence-employee), police officer (police-officer), professional soldier (professional-soldier).',
      'Route (leaving.route): "go" is not a value. Values: Early retirement (early-retirement), Severance (severance), automatic (auto).',
    ]);
  }
});

describe('an unknown group or route', () => {
  const told = (change: Change, options: CalculateOptions = {}): string[] => {
    const found = calculate(changed(change), options);
    return found.ok ? [found.value.outcome] : found.issues.map(({ code, path }) => `${code} ${path}`);
  };
  const fault = { insurance: { years: 'x' } };

  test.each([
    [{ person: { group: 'nobody' } }, ['unknown-word person.group']],
    [{ leaving: { route: 'go' } }, ['unknown-word leaving.route']],
    [{ person: { group: 'nobody' }, leaving: { route: null } }, ['missing leaving.route', 'unknown-word person.group']],
    [{ person: { group: null }, leaving: { route: 'go' } }, ['missing person.group', 'unknown-word leaving.route']],
    [{ person: { group: null } }, ['missing person.group']],
  ])('of %j is told beside the other faults of the case', (change, issues) => {
    expect(told({ ...change, ...fault }).sort()).toEqual([...issues, 'not-a-number insurance.years'].sort());
  });
});

test('a day that is none is told with what it was given for', () => {
  const told = (change: Change, options: CalculateOptions): string => {
    const found = calculate(changed(change), options);
    return found.ok ? found.value.outcome : found.issues.map(({ path, message }) => `${path}: ${message}`).join();
  };
  const form = 'không phải một ngày có thật. Viết theo dạng YYYY-MM-DD.';
  expect(told({}, { asOf: '2025-02-30' })).toBe(`asOf: Ngày chọn phiên bản luật (asOf): "2025-02-30" ${form}`);
  const written = 'is not an existing date. Write it as YYYY-MM-DD.';
  expect(told({}, { asOf: 'now', lang: 'en' })).toBe(`asOf: Day of the version of the law (asOf): "now" ${written}`);
  expect(told({ law: 'nd178@now' }, { lang: 'en' })).toBe(
    'law: Scheme of the law (law): "now" cannot be read as a date. Write it as dd/MM/yyyy, YYYY-MM-DD.',
  );
  expect(told({ law: 'nd178@5/2025' }, {})).toContain('không đọc được ngày từ "5/2025"');
  // A scheme must stand before the day.
  expect(told({ law: '@2025-05-01' }, { lang: 'en' })).toMatch(/^law: There is no scheme ""/);
});

test('a group that another scheme covers from some day on is sent there', () => {
  const found = calculate(changed({ person: { group: 'association-staff' } }), { scheme: 'nd177', lang: 'en' });
  expect(found.ok ? '' : found.issues[0]?.message).toContain('See scheme "Policy of Decree 178/2024/NĐ-CP (nd178)".');
});

describe('what became of each scheme', () => {
  const candidates = (change: Change): Record<string, string> =>
    Object.fromEntries(
      (resultOf(change).candidates ?? []).map(({ scheme, status, code }) => [scheme, `${status} ${code}`]),
    );

  test('when none is in force yet: the refusal tells all of them', () => {
    const result = resultOf({ leaving: { date: '2020-01-01', decided: '2019-12-01' } });
    expect([result.outcome, result.law.version]).toEqual(['refused', null]);
    const told = new Set((result.candidates ?? []).map(({ status, code }) => `${status} ${code}`));
    expect([...told]).toEqual(['not-in-force scheme-not-in-force']);
    expect(result.candidates?.map(({ scheme }) => scheme)).toEqual([
      'nd178',
      'nd154',
      'nd29',
      'nd177',
      'nq07',
      'nd338',
    ]);
  });

  test('on the first and the last day of a scheme', () => {
    const salary = { monthly: '10000000', average: '9000000' };
    const at = (date: string): string | undefined => candidates({ leaving: { date }, salary })['nd29'];
    expect(['2023-07-19', '2023-07-20', '2025-06-15', '2025-06-16'].map((day) => at(day)?.split(' ')[0])).toEqual([
      'not-in-force',
      expect.not.stringContaining('not-in-force'),
      expect.not.stringContaining('not-in-force'),
      'not-in-force',
    ]);
  });

  test('is told for information, as a warning or as an error, whatever it is', () => {
    const dates = ['2020-01-01', '2025-05-01', '2025-08-01', '2026-01-01'];
    const told = dates.flatMap((date) => {
      const found = calculation(changed({ leaving: { date } }));
      return found.ok && 'candidates' in found.value ? (found.value.candidates ?? []) : [];
    });
    expect(new Set(told.map(({ status }) => status)).size).toBeGreaterThan(4);
    for (const { reason } of told) expect(['info', 'warning', 'error']).toContain(reason.severity);
  });

  test('of who gives way to one of several schemes: that it fits is enough', () => {
    const more = { kind: 'yield', at: 'Điều 1', certainty: 'A', code: 'yields', message: { vi: 'a', en: 'b' } };
    const law = lawWith({}, [{ ...more, id: 'yield.nd29', to: 'nd29', when: {} } as unknown as Provision]);
    const { candidates: all = [] } = resultOf({ leaving: { date: '2026-01-01' } }, { law });
    expect(all.find(({ scheme }) => scheme === 'nd178')).toMatchObject({
      status: 'yields',
      code: 'nd178-yields-to-nd154',
    });
  });

  test('of who is past the age, or was born before the tables', () => {
    const past = (birth: string): Record<string, string> =>
      candidates({ person: { birth, group: 'cadre' }, leaving: { date: '2025-10-01' } });
    for (const birth of ['1963-01', '1955-01']) {
      const { nq07, nd178, nd154 } = past(birth);
      const out = 'not-a-subject scheme-not-early';
      expect([nq07, nd178, nd154]).toEqual(['chosen scheme-chosen-only', out, out]);
    }
    // Who is past the age is told so, though the case also lacks a date that early leavers would need.
    const one = { person: { birth: '1963-01', group: 'cadre' }, leaving: { date: '2025-10-01', reorganisation: null } };
    const { nq07, nd178 } = candidates(one);
    expect([nq07, nd178]).toEqual(['chosen scheme-chosen-only', 'not-a-subject scheme-not-early']);
  });

  test('of a form of salary that only some schemes know', () => {
    const person = { group: 'commune-part-time', birth: '1968-11' };
    const { nd154, nd178 } = candidates({
      person,
      work: { years: 3 },
      salary: { allowance: '4000000' },
      leaving: { date: '2026-01-01' },
    });
    expect([nd154, nd178]).toEqual(['chosen scheme-chosen-only', 'not-a-subject scheme-not-for-subject']);
    const civil = candidates({ salary: { monthly: '10000000' } });
    expect(civil['nd177']).toBe('not-a-subject scheme-not-for-subject');
  });

  describe('of who works part-time in a commune, if Decree 178 covered them', () => {
    const covered = { when: { impact: ['direct'], group: ['commune-part-time'] } };
    const law = lawWith({ 'subject.2-3': covered });
    const part = { person: { group: 'commune-part-time' }, work: { years: 3 }, leaving: { date: '2025-08-01' } };
    const status = (change: Change): Record<string, string> =>
      Object.fromEntries(
        (resultOf({ ...part, ...change }, { law }).candidates ?? []).map(({ scheme, status, code }) => [
          scheme,
          `${status} ${code}`,
        ]),
      );

    test('the form of the salary decides', () => {
      const { nd154, nd178 } = status({ salary: { allowance: '4000000' } });
      expect([nd154, nd178]).toEqual(['chosen scheme-chosen-only', 'not-a-subject scheme-not-for-subject']);
    });

    test('the route decides, where only one scheme admits them to it', () => {
      const { nd154, nd178 } = status({ leaving: { date: '2025-08-01', route: 'early-retirement' } });
      expect([nd154, nd178]).toEqual(['not-a-subject scheme-not-for-subject', 'chosen scheme-chosen-only']);
    });
  });

  test('a scheme for whatever group has the groups that it knows', () => {
    const anybody = { when: { impact: ['direct', 'indirect', 're-election'] } };
    const law = lawWith({ 'subject.cadres': anybody });
    const worker = { person: { group: 'contract-worker' } };
    const { nd177 } = Object.fromEntries(
      (resultOf(worker, { law }).candidates ?? []).map(({ scheme, status }) => [scheme, status]),
    );
    expect(nd177).toBe('not-a-subject');
    const cadre = resultOf({ person: { group: 'cadre' } }, { law }).candidates ?? [];
    expect(cadre.find(({ scheme }) => scheme === 'nd177')?.status).not.toBe('not-a-subject');
  });
});
