import { describe, expect, test } from 'vitest';
import { calculate, type Law } from '../../src/index.ts';
import { checkScheme } from '../../src/lawbook/check/check.ts';
import { diffOf } from '../../src/lawbook/diff/diff.ts';
import { admits, noFacts, testsOf } from '../../src/law/facts.ts';
import type { Condition } from '../../src/law/provision.ts';
import { LawReader } from '../../src/lawbook/show/reader.ts';
import { axesFor } from '../../src/lawbook/space/axes.ts';
import { lawWithDecree, row, severed, TITLE } from '../engine/benefit/decree.ts';
import { actOf, amenderOf, base, provisionOf, versionOf, FEBRUARY, MARCH } from '../support/small-law.ts';

/** A test that admits every word except some. */

describe('a test of all words but some', () => {
  const holds = (test: unknown, word: string | undefined): boolean => {
    const facts = noFacts();
    facts.values.group = word;
    return testsOf({ group: test } as Condition).every((one) => one.holds(facts));
  };

  test('admits every other word, and as any test none that is not known', () => {
    const test1 = { except: ['cadre', 'cipher'] };
    expect(['cadre', 'cipher', 'civil-servant', undefined].map((word) => holds(test1, word))).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect([admits(undefined, 'x'), admits(undefined, undefined), admits(test1, undefined)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('covers the groups it does not name', () => {
    const subject = { ...provisionOf('s'), kind: 'subject', when: { group: { except: ['cadre'] } } };
    const version = versionOf([actOf('act', [subject as never])], MARCH);
    expect(['cadre', 'cipher'].map((name) => version.coversGroup(name))).toEqual([false, true]);
  });
});

describe('a row for every group except one', () => {
  const terms = 'base: monthlySalary\nterms:\n  - {rate: "2"}';
  const rest = (groups: string): string => `
id: empty.grant
kind: empty
benefits: [grant]
when: {class: {severance-branch: ["9", "10"]}, group: ${groups}}
message: {vi: không, en: none}`;
  const except = row(terms)
    .replace('}}\n', '}, group: {except: [contract-worker]}}\n')
    .replace('["9", "10"]}, ', '["9", "10"]}, ');
  const law = lawWithDecree(TITLE, except, rest('[contract-worker]'));
  const grant = (group: string): string | undefined =>
    severed(law, '10000000', { group }).benefits.find(({ id }) => id === 'grant')?.amount;

  test('pays the others', () => {
    expect(['civil-servant', 'public-employee', 'commune-cadre', 'contract-worker'].map(grant)).toEqual([
      '20000000',
      '20000000',
      '20000000',
      undefined,
    ]);
  });

  test('and its empty place leave no gap and do not overlap; a wrong list does', () => {
    const codes = (groups: string): string[] =>
      checkScheme(lawWithDecree(TITLE, except, rest(groups)), 'nd178').map(({ code }) => code);
    expect(codes('[contract-worker]')).toEqual([]);
    expect(codes('[contract-worker, cadre]')).toEqual(['benefit-overlap']);
    expect(codes('[cadre]')).toEqual(expect.arrayContaining(['benefit-gap', 'benefit-overlap']));
    expect(codes('{except: [contract-worker]}')).toEqual(expect.arrayContaining(['benefit-gap', 'benefit-overlap']));
  });

  test('is compared with a version that lists them', () => {
    const [before, after] = ['2025-07-01', '2026-01-01'].map((date) => {
      const found = law.at('nd178', date);
      if (!found.ok) throw new Error(date);
      return found.value;
    }) as [Parameters<typeof diffOf>[1], Parameters<typeof diffOf>[1]];
    const boxes = diffOf(law, before, after).meaning.flatMap(({ benefits }) => benefits.flatMap((one) => one.boxes));
    expect(boxes).toHaveLength(1);
    expect(boxes[0]).toMatchObject({ before: '0', after: '2', difference: '+2' });
    expect(boxes[0]?.where['group']).not.toContain('contract-worker');
    expect(boxes[0]?.where['group']).toContain('civil-servant');
  });

  test('is said as such, and names the group of a case', () => {
    const found = law.at('nd178', '2026-01-01');
    if (!found.ok) throw new Error('no law');
    const said = (lang: 'vi' | 'en'): string =>
      new LawReader(law, found.value, lang).condition({ group: { except: ['contract-worker'] } });
    expect([said('vi'), said('en')]).toEqual([
      'nhóm đối tượng: tất cả, trừ người lao động hợp đồng',
      'group: all except contract worker',
    ]);
  });

  test('names no group that there is none of', () => {
    const wrong = lawWithDecree(TITLE, except.replace('contract-worker', 'contract-worke'), rest('[contract-worker]'));
    expect(checkScheme(wrong, 'nd178').map(({ message }) => message.en)).toEqual([
      'grant: group "contract-worke" is declared nowhere. Did you mean "contract-worker"?',
    ]);
  });

  test('keeps the act that adds an exception in the legal basis', () => {
    const listed = actOf('base', [provisionOf('a', 'Điều 1', { when: { group: { except: ['cadre'] } } })]);
    const add = {
      at: 'Khoản 1',
      certainty: 'A',
      add: { act: 'base', provision: 'a', at: 'Điều 1', leaf: 'when.group.except' },
      expect: ['cadre'],
      with: 'cipher',
    } as const;
    const rule = versionOf([listed, amenderOf('later', FEBRUARY, [add])], MARCH).rules('severance-months')[0];
    expect(rule?.cites).toEqual([{ act: 'base', at: 'Điều 1', amendedBy: 'later', amendedAt: 'Khoản 1' }]);
    expect(rule?.additions).toEqual([]);
    expect(rule?.provision.when?.group).toEqual({ except: ['cadre', 'cipher'] });
  });
});

describe('the space of cases', () => {
  const version = versionOf([base], MARCH);
  const parts = (condition: Condition): unknown[] => {
    const provision = provisionOf('x', 'Điều 1', { when: condition });
    const axes = axesFor([version], [{ condition, leaf: 'when', provision }]);
    return axes.flatMap((axis) => axis.parts.map((part) => part.words ?? part.value));
  };

  test('is divided by what is excepted as by what is listed', () => {
    expect(parts({ impact: { except: ['direct'] } })).toEqual(parts({ impact: ['direct'] }));
    expect(parts({ impact: { except: ['direct'] } })).toEqual([['direct'], ['indirect', 're-election']]);
  });

  test('has a scheme that no condition names where all but some are meant', () => {
    expect(parts({ settledUnder: ['nd177'] })).toEqual([undefined, ['nd177']]);
    expect(parts({ settledUnder: { except: ['nd177'] } })).toEqual([undefined, ['nd177'], ['other']]);
  });
});

test('a whole scheme may be for all groups but one', () => {
  const law: Law = lawWithDecree(`
id: exclusion.cadre
kind: exclusion
when: {group: {except: [civil-servant]}}
code: only-civil-servants
message: {vi: chỉ công chức, en: only civil servants}`);
  const outcome = (group: string): string => severed(law, '10000000', { group }).outcome;
  expect([outcome('civil-servant'), outcome('cadre')]).toEqual(['paid', 'refused']);
  expect(calculate({}, { law }).ok).toBe(false);
});
