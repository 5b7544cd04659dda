import { describe, expect, test } from 'vitest';
import { calculate, loadLaw, type Law, type Result } from '../../src/index.ts';
import { calculation } from '../../src/engine/calculate.ts';
import { explain } from '../../src/explanation/explanation.ts';
import { sheet } from '../../src/papers/sheet.ts';
import { builtinActs, builtinLaw } from '../../src/law/builtin.ts';
import { checkScheme } from '../../src/lawbook/check/check.ts';
import { diffOf } from '../../src/lawbook/diff/diff.ts';
import { LawReader } from '../../src/lawbook/show/reader.ts';
import { sentence } from '../../src/lawbook/show/sentence.ts';
import { flattener } from '../../src/table/flat.ts';
import { columnsOf, layoutOf } from '../../src/table/layout.ts';
import { vocabularyOf } from '../../src/engine/vocabulary.ts';
import type { Provision } from '../../src/law/provision.ts';

/** Clocks from the later of two days, and terms of other lengths than 12 months. */

/** A decree that sets leaves of both clocks of direct impact from 2026 on. */
function decreeOf(leaves: Readonly<Record<string, string>>): string {
  const act = builtinActs().find((one) => one.act === 'tt-01-2025-bnv');
  const clocks = (act?.provisions ?? []).filter((one) => one.kind === 'clock');
  const amendments = clocks.flatMap((clock) =>
    Object.entries(leaves).map(([leaf, to]) => {
      const target = `{act: tt-01-2025-bnv, provision: ${clock.id}, at: "${clock.at}", leaf: ${leaf}}`;
      const stands = JSON.stringify((clock as unknown as Record<string, unknown>)[leaf] ?? null);
      return `  - at: Điều 1\n    certainty: A\n    replace: ${target}\n    expect: ${stands}\n    with: ${to}\n`;
    }),
  );
  return `act: nd-998-2026\nkind: amending\ntitle: {vi: x, en: x}\nsubject: {vi: x, en: x}\nissued: 2026-01-01\napplies: 2026-01-01\namendments:\n${amendments.join('')}`;
}

/** The built-in law with that decree. */
function lawWithClocks(leaves: Readonly<Record<string, string>>): Law {
  const loaded = loadLaw([{ file: 'nd-998-2026.yaml', text: decreeOf(leaves) }], { lang: 'en' });
  if (!loaded.ok) throw new Error(loaded.issues.map(({ message }) => message).join('\n'));
  return loaded.value.law;
}

const personOf = (date: string, reorganisation: string | undefined): object => ({
  person: { sex: 'male', birth: '1968-01', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date, ...(reorganisation === undefined ? {} : { reorganisation }) },
  insurance: { years: 34 },
  salary: { monthly: '10000000' },
});

function paid(law: Law, date: string, reorganisation: string): Result {
  const found = calculate(personOf(date, reorganisation), { law, scheme: 'nd178' });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}

function versionOf(law: Law, date: string): Parameters<typeof diffOf>[1] {
  const found = law.at('nd178', date);
  if (!found.ok) throw new Error(date);
  return found.value;
}

describe('a clock from the later of two days', () => {
  const law = lawWithClocks({ starts: '{later: [leaving.reorganisation, 2026-02-01]}' });
  const window = (date: string, reorganisation: string): string | undefined =>
    paid(law, date, reorganisation).measures?.window;

  test('runs from the day where the case has an earlier one, and from the case where that is later', () => {
    // 12 months from 2026-02-01 end on 2027-02-01, those from 2026-03-01 on 2027-03-01.
    expect([window('2027-02-01', '2025-12-01'), window('2027-02-02', '2025-12-01')]).toEqual([
      'first-12-months',
      'from-month-13',
    ]);
    expect([window('2027-02-01', '2026-02-01'), window('2027-02-02', '2026-02-01')]).toEqual([
      'first-12-months',
      'from-month-13',
    ]);
    expect([window('2027-03-01', '2026-03-01'), window('2027-03-02', '2026-03-01')]).toEqual([
      'first-12-months',
      'from-month-13',
    ]);
  });

  test('is proved by the check, said in words, and told apart from another by the comparison', () => {
    expect(checkScheme(law, 'nd178')).toEqual([]);
    const version = versionOf(law, '2026-01-01');
    const [clock] = version.rules('clock').filter(({ provision }) => typeof provision.starts === 'object');
    const said = (lang: 'vi' | 'en'): string =>
      sentence(new LawReader(law, version, lang), clock?.provision as Provision);
    expect(said('vi')).toContain(
      'trong 12 tháng từ ngày muộn hơn giữa ngày văn bản sắp xếp có hiệu lực và 01/02/2026: trong 12 tháng đầu; sau đó: từ tháng thứ 13 trở đi',
    );
    expect(said('en')).toContain(
      'within 12 months from the later of the day the reorganisation took effect and 2026-02-01',
    );
    const diff = diffOf(law, versionOf(law, '2025-07-01'), version);
    expect(diff.measures).toEqual(['clock']);
    const where = diff.meaning
      .flatMap(({ benefits }) => benefits.flatMap((one) => one.boxes))
      .map((box) => box.where['window']);
    expect(where.flat()).toContain('from-month-13 → first-12-months');
  });

  test('needs the day of the reorganisation', () => {
    const found = calculate(personOf('2026-05-01', undefined), { law, scheme: 'nd178', lang: 'en' });
    expect(found.ok ? [] : found.issues.map(({ code }) => code)).toEqual(['reorganisation-missing']);
  });

  test('has real days only', () => {
    expect(() => lawWithClocks({ starts: '{later: [leaving.reorganisation, 2026-02-30]}' })).toThrow(
      'is no longer valid at starts.later.1: not an existing date YYYY-MM-DD.',
    );
    expect(() => lawWithClocks({ starts: '{later: [2026-02-01]}' })).toThrow(
      'is no longer valid at starts.later: Too small',
    );
  });
});

