import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PersonMarks, Repeats } from '../../src/table/repeats.ts';
import { command, rowsOf, piped, testFolder } from '../support/table.ts';

/** Somebody who stands in two rows is told, with the rows and nothing personal. */

const file = testFolder();

function repeatsOf(people: readonly string[], chunk = people.length): Repeats {
  const repeats = new Repeats();
  for (let from = 0; from < people.length; from += chunk) {
    const marks = new PersonMarks();
    people.slice(from, from + chunk).forEach((person, at) => marks.add({ text: person, day: 0 }, from + at + 1));
    repeats.add(marks.data());
  }
  return repeats;
}

describe('hashes of people', () => {
  it('find the same rows as the texts themselves, however they come in', () => {
    const person = fc.string({ unit: fc.constantFrom('a', 'b', 'ữ', '\u0000', '1', '😀'), maxLength: 5 });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 120 }), fc.integer({ min: 1, max: 120 }), (people, chunk) => {
        const first = new Map<string, number>();
        const told: string[] = [];
        people.forEach((one, at) => {
          const before = first.get(one);
          if (before === undefined) first.set(one, at + 1);
          else told.push(`${at + 1} (as ${before})`);
        });
        const repeats = repeatsOf(people, chunk);
        expect(repeats.rows).toBe(told.length);
        const note = repeats.note()?.en ?? 'row :';
        for (const one of told.slice(0, 50)) expect(note).toContain(one);
        expect(note.includes(' more.')).toBe(told.length > 50);
      }),
    );
  });

  it('take no two of many people for one, and forget none as their number grows', () => {
    const people = Array.from({ length: 200_000 }, (_, at) => `iP${at}`);
    expect(repeatsOf(people).rows).toBe(0);
    expect(repeatsOf([...people, ...people], 7000).rows).toBe(people.length);
    const like = people.slice(0, 50_000).flatMap((_, at) => [`nngười ${at}\u00001966`, `nngười ${at}\u00001967`]);
    expect(repeatsOf(like).rows).toBe(0);
  });
});

const HEADINGS = 'Họ tên;Giới tính;Ngày sinh;Nhóm đối tượng;Chính sách;Ngày nghỉ;Ngày sắp xếp;Số năm BHXH;Hệ số lương';
const person = (name: string, { birth = '15/01/1966', date = '01/05/2025' } = {}): string =>
  `${name};nam;${birth};công chức;nghỉ hưu trước tuổi;${date};01/03/2025;22;4,65`;

/** What is told of people in a table, each row its id or number, its unit and the person. */
async function told(idHeading: string, ...rows: readonly (readonly [string, string, string])[]): Promise<string> {
  const text = [`${idHeading};Đơn vị;${HEADINGS}`, ...rows.map(([id, unit, one]) => `${id};${unit};${one}`)];
  const path = file('told.csv', text.join('\n') + '\n');
  const { err } = await command('batch', path, '-o', file('told.ndjson'), '--lang', 'en');
  return err.split('\n').find((line) => line.includes('paid rows')) ?? '';
}

describe('people in more than one row', () => {
  it('are known by their case id, whatever else the row says', async () => {
    const note = await told('Mã hồ sơ', ['P1', 'X', person('A')], ['P2', 'X', person('C')], ['P1', 'Y', person('B')]);
    expect(note).toMatch(/^1 paid rows name somebody .*: row 4 \(as 2\)\. Somebody may be paid twice/);
    expect(note).not.toMatch(/A|B|X|Y/);
  });

  it('are not known by a short number, which counts the rows of a unit whatever its heading', async () => {
    for (const heading of ['Mã hồ sơ', 'STT'])
      expect(await told(heading, ['12', 'X', person('A')], ['12', 'Y', person('B')])).toBe('');
    const other = person('B', { birth: '16/02/1966' });
    for (const id of ['12345', 'P1'])
      expect(await told('Mã hồ sơ', [id, 'X', person('A')], [id, 'Y', other])).toContain('row 3 (as 2)');
    expect(await told('STT', ['12345', 'X', person('A')], ['12345', 'Y', other])).toBe('');
  });

  it('are known by name and birth, whatever the id, the unit, the leaving date and the spelling', async () => {
    const rows = [
      ['1', 'Sở X', person('Trần Văn A')],
      ['2', 'Sở X', person('Trần Văn B')],
      ['1', 'Sở  X', person('TRẦN  VĂN A'.normalize('NFD'))],
      ['9', 'Sở Y', person('Tran Van A', { date: '01/06/2025' })],
      ['3', 'Sở X', person('Trần Văn A', { birth: '16/01/1966' })],
      ['4', 'Sở X', person('Trần Văn B', { birth: '01/1966' })],
    ] as const;
    for (const heading of ['STT', 'Mã hồ sơ'])
      expect(await told(heading, ...rows)).toContain(': row 4 (as 2), 5 (as 2), 7 (as 3).');
    const named = rows.map(([id, ...row], at) => [`P-${id}-${at}`, ...row] as const);
    expect(await told('Mã hồ sơ', ...named)).toContain(': row 4 (as 2), 5 (as 2), 7 (as 3).');
  });

  it('are not told where a row is refused or pays nothing', async () => {
    const refused = ['1', 'X', person('A', { date: '31/02/2025' })] as const;
    const nothing = ['1', 'X', person('A', { birth: '15/01/1999' })] as const;
    expect(await told('Mã hồ sơ', ['1', 'X', person('A')], refused, nothing)).toBe('');
  });

  it('are told in the summary of a workbook, and change no row', async () => {
    const rows = ['a1', 'b1', 'a1', 'a1'].map((id) => `${id};X;${person(id === 'b1' ? 'B' : 'A')}`);
    const path = file('book.csv', [`Mã hồ sơ;Đơn vị;${HEADINGS}`, ...rows].join('\n'));
    for (const [lang, sheet, says] of [
      ['vi', 'Tóm tắt', '2 hàng được hưởng trùng người với một hàng trước'],
      ['en', 'Summary', '2 paid rows name somebody of an earlier row'],
    ] as const) {
      const { code, bytes, err } = await piped('batch', path, '-o', '-', '--to', 'xlsx', '--lang', lang);
      expect(code).toBe(0);
      const texts = (await rowsOf(bytes, sheet)).map(({ cells }) => String(cells[0]));
      const note = texts.find((text) => text.includes(says));
      expect(note).toBeDefined();
      expect(err).toContain(note);
      expect(err).toMatch(lang === 'vi' ? /hàng 4 \(như 2\), 5 \(như 2\)\./ : /row 4 \(as 2\), 5 \(as 2\)\./);
    }
    const { out } = await command('batch', path, '-o', '-', '--to', 'ndjson');
    const [first, , third] = out.split('\n').map((line) => line.replace(/"row":\d+/, ''));
    expect(third).toBe(first);
  });
});
