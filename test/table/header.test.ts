import { describe, expect, it } from 'vitest';
import { CASE_KEYS } from '../../src/case/keys.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { matchHeading } from '../../src/table/columns.ts';
import { findHeader, type HeaderOptions } from '../../src/table/header.ts';
import { benefitsOf, columnsOf, layoutOf, outputHeadings } from '../../src/table/layout.ts';
import { unaccented } from '../../src/base/text.ts';

const required = CASE_KEYS.filter((key) => key.required);
const titles = required.map((key) => key.title.vi);
const table = (...rows: readonly (readonly string[])[]) => rows.map((cells, at) => ({ row: at + 1, cells }));
const find = (rows: ReturnType<typeof table>, options: Partial<HeaderOptions> = {}) =>
  findHeader(rows, { lang: 'vi', ...options });
const keysOf = (rows: ReturnType<typeof table>) => {
  const header = find(rows);
  return header.ok ? header.value.keys.map((column) => column.key.key) : header.issues;
};

describe('headings', () => {
  it('know every key by its name, its titles and its aliases, in any spelling', () => {
    for (const key of CASE_KEYS) {
      const names = [key.title.vi, key.title.en, ...(key.aliases ?? [])];
      for (const name of names) {
        for (const form of [name, name.normalize('NFD'), name.toUpperCase(), unaccented(name), `  ${name} (*) `]) {
          expect(matchHeading(form)?.key.key, form).toBe(key.key);
        }
      }
      expect(matchHeading(key.key.toUpperCase())?.key.key).toBe(key.key);
    }
  });

  it.each(['auto', ...builtinLaw().schemes.keys()])('of the output are never those of the input: %s', (scheme) => {
    const found = columnsOf(builtinLaw(), scheme);
    const isOutput = outputHeadings(found.benefits);
    for (const column of layoutOf(found, [], []).columns) {
      for (const heading of [column.id, column.title.vi, column.title.en]) {
        expect(isOutput(heading), heading).toBe(true);
        expect(matchHeading(heading), heading).toBeUndefined();
      }
    }
    expect(isOutput('Ghi chú')).toBe(false);
  });
});

describe('a header', () => {
  const names = required.map((key) => key.key);

  it('is found below titles and blank rows', () => {
    const header = find(table(['DANH SÁCH'], [], ['Tháng 5'], titles, ['1']));
    expect(header).toMatchObject({ ok: true, value: { row: 4, dataFrom: 5 } });
  });

  it('may be in two rows', () => {
    const top = titles.map((title) => (title === 'Ngày nghỉ' ? 'Ngày' : title === 'Số năm đóng BHXH' ? 'BHXH' : title));
    const sub = titles.map((title) => (title === 'Ngày nghỉ' ? 'nghỉ' : title === 'Số năm đóng BHXH' ? 'năm' : ''));
    expect(keysOf(table(top, sub))).toEqual(names);
  });

  it('may be followed by a row that numbers the columns', () => {
    expect(
      find(
        table(
          titles,
          titles.map((_, at) => `(${at + 1})`),
        ),
      ),
    ).toMatchObject({ value: { dataFrom: 3 } });
    expect(
      find(
        table(
          titles,
          titles.map(() => '1'),
        ),
      ),
    ).toMatchObject({ value: { dataFrom: 2 } });
  });

  it('keeps other columns, but not those of an earlier output', () => {
    const header = find(table([...titles, 'Ghi chú', 'result.total']), {
      isOutput: (heading) => heading.startsWith('result.'),
    });
    expect(header).toMatchObject({ value: { extras: [{ heading: 'Ghi chú' }] } });
  });

  it("keeps columns of one's own that bear the names of ours, unless the table is an output", () => {
    const isOutput = outputHeadings(benefitsOf(builtinLaw(), 'nd178'));
    const own = ['Lưu ý', 'Tổng số tiền', 'Kết quả'];
    const kept = (...headings: readonly string[]) => {
      const header = find(table([...headings, ...titles]), { isOutput });
      return header.ok ? header.value.extras.map(({ heading }) => heading) : header.issues;
    };
    expect(kept(...own)).toEqual(own);
    expect(kept('Dòng trong tệp gốc', ...own, 'Ghi chú')).toEqual(['Ghi chú']);
    expect(kept('Row of the input', ...own)).toEqual([]);
    expect(kept('result.row', ...own, 'result.total')).toEqual([]);
  });

  it('prefers the surer of two columns for one key, and refuses two equally sure ones', () => {
    expect(find(table(['STT', 'Mã hồ sơ', ...titles]))).toMatchObject({ value: { extras: [{ heading: 'STT' }] } });
    expect(find(table([...titles, 'Ngày sinh']))).toMatchObject({
      ok: false,
      issues: [{ code: 'duplicate-column', path: 'person.birth' }],
    });
  });

  it('names the required columns that are missing', () => {
    const header = find(table(titles.slice(1)));
    expect(header).toMatchObject({ ok: false, issues: [{ code: 'missing-columns' }] });
    expect(header.ok || header.issues[0]?.message).toContain('person.sex');
  });

  it('that is not there is told', () => {
    expect(find(table(['a', 'b'], ['1', '2']))).toMatchObject({ issues: [{ code: 'no-header' }] });
    expect(find([])).toMatchObject({ issues: [{ code: 'no-header' }] });
  });

  it('refuses columns that carry names of machinery', () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      expect(find(table([...titles, name]))).toMatchObject({ issues: [{ code: 'forbidden-column' }] });
    }
  });

  it('tells the unit column', () => {
    expect(find(table([...titles, 'Cơ quan']))).toMatchObject({ value: { unit: { heading: 'Cơ quan' } } });
    expect(find(table([...titles, 'Sở']), { unit: 'so' })).toMatchObject({ value: { unit: { heading: 'Sở' } } });
    expect(find(table([...titles, 'Sở']), { unit: 'Ban' })).toMatchObject({ issues: [{ code: 'no-unit-column' }] });
  });
});