describe('a term of 18 months', () => {
  const law = lawWithClocks({ months: '18' });

  test('is so called wherever a reader meets it, while the contract keeps the word of the rule', () => {
    const all = (date: string, lang: 'vi' | 'en'): string => {
      const worked = calculation(personOf(date, '2026-01-01'), { law, scheme: 'nd178', lang });
      if (!worked.ok || 'refused' in worked.value) throw new Error('not worked');
      return JSON.stringify([explain(worked.value, { law, lang }), sheet(worked.value, { law, lang }).blocks]);
    };
    // 18 months from 2026-01-01 end on 2027-07-01.
    expect(paid(law, '2027-07-01', '2026-01-01').measures?.window).toBe('first-12-months');
    expect(paid(law, '2027-07-02', '2026-01-01').measures?.window).toBe('from-month-13');
    expect(all('2027-07-01', 'vi')).toContain('trong 18 tháng đầu');
    expect(all('2027-08-01', 'vi')).toContain('từ tháng thứ 19 trở đi');
    expect(all('2027-07-01', 'en')).toContain('within the first 18 months');
    for (const date of ['2027-07-01', '2027-08-01'])
      for (const lang of ['vi', 'en'] as const)
        expect(all(date, lang)).not.toMatch(/12 tháng đầu|tháng thứ 13|first 12 months|month 13/);
  });

  test('is named by what asks for its day', () => {
    const asked = (from: Law | undefined, lang: 'vi' | 'en'): string[] => {
      const found = calculate(personOf('2026-05-01', undefined), {
        scheme: 'nd178',
        lang,
        ...(from ? { law: from } : {}),
      });
      return found.ok ? [] : found.issues.map(({ message }) => message);
    };
    expect(asked(law, 'vi')).toEqual([
      'Thiếu ngày văn bản sắp xếp có hiệu lực (leaving.reorganisation); không có ngày này thì không biết nghỉ trong 18 tháng đầu hay từ tháng thứ 19. Nếu không nghỉ do sắp xếp, ghi lý do nghỉ theo chế độ (leaving.ground).',
    ]);
    expect(asked(law, 'en')).toEqual([
      'The day the reorganisation document took effect (leaving.reorganisation) is missing; without it nobody knows whether the person leaves in the first 18 months or from month 19. Who does not leave because of a reorganisation gives the ground (leaving.ground).',
    ]);
    expect(asked(undefined, 'vi')[0]).toContain('trong 12 tháng đầu hay từ tháng thứ 13');
  });

  test('is named by the remark on a decision that is not given', () => {
    const messages = paid(law, '2027-08-01', '2026-01-01').findings.map(({ message }) => message);
    expect(messages).toContainEqual(
      expect.stringContaining('Nghỉ sau 18 tháng đầu và hồ sơ không ghi ngày quyết định'),
    );
  });
});

test('a table names the months of the term, and the word of the rule where programs read', () => {
  const told = (law: Law, date: string, lang: 'vi' | 'en', words: 'codes' | 'titles'): (string | null)[] => {
    const layout = layoutOf(columnsOf(law, 'nd178'), [], []);
    const flatten = flattener({ layout, law, vocabulary: vocabularyOf(law, 'nd178'), lang, words });
    return flatten({ row: 1, result: paid(law, date, '2026-01-01'), extras: [] } as never);
  };
  const months = lawWithClocks({ months: '18' });
  expect(told(months, '2027-07-01', 'vi', 'titles')).toContain('trong 18 tháng đầu');
  expect(told(months, '2027-07-02', 'vi', 'titles')).toContain('từ tháng thứ 19');
  expect(told(months, '2027-07-01', 'en', 'titles')).toContain('first 18 months');
  expect(told(months, '2027-07-02', 'en', 'titles')).toContain('from month 19');
  expect(told(months, '2027-07-01', 'vi', 'codes')).toContain('first-12-months');
  expect(told(builtinLaw(), '2027-01-01', 'vi', 'titles')).toContain('trong 12 tháng đầu');
  expect(told(builtinLaw(), '2027-07-02', 'en', 'titles')).toContain('from month 13');
});
