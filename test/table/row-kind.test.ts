import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/table/cell.ts';
import { findHeader } from '../../src/table/header.ts';
import { rowSorter } from '../../src/table/row-kind.ts';

const HEADINGS = [
  'STT',
  'Họ và tên',
  'Giới tính',
  'Ngày sinh',
  'Nhóm đối tượng',
  'Chính sách',
  'Ngày nghỉ',
  'Số năm BHXH',
  'Lương tháng hiện hưởng',
  'Ghi chú',
];
const PERSON = ['1', 'Trần Văn A', 'nam', '01/01/1966', 'công chức', 'hưu', '01/05/2025', '22', '10000000'];

/** What the rows under the headings are, in order. */
function kinds(...rows: readonly (readonly Cell[])[]): string[] {
  const header = findHeader([{ row: 1, cells: HEADINGS }], { lang: 'vi' });
  if (!header.ok) throw new Error(header.issues[0]?.message);
  const kindOf = rowSorter(header.value);
  return rows.map((cells, at) => {
    const found = kindOf({ row: at + 2, cells });
    return found.kind === 'unit' ? `unit ${found.unit}` : found.kind;
  });
}

const alone = (text: string): string | undefined => kinds([null, text])[0];
const first = (text: string): string | undefined => kinds([text])[0];

describe('a row under a header', () => {
  it.each([
    ['I', 'Sở Nội vụ', 'unit Sở Nội vụ'],
    ['II.', 'Trung tâm Y tế', 'unit Trung tâm Y tế'],
    ['A', 'KHỐI ĐẢNG', 'unit KHỐI ĐẢNG'],
    ['1', 'Phòng Tổ chức - Hành chính', 'unit Phòng Tổ chức - Hành chính'],
    ['1.2', 'UBND xã Mường Phăng', 'unit UBND xã Mường Phăng'],
    ['', 'UBND XA MUONG PHANG', 'unit UBND XA MUONG PHANG'],
    ['', 'Đoàn Thanh niên tỉnh', 'unit Đoàn Thanh niên tỉnh'],
    ['I', 'Công chức', 'section'],
    ['2', 'Nghỉ hưu trước tuổi', 'section'],
    ['B', 'Nhóm nghỉ thôi việc', 'section'],
    ['', 'Tổng cộng: 60 người', 'total'],
    ['', 'CỘNG', 'total'],
    ['', 'Cộng (I+II)', 'total'],
    ['', 'Tổng cục Thuế', 'unit Tổng cục Thuế'],
    ['', 'Ghi chú: Phụ cấp tính đến 30/4/2025', 'note'],
    ['', 'NGƯỜI LẬP BIỂU', 'closing'],
    ['', 'Điện Biên, ngày 20 tháng 4 năm 2025', 'closing'],
    ['', 'Hà Nội, ngày ... tháng ... năm 2025', 'closing'],
    ['', 'KT. CHỦ TỊCH', 'closing'],
    ['', '(Ký, ghi rõ họ tên)', 'closing'],
    ['', 'Bằng chữ: Một tỷ đồng', 'closing'],
    // Families and people that are called like units, sums and posts.
    ['1', 'Đoàn Văn A', 'person'],
    ['2', 'Vũ Thị B', 'person'],
    ['', 'Trương Văn C', 'person'],
    ['3', 'Bàn Văn Phong', 'person'],
    ['', 'VU VAN TRUONG', 'person'],
    ['', 'Công Tằng Tôn Nữ Thị D', 'person'],
    ['4', 'Tống Văn E', 'person'],
    ['5', 'Y Blek Niê', 'person'],
    ['', 'NGUYỄN VĂN G', 'person'],
  ])('%s | %s is %s', (number, text, kind) => {
    for (const form of ['NFC', 'NFD'] as const) {
      const [found] = kinds([number === '' ? null : number, text.normalize(form)]);
      expect(found, form).toBe(kind);
    }
  });

  it('is a heading where its text stands merged in the first column', () => {
    expect(first('I. Sở Nội vụ')).toBe('unit Sở Nội vụ');
    expect(first('A - KHỐI CHÍNH QUYỀN')).toBe('unit KHỐI CHÍNH QUYỀN');
    expect(first('SỞ Y TẾ:')).toBe('unit SỞ Y TẾ');
    expect(first('Hạt giống')).toBe('unit Hạt giống');
    expect(alone('Hạt giống')).toBe('person');
  });

  it('may hold how many people and how much money stand below it', () => {
    const money: Cell = { kind: 'number', value: 1234567890, percent: false };
    expect(kinds(['I', 'Sở Nội vụ', null, null, null, null, null, null, money])).toEqual(['unit Sở Nội vụ']);
    expect(kinds(['I', 'Sở Nội vụ', null, null, null, null, null, null, null, '10 người'])).toEqual(['unit Sở Nội vụ']);
    expect(kinds([null, 'Tổng cộng', null, null, null, null, null, '1200', money])).toEqual(['total']);
  });

  it('is a person wherever anything is said of one', () => {
    expect(kinds(PERSON)).toEqual(['person']);
    expect(kinds(['I', 'Sở Nội vụ', 'nam'])).toEqual(['person']);
    expect(kinds(['1', 'Cộng Văn A', null, '1966'])).toEqual(['person']);
    expect(kinds(['1', 'Phòng Văn A', null, null, 'công chức'])).toEqual(['person']);
  });

  it('repeats the headings of a page, or numbers its columns', () => {
    const numbers = HEADINGS.map((_, at) => `(${at + 1})`);
    expect(kinds(PERSON, HEADINGS, numbers, PERSON)).toEqual(['person', 'heading', 'numbering', 'person']);
    expect(kinds(HEADINGS.map((heading) => heading.toUpperCase().normalize('NFD')))).toEqual(['heading']);
  });

  it('below a signature holds who signed, until the next person', () => {
    const signed = [null, 'Lê Văn Ký', null, null, 'Đỗ Thị Duyệt'];
    expect(kinds(signed)).toEqual(['person']);
    const closing = [null, 'NGƯỜI LẬP', null, null, 'GIÁM ĐỐC'];
    expect(kinds(closing, signed, PERSON, signed)).toEqual(['closing', 'closing', 'person', 'person']);
  });
});
