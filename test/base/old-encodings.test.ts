import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromOldEncoding } from '../../src/base/old-encodings.ts';
import { oldEncodingOf } from '../../src/table/old-text.ts';

/** The letters of Vietnamese: each vowel with its tones (ngang, sắc, huyền, hỏi, ngã, nặng). */
const VOWELS = [
  'aáàảãạ',
  'ăắằẳẵặ',
  'âấầẩẫậ',
  'eéèẻẽẹ',
  'êếềểễệ',
  'iíìỉĩị',
  'oóòỏõọ',
  'ôốồổỗộ',
  'ơớờởỡợ',
  'uúùủũụ',
  'ưứừửữự',
  'yýỳỷỹỵ',
];
const LETTERS = [...VOWELS.flatMap((one) => [...one]), 'đ'];

/** The same letters as the encodings of glibc (TCVN 5712) and of the VNI fonts write them. */
const TCVN3_LETTERS =
  'a\u00b8\u00b5\u00b6\u00b7\u00b9 \u00a8\u00be\u00bb\u00bc\u00bd\u00c6 \u00a9\u00ca\u00c7\u00c8\u00c9\u00cb ' +
  'e\u00d0\u00cc\u00ce\u00cf\u00d1 \u00aa\u00d5\u00d2\u00d3\u00d4\u00d6 i\u00dd\u00d7\u00d8\u00dc\u00de ' +
  'o\u00e3\u00df\u00e1\u00e2\u00e4 \u00ab\u00e8\u00e5\u00e6\u00e7\u00e9 \u00ac\u00ed\u00ea\u00eb\u00ec\u00ee ' +
  'u\u00f3\u00ef\u00f1\u00f2\u00f4 \u00ad\u00f8\u00f5\u00f6\u00f7\u00f9 y\u00fd\u00fa\u00fb\u00fc\u00fe \u00ae';
const VNI_LETTERS =
  'a,aù,aø,aû,aõ,aï,aê,aé,aè,aú,aü,aë,aâ,aá,aà,aå,aã,aä,e,eù,eø,eû,eõ,eï,eâ,eá,eà,eå,eã,eä,i,í,ì,æ,ó,ò,' +
  'o,où,oø,oû,oõ,oï,oâ,oá,oà,oå,oã,oä,ô,ôù,ôø,ôû,ôõ,ôï,u,uù,uø,uû,uõ,uï,ö,öù,öø,öû,öõ,öï,y,yù,yø,yû,yõ,î,ñ';

const tcvn3 = new Map(LETTERS.map((letter, at) => [letter, TCVN3_LETTERS.replace(/ /g, '')[at]!]));
const vni = new Map(LETTERS.map((letter, at) => [letter, VNI_LETTERS.split(',')[at]!]));
const typed = (text: string, by: ReadonlyMap<string, string>): string =>
  [...text].map((letter) => by.get(letter) ?? letter).join('');

describe('the whole alphabet', () => {
  it('is read from VNI, in small letters, capitals, and capitals with small marks', () => {
    expect(vni.size).toBe(73);
    for (const [letter, written] of vni) {
      expect(fromOldEncoding(`x${written}x`, 'vni')).toBe(`x${letter}x`);
      expect(fromOldEncoding(`X${written.toUpperCase()}X`, 'vni')).toBe(`X${letter.toUpperCase()}X`);
      const title = written.charAt(0).toUpperCase() + written.slice(1);
      expect(fromOldEncoding(`${title}n`, 'vni')).toBe(`${letter.toUpperCase()}n`);
    }
  });

  it('is read from TCVN3; capitals with a tone are those of a font, known by the letters beside them', () => {
    expect(tcvn3.size).toBe(73);
    for (const [letter, written] of tcvn3) {
      expect(fromOldEncoding(`x${written}x`, 'tcvn3')).toBe(`x${letter}x`);
      if (written !== letter) expect(fromOldEncoding(`X${written}X`, 'tcvn3')).toBe(`X${letter.toUpperCase()}X`);
    }
    expect(fromOldEncoding('\u00a1\u00a2\u00a3\u00a4\u00a5\u00a6\u00a7', 'tcvn3')).toBe('ĂÂÊÔƠƯĐ');
    expect(fromOldEncoding('DANH S\u00b8CH NGH\u00d8 H\u00a6U TR\u00a6\u00edC TU\u00e6I', 'tcvn3')).toBe(
      'DANH SÁCH NGHỈ HƯU TRƯỚC TUỔI',
    );
    expect(fromOldEncoding('NguyÔn ThÞ \u00b8nh', 'tcvn3')).toBe('Nguyễn Thị Ánh');
    expect(fromOldEncoding('§\u00e5ng \u00fd', 'tcvn3')).toBe('Đồng ý');
  });

  it('is not read from what is Unicode, composed or decomposed', () => {
    const texts = ['Hà', 'Nguyễn Thị Hồng', 'Số năm đóng BHXH', 'abc 123', '28,5 % – “x”', 'Lê Hoàn'];
    for (const text of texts) {
      for (const form of [text, text.normalize('NFD')]) {
        if (/[ăđơưạ-ỹ\u0300-\u0323]/i.test(form) || /^[\0-~]*$/.test(form))
          for (const by of ['tcvn3', 'vni'] as const) expect(fromOldEncoding(form, by)).toBe(form);
      }
    }
    expect(fromOldEncoding('Hà', 'tcvn3')).toBe('Hà');
    expect(fromOldEncoding('Hà', 'vni')).toBe('Hà');
  });
});

describe('the old encoding of texts', () => {
  const texts = [
    'họ và tên',
    'ngày, tháng, năm sinh',
    'đối tượng',
    'số năm đóng bảo hiểm xã hội',
    'hệ số lương',
    'phụ cấp chức vụ',
  ];

  it('is known by headings', () => {
    expect(oldEncodingOf(texts.map((text) => typed(text, tcvn3)))).toBe('tcvn3');
    expect(oldEncodingOf(texts.map((text) => typed(text, vni)))).toBe('vni');
    expect(oldEncodingOf(texts.map((text) => typed(text, vni).toUpperCase()))).toBe('vni');
    const names = ['nguyễn văn bình', 'trần thị hồng', 'đặng đức việt'];
    expect(oldEncodingOf(names.map((text) => typed(text, tcvn3)))).toBe('tcvn3');
    expect(oldEncodingOf(names.map((text) => typed(text, vni)))).toBe('vni');
  });

  it('is none of Unicode, of other languages, and of syllables within Latin-1', () => {
    const root = join(import.meta.dirname, '..', '..');
    for (const page of ['README.vi.md', 'README.md', 'docs/batch.md']) {
      const text = readFileSync(join(root, page), 'utf8');
      for (const form of ['NFC', 'NFD'] as const)
        expect(oldEncodingOf(text.normalize(form).split(/\s+/)), page).toBeUndefined();
    }
    expect(oldEncodingOf(['Señor Muñoz vivía en la mañana de año', 'Ñandú', 'Größe über Äpfel'])).toBeUndefined();
    // Syllables of Unicode that are syllables in an old encoding as well: bé (bộ), phô (phụ), tù (tự), vò (vũ), hoà (hồ) ...
    const syllables =
      'bé phô tù vô vò Hoàng khoá hoà toàn toán thoái ngò vì chò Hà Lê Thu Trí Tín Lý Tú Hùng Cô Ánh Thìn';
    expect(oldEncodingOf(syllables.split(' '))).toBeUndefined();
  });
});
