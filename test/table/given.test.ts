import { describe, expect, it } from 'vitest';
import { Spelling } from '../../src/case/spelling/spelling.ts';
import { vocabularyOf } from '../../src/engine/vocabulary.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { givenValues, saidAbove, textsAbove, withGiven } from '../../src/table/given.ts';

const spelling = new Spelling(vocabularyOf(builtinLaw(), 'auto'));
const WANTED = ['person.group', 'leaving.route'];

/** What the lines above a table say of everybody in it. */
function said(...lines: string[]): Record<string, unknown> {
  const rows = lines.map((line, at) => ({ row: at + 1, cells: [line] }));
  const found = saidAbove(textsAbove(rows, lines.length + 1), WANTED, spelling);
  return Object.fromEntries(found.map(({ key, value }) => [key, value]));
}

describe('what a title says of everybody', () => {
  it.each([
    ['DANH SÁCH CÔNG CHỨC NGHỈ HƯU TRƯỚC TUỔI THEO NGHỊ ĐỊNH SỐ 178/2024/NĐ-CP', 'civil-servant', 'early-retirement'],
    ['Danh sách viên chức nghỉ thôi việc', 'public-employee', 'severance'],
    ['DANH SACH CONG CHUC CAP XA NGHI HUU TRUOC TUOI', 'commune-civil-servant', 'early-retirement'],
    ['Danh sách trích ngang người lao động hợp đồng hưởng chế độ', 'contract-worker', undefined],
    ['DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC NGHỈ HƯU TRƯỚC TUỔI', undefined, 'early-retirement'],
    ['DANH SÁCH CÔNG CHỨC NGHỈ HƯU TRƯỚC TUỔI, NGHỈ THÔI VIỆC', 'civil-servant', undefined],
    ['DANH SÁCH CÁN BỘ NGHỈ THÔI VIỆC', undefined, 'severance'],
    ['DANH SÁCH CÁN BỘ, CÔNG CHỨC CẤP XÃ NGHỈ THÔI VIỆC', undefined, 'severance'],
    ['SỞ NỘI VỤ', undefined, undefined],
    ['Tờ trình về công chức nghỉ hưu', undefined, undefined],
  ])('%s', (title, group, route) => {
    for (const form of ['NFC', 'NFD'] as const) {
      const found = said('UBND TỈNH', title.normalize(form));
      expect([found['person.group'], found['leaving.route']]).toEqual([group, route]);
    }
  });

  it('may go on in the next line, and is not cut by it or by the commas of a CSV', () => {
    expect(said('DANH SÁCH CÔNG CHỨC', 'NGHỈ HƯU TRƯỚC TUỔI')).toEqual({
      'person.group': 'civil-servant',
      'leaving.route': 'early-retirement',
    });
    expect(said('DANH SÁCH CÔNG CHỨC', 'VIÊN CHỨC NGHỈ HƯU TRƯỚC TUỔI')['person.group']).toBeUndefined();
    const cut = [{ row: 1, cells: ['DANH SÁCH CÔNG CHỨC', ' VIÊN CHỨC NGHỈ HƯU'] }];
    expect(saidAbove(textsAbove(cut, 2), ['person.group'], spelling)).toEqual([]);
  });
});

describe('values for a whole list', () => {
  it('are read as cells are, under keys or headings', () => {
    const read = givenValues(['person.group=công chức', 'Ngày nghỉ=01/05/2025', 'gt=Nữ'], spelling, 'vi');
    expect(read.ok && read.value).toEqual([
      { key: 'person.group', value: 'civil-servant' },
      { key: 'leaving.date', value: '2025-05-01' },
      { key: 'person.sex', value: 'female' },
    ]);
  });

  it.each([
    ['person.grup=CC', 'set-unknown-key', '"person.group"'],
    ['group=CC', 'set-unknown-key', '"person.group"'],
    ['person.group', 'set-without-value', 'person.group'],
    ['leaving.date=31/02/2025', 'impossible-date', '--set leaving.date'],
    ['person.group=KCT', 'ambiguous-word', 'không chuyên trách'],
  ])('%s is told as %s', (text, code, part) => {
    const read = givenValues([text], spelling, 'vi');
    expect(read.ok ? [] : read.issues).toMatchObject([{ code }]);
    expect(read.ok || read.issues[0]?.message).toContain(part);
  });

  it('fill what a case of NDJSON does not say, and nothing else', () => {
    const given = [{ key: 'person.group', value: 'civil-servant' }];
    expect(withGiven({ person: { name: 'A' } }, given)).toEqual({ person: { name: 'A', group: 'civil-servant' } });
    expect(withGiven({ person: { group: 'cadre' } }, given)).toEqual({ person: { group: 'cadre' } });
    expect(withGiven({}, given)).toEqual({ person: { group: 'civil-servant' } });
    expect(withGiven({ person: 'A' }, given)).toEqual({ person: 'A' });
    expect(withGiven([1], given)).toEqual([1]);
  });
});
