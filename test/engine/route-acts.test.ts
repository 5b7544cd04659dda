import { describe, expect, it } from 'vitest';
import { calculate } from '../../src/index.ts';
import { batchTable } from '../../src/batch.ts';
import { actsNamedIn } from '../../src/law/acts-named.ts';
import { builtinLaw } from '../../src/law/builtin.ts';

const law = builtinLaw();
const person = (route: string, more: { law?: string; date?: string } = {}): Record<string, unknown> => ({
  ...(more.law === undefined ? {} : { law: more.law }),
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
  leaving: { route, date: more.date ?? '2025-07-01', reorganisation: '2025-03-01' },
  insurance: { years: 22 },
  salary: { coefficient: '4.65' },
});

describe('a route with the act beside it', () => {
  const plain = calculate(person('early-retirement'));

  it.each([
    'Nghỉ hưu trước tuổi theo NĐ 178',
    'Nghỉ hưu trước tuổi theo NĐ 178'.normalize('NFD'),
    'Nghỉ hưu trước tuổi theo NĐ 178/2024',
    'nghi huu truoc tuoi theo nghi dinh so 178/2024/nd-cp',
    'Nghỉ hưu trước tuổi theo Nghị định số 178/2024/NĐ-CP ngày 31/12/2024 của Chính phủ',
    'Nghỉ hưu trước tuổi (NĐ178)',
    'Nghỉ hưu trước tuổi (178/2024/NĐ-CP)',
    'Nghỉ hưu trước tuổi theo Nghị định 178/2024/NĐ-CP, Nghị định 67/2025/NĐ-CP',
    'NHTT theo NĐ 178 và NĐ 67',
    'NĐ 178: nghỉ hưu trước tuổi',
    'Hưu 178',
    'Early retirement under Decree 178/2024/NĐ-CP',
  ])('%s: the route alone', (route) => {
    expect(calculate(person(route))).toEqual(plain);
    expect(plain).toMatchObject({ ok: true, value: { law: { scheme: 'nd178' }, outcome: 'paid' } });
  });

  it.each([
    ['Nghỉ hưu trước tuổi theo NĐ 154', undefined, 'nd154'],
    ['Nghỉ hưu trước tuổi theo NĐ 29/2023', undefined, 'nd29'],
    ['Nghỉ hưu trước tuổi theo NĐ 178', 'nd154', 'nd178'],
    ['Nghỉ hưu trước tuổi theo NĐ 178, NĐ 154', undefined, 'nd154'],
    // Amends another decree, and none of this scheme.
    ['Nghỉ hưu trước tuổi theo NĐ 300/2026', undefined, 'nd170'],
  ])('%s, worked out under %s: refused, with the way to choose it', (route, scheme, own) => {
    for (const found of [
      calculate(person(route, scheme === undefined ? {} : { law: scheme })),
      calculate(person(route), scheme === undefined ? {} : { scheme }),
    ]) {
      const issues = found.ok ? [] : found.issues;
      expect(issues.map(({ code, path }) => [code, path])).toEqual([['route-of-other-act', 'leaving.route']]);
      expect(issues[0]?.message).toContain(own);
    }
  });

  it('agrees with the scheme that is chosen', () => {
    const found = calculate(person('Nghỉ hưu trước tuổi theo NĐ 154'), { scheme: 'nd154' });
    expect(found).toEqual(calculate(person('early-retirement'), { scheme: 'nd154' }));
    expect(found).toMatchObject({ ok: true, value: { law: { scheme: 'nd154' } } });
  });

  it.each([
    'NĐ 178',
    'Nghỉ hưu trước tuổi theo NĐ 26/2014',
    'Nghỉ hưu trước tuổi theo NĐ 178/2025',
    'Hưu 179',
    'Hưu 29',
  ])('%s is no route', (route) => {
    const found = calculate(person(route));
    expect(found.ok ? [] : found.issues.map(({ code }) => code)).toEqual(['unknown-word']);
  });

  it('is read in a list, and refused at its cell', async () => {
    const head = ['Giới tính', 'Ngày sinh', 'Nhóm đối tượng', 'Hình thức nghỉ', 'Ngày nghỉ', 'Ngày sắp xếp'];
    const row = (route: string): string[] => [
      'nam',
      '15/01/1966',
      'CC',
      route,
      '01/07/2025',
      '01/03/2025',
      '22',
      '4,65',
    ];
    const table = await batchTable([
      [...head, 'Số năm BHXH', 'Hệ số lương'],
      row('NHTT (NĐ 178)'),
      row('NHTT (NĐ 154)'),
    ]);
    const lines = [];
    if (table.ok) for await (const line of table.value) lines.push(line);
    expect(lines).toMatchObject([
      { outcome: 'paid', case: { leaving: { route: 'early-retirement' } } },
      { issues: [{ code: 'route-of-other-act', cell: 'D3' }] },
    ]);
  });
});

describe('the scheme named by its act', () => {
  it.each([
    ['NĐ 178/2024/NĐ-CP', 'nd178'],
    ['Nghị định 154', 'nd154'],
    ['NĐ 177', 'nd177'],
    ['NQ 07/2025', 'nq07'],
    ['nd154', 'nd154'],
  ])('%s: %s', (text, scheme) => {
    const found = calculate(person('auto', { law: text, date: '2025-10-01' }));
    expect(found).toMatchObject({ ok: true, value: { law: { scheme }, case: { law: scheme } } });
  });

  it.each(['NĐ 26', 'NĐ 178 và NĐ 154', 'NĐ 135', 'chế độ 178'])('%s names none', (text) => {
    const found = calculate(person('auto', { law: text }));
    expect(found.ok ? [] : found.issues.map(({ code }) => code)).toEqual(['unknown-scheme']);
  });
});

it('every decree and resolution of the law is found by its number and year', () => {
  const read = actsNamedIn(law);
  for (const { act, title } of law.acts.values())
    if (/^Nghị (?:định|quyết) /.test(title.vi))
      expect(read(`Thôi việc theo ${title.vi}`)).toEqual({ rest: 'thoi viec', acts: [act] });
});
