import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  BENEFITS,
  builtinLaw,
  calculate,
  FINDING_CODES,
  GROUPS,
  ISSUE_CODES,
  parseCase,
  QUESTIONS,
  ROUTES,
  SCHEMES,
  WINDOWS,
  type Act,
  type Block,
  type CaseInput,
  type Case,
  type CaseIssue,
  type Checked,
  type FindingCode,
  type Group,
  type IssueCode,
  type Lang,
  type Outcome,
  type Result,
  type Rule,
  type Scheme,
  type SchemeId,
} from '../../src/index.ts';
import { batch } from '../../src/batch.ts';
import { lawCodes } from '../support/code-table.ts';

// What the types refuse is proved by `npm run typecheck`: an expected error that is none is an error there.

const person: CaseInput = {
  id: 7,
  person: { sex: 'male', birth: 1966, group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01', impact: undefined },
  insurance: { years: 22, publicSector: null },
  salary: { coefficient: '4.65', publicService: '25%' },
};

describe('types guide who writes a case', () => {
  test('what may be written is taken: text, whole numbers, spellings, null and undefined for what is not said', () => {
    const spelled: CaseInput = { ...person, person: { sex: 'nam', birth: '15/01/1966', group: 'công chức' } };
    expect([person, spelled].map((one) => calculate(one).ok)).toEqual([true, true]);
    const money: CaseInput = { ...person, salary: { monthly: 15_356_250 } };
    expect(calculate(money)).toMatchObject({ ok: true, value: { outcome: 'paid' } });
  });

  test('a wrong key, a number where exact text is wanted, and a missing group are errors of the compiler', () => {
    const wrong: unknown[] = [
      // @ts-expect-error a key that there is none of
      { ...person, person: { ...person.person, brith: '1966' } } satisfies CaseInput,
      // @ts-expect-error 4.65 is no exact decimal in a program
      { ...person, salary: { coefficient: 4.65 } } satisfies CaseInput,
      // @ts-expect-error the day of leaving is no Date
      { ...person, leaving: { ...person.leaving, date: new Date(0) } } satisfies CaseInput,
      // @ts-expect-error the salary is missing
      { person: person.person, leaving: person.leaving, insurance: person.insurance } satisfies CaseInput,
      // @ts-expect-error a list is no case
      [person] satisfies CaseInput,
    ];
    expect(wrong).toHaveLength(5);
    // @ts-expect-error a group that there is none of
    const group: Group = 'civil-servent';
    // @ts-expect-error a code that there is none of
    const code: IssueCode = 'unknown-keys';
    expect([GROUPS.includes(group), ISSUE_CODES.includes(code)]).toEqual([false, false]);
  });

  test('a parsed case and the case of a result are cases again', () => {
    expectTypeOf<Case>().toExtend<CaseInput>();
    const parsed = parseCase(person);
    expect(parsed.ok && calculate(parsed.value).ok).toBe(true);
  });

  test('options may be undefined under exactOptionalPropertyTypes', async () => {
    const maybe = undefined as Lang | undefined;
    expect(calculate(person, { lang: maybe, asOf: undefined, scheme: undefined }).ok).toBe(true);
    expect(parseCase(person, { lang: maybe }).ok).toBe(true);
    for await (const line of batch([person], { lang: maybe, sha256: undefined }))
      expect(line).toHaveProperty('receipt');
    // @ts-expect-error a language that there is none of
    expect(calculate(person, { lang: 'fr' }).ok).toBe(false);
  });

  test('what comes from outside is taken as well', () => {
    expectTypeOf(calculate(JSON.parse('{}') as unknown)).toEqualTypeOf<Checked<Result, CaseIssue>>();
    expect(calculate('no case').ok).toBe(false);
  });
});

describe('names', () => {
  test('are those of the rule files: none is kept by hand', () => {
    const law = builtinLaw();
    expect([...SCHEMES].sort()).toEqual([...law.schemes.keys()].sort());
    const versions = [...law.schemes.keys()].flatMap((scheme) =>
      law.versions(scheme).flatMap(({ date }) => {
        const found = law.at(scheme, date);
        return found.ok ? [found.value] : [];
      }),
    );
    const used = <T>(of: (version: (typeof versions)[number]) => T[]): T[] => [...new Set(versions.flatMap(of))].sort();
    expect([...GROUPS]).toEqual(
      expect.arrayContaining(used((one) => one.rules('group').map((r) => r.provision.group))),
    );
    expect([...BENEFITS]).toEqual(used((one) => one.rules('benefit-title').map((r) => r.provision.benefit)));
    expect([...ROUTES]).toEqual(used((one) => one.routes.map(({ route }) => route)));
    expect(WINDOWS).toEqual(['first-12-months', 'from-month-13', 'none']);
    for (const scheme of law.schemes.keys())
      for (const [question, options] of law.questions(scheme))
        expect(QUESTIONS[question as keyof typeof QUESTIONS]).toEqual(expect.arrayContaining([...options]));
    expect([...FINDING_CODES]).toEqual(expect.arrayContaining(lawCodes(law).map(({ code }) => code)));
  });

  test('are frozen', () => {
    for (const list of [SCHEMES, GROUPS, ROUTES, BENEFITS, WINDOWS, ISSUE_CODES, FINDING_CODES, QUESTIONS])
      expect(Object.isFrozen(list)).toBe(true);
  });

  test('are unions, and what a result holds offers them', () => {
    expectTypeOf<Outcome>().toEqualTypeOf<'paid' | 'nothing' | 'refused'>();
    expectTypeOf<Block>().toEqualTypeOf<'none' | 'pregnancy-or-small-child' | 'discipline-or-inspection'>();
    expectTypeOf<SchemeId>().toExtend<Result['law']['scheme']>();
    expectTypeOf<'top-up' | 'mid-month-leaving'>().toExtend<FindingCode>();
    expectTypeOf<Scheme>().toHaveProperty('routes');
    expectTypeOf<Act>().toHaveProperty('issued');
    expectTypeOf<Rule>().toHaveProperty('cites');
  });
});
