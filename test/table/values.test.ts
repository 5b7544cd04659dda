import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellName, columnName, percentText } from '../../src/table/cell.ts';
import { daySerial, serialDay } from '../../src/table/dates.ts';
import { readBirthText, readDayText } from '../../src/case/spelling/dates.ts';
import { readMoneyText, readNumberText, readPercentText, readStored } from '../../src/case/spelling/numbers.ts';
import { unmistakable } from '../../src/case/spelling/numbers.ts';
import { CASE_KEYS } from '../../src/case/keys.ts';
import { CASE_WORDS } from '../../src/case/words.ts';
import { wordLabel } from '../../src/explanation/labels.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { valueReader } from '../../src/table/value.ts';
import { Spelling } from '../../src/case/spelling/spelling.ts';
import { vocabularyOf } from '../../src/engine/vocabulary.ts';
import { ratioText } from '../../src/workbook/cells.ts';

const value = (text: string) => ({ value: text });
const fault = (code: string) => expect.objectContaining({ fault: code });

describe('the words of the contract', () => {
  const facts = {
    'person.sex': 'sex',
    'leaving.impact': 'impact',
    'leaving.blocked': 'blocked',
    'age.schedule': 'schedule',
  };

  it.each(Object.entries(facts))('%s: every word has a name, and what is printed can be read again', (key, fact) => {
    const known = CASE_KEYS.find((one) => one.key === key);
    if (!known) throw new Error(key);
    expect(CASE_WORDS[key]?.map(({ word }) => word)).toEqual(known.words);
    const read = valueReader(known, new Spelling(vocabularyOf(builtinLaw(), 'auto')), 'vi');
    for (const { word, title } of CASE_WORDS[key] ?? []) {
      for (const lang of ['vi', 'en'] as const) {
        expect(read(title[lang])).toEqual(value(word));
        expect(wordLabel(fact, word, lang)).not.toBe(lang === 'vi' ? word : '');
        expect(read(wordLabel(fact, word, lang))).toEqual(value(word));
      }
    }
  });
});

describe('numbers as people write them', () => {
  it.each([
    ['4,65', '4.65'],
    ['4.65', '4.65'],
    [' 22 ', '22'],
    ['15.356.250', '15356250'],
    ['15,356,250', '15356250'],
    ['15,356,250.5', '15356250.5'],
    ['15.356.250,5', '15356250.5'],
    ['12 000 000', '12000000'],
    ['12\u00a0000\u00a0000', '12000000'],
    ['0,125', '0.125'],
    ['0.125', '0.125'],
    ['1234.500', '1234.500'],
    ['4.1250', '4.1250'],
  ])('%s is %s', (written, read) => expect(readNumberText(written)).toEqual(value(read)));

  it.each(['12.000', '12,000', '4.125', '999,999'])('%s is ambiguous', (written) => {
    expect(readNumberText(written)).toEqual(fault('ambiguous-number'));
  });

  it.each(['', 'x', '1e5', '1.2.3', '12.00.000', '1.000,000,000', '--1', '٤'])('%s is no number', (written) => {
    expect(readNumberText(written)).toEqual(fault('not-a-number'));
  });

  it('takes the name of the currency after money', () => {
    for (const written of ['12.000.000đ', '12.000.000 đồng', '12,000,000 VND', '12 000 000 ₫']) {
      expect(readMoneyText(written)).toEqual(value('12000000'));
    }
  });

  it.each([
    ['15356250', '15356250'],
    ['15.356.250', '15356250'],
    ['15,356,250.5', '15356250.5'],
    ['15.356.250,50', '15356250.50'],
    ['12 000 000 đ', '12000000'],
    ['15356250.00', '15356250.00'],
    ['15356.1250', '15356.1250'],
    ['0', '0'],
  ])('the amount %s is %s', (written, read) => expect(readMoneyText(written)).toEqual(value(read)));

  it.each([
    ['15356.250', '15356250'],
    ['15.356,250', '15356250'],
    ['15,356.250', '15356250'],
    ['15 356.250', '15356250'],
    ['15.356.250,500', '15356250500'],
    ['012.000', '12000'],
    ['0.125.000', '125000'],
    ['0,125.000', '125000'],
    ['0,125', '125'],
    ['15.356,250 đồng', '15356250'],
  ])('the amount %s may be %s and is refused', (written, one) => {
    expect(readMoneyText(written)).toMatchObject({ fault: 'ambiguous-money', params: { one } });
  });

  it.each(['12.000', '15,356'])('the amount %s is ambiguous as any number', (written) => {
    expect(readMoneyText(written)).toEqual(fault('ambiguous-number'));
  });

  it('reads stored numbers by their shortest decimal, and refuses blurred ones', () => {
    expect(readStored(4.65)).toEqual(value('4.65'));
    expect(readStored(0.1 + 0.2)).toEqual(value('0.3'));
    expect(readStored(1 / 3)).toEqual(fault('inexact-number'));
    expect(readStored(1e21)).toEqual(fault('inexact-number'));
    expect(readStored(NaN)).toEqual(fault('inexact-number'));
  });

  it('never reads what it wrote as something else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 4 }), (digits, places) => {
        const text = String(digits).padStart(places + 1, '0');
        const decimal = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
        const read = readNumberText(unmistakable(decimal));
        expect('value' in read && Number(read.value)).toBe(Number(decimal));
        const amount = readMoneyText(unmistakable(decimal));
        if (digits >= 1000 || places !== 3) expect('value' in amount && Number(amount.value)).toBe(Number(decimal));
      }),
    );
  });
});

describe('per cents', () => {
  it.each([
    ['25%', '25%'],
    ['7,5 %', '7.5%'],
    ['0,25', '0.25'],
    ['0', '0'],
  ])('%s is %s', (written, read) => expect(readPercentText(written)).toEqual(value(read)));

  it.each(['25', '1', '1,5', '100'])('a bare %s is ambiguous', (written) => {
    expect(readPercentText(written)).toEqual(fault('ambiguous-percent'));
  });

  it('moves the decimal point of a ratio exactly', () => {
    expect(percentText(0.07)).toBe('7%');
    expect(percentText(0.07125)).toBe('7.125%');
    expect(percentText(1)).toBe('100%');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (thousandths) => {
        const text = `${String(thousandths / 1000)}%`;
        expect(percentText(Number(ratioText(text)))).toBe(text);
      }),
    );
  });
});

describe('dates as people write them', () => {
  it.each([
    ['01/05/2025', '2025-05-01'],
    ['1/5/2025', '2025-05-01'],
    ['1-5-2025', '2025-05-01'],
    ['1.5.2025', '2025-05-01'],
    ['2025-05-01', '2025-05-01'],
    ['2025-05-01T00:00:00', '2025-05-01'],
    ['29/02/2024', '2024-02-29'],
    ['2025/05/01', '2025-05-01'],
    ['ngày 01 tháng 5 năm 2025', '2025-05-01'],
    ['1 tháng 5 năm 2025'.normalize('NFD'), '2025-05-01'],
    ['15/01/1966 0:00', '1966-01-15'],
    ['15/01/1966 00:00:00', '1966-01-15'],
    ['15/01/1966 12:00:00 AM', '1966-01-15'],
    ...[
      'từ 01/5/2025',
      'Từ ngày 01/5/2025',
      'kể từ ngày 01/05/2025',
      'Nghỉ hưu từ ngày 1/5/2025',
      'nghỉ từ 1.5.2025',
      'ngày 01/05/2025',
      '1/5/2025.',
      "'01/05/2025",
      'O1/O5/2O25',
      '1 - Thg5 - 2025'.replaceAll(' ', ''),
      '1-May-2025',
      '01 05 2025',
      '01052025',
      '20250501',
      '1 tháng 5 2025',
    ].map((written): [string, string] => [written, '2025-05-01']),
  ])('%s is %s', (written, read) => expect(readDayText(written)).toEqual(value(read)));

  it.each([
    ['05/2025', 'incomplete-date'],
    ['2025-05', 'incomplete-date'],
    ['2025', 'incomplete-date'],
    ['1/5/25', 'ambiguous-date'],
    ['29/02/2025', 'impossible-date'],
    ['05/13/2025', 'impossible-date'],
    ['hôm qua', 'impossible-date'],
    ['1/5-2025', 'impossible-date'],
    ['15/01/1966 7:30', 'date-with-time'],
    ['15/01/1966 12:00', 'date-with-time'],
    ['45778', 'serial-number'],
    ['tháng 5/2025', 'incomplete-date'],
    ['từ năm 2025', 'incomplete-date'],
    ['hết ngày 30/4/2025', 'impossible-date'],
    ['đến 01/05/2025', 'impossible-date'],
    ['trước 01/05/2025', 'impossible-date'],
    ['30022025', 'impossible-date'],
    ['ngày 1/5/25', 'ambiguous-date'],
    ['01/05/2025 (QĐ 12)', 'impossible-date'],
  ])('%s is refused: %s', (written, code) => expect(readDayText(written)).toEqual(fault(code)));

  it('takes a month or a year for a birth', () => {
    expect(readBirthText('3/1972')).toEqual(value('1972-03'));
    expect(readBirthText('03-1972')).toEqual(value('1972-03'));
    expect(readBirthText('1972')).toEqual(value('1972'));
    for (const written of [
      'tháng 3/1972',
      'T3/1972',
      'Thg3-1972',
      'tháng 3 năm 1972',
      'O3/1972',
      'Sinh tháng 3/1972',
      'Mar-1972',
    ])
      expect([written, readBirthText(written)]).toEqual([written, value('1972-03')]);
    for (const written of ['năm 1972', 'Sinh năm 1972', '1972.'])
      expect([written, readBirthText(written)]).toEqual([written, value('1972')]);
    expect(readBirthText('1972 hoặc 1973')).toEqual(fault('impossible-date'));
    expect(readBirthText('13/1972')).toEqual(fault('impossible-date'));
    expect(readBirthText('72')).toEqual(fault('impossible-date'));
    expect(readBirthText('24122')).toEqual(fault('serial-number'));
    expect(readBirthText('15/01/1966 7:30')).toEqual(fault('date-with-time'));
    expect(readBirthText('15/01/1966 0:00')).toEqual(value('1966-01-15'));
  });

  it('turns day numbers into dates and back', () => {
    expect(serialDay(45778, false)).toBe('2025-05-01');
    expect(serialDay(45778.75, false)).toBe('2025-05-01');
    expect(serialDay(44316, true)).toBe('2025-05-01');
    expect(serialDay(60, false)).toBeUndefined();
    expect(serialDay(1e9, false)).toBeUndefined();
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 401_768 }), (serial) => {
        const text = serialDay(serial, false) ?? '';
        expect(daySerial(text)).toBe(serial);
        expect(new Date((serial - 25569) * 86_400_000).toISOString().slice(0, 10)).toBe(text);
      }),
    );
  });
});

describe('cells under a key', () => {
  const spelling = new Spelling(vocabularyOf(builtinLaw(), 'nd178'));
  const read = (key: string, cell: Parameters<ReturnType<typeof valueReader>>[0]) => {
    const found = CASE_KEYS.find((one) => one.key === key);
    if (!found) throw new Error(key);
    return valueReader(found, spelling, 'vi')(cell);
  };

  it.each([
    ['person.sex', 'Nữ', 'female'],
    ['person.sex', 'nu', 'female'],
    ['person.sex', 'NAM'.normalize('NFD'), 'male'],
    ['person.group', 'Công chức', 'civil-servant'],
    ['person.group', 'cong chuc cap xa', 'commune-civil-servant'],
    ['person.group', 'Viên chức'.normalize('NFD'), 'public-employee'],
    ['person.group', 'police-officer', 'police-officer'],
    ['leaving.route', 'thôi việc', 'severance'],
    ['leaving.impact', 'Không tái cử', 're-election'],
    ['leaving.impact', 'gian tiep', 'indirect'],
    ['age.schedule', 'Phụ lục II', 'reduced'],
    ['leaving.blocked', 'Không', 'none'],
  ])('%s: %s is %s', (key, cell, word) => expect(read(key, cell)).toEqual(value(word)));

  it('reads truth values', () => {
    for (const cell of ['có', 'Có', 'co', 'x', 'X', 'true', true])
      expect(read('leaving.voluntary', cell)).toEqual({ value: true });
    for (const cell of ['không', 'Khong', 'false', false])
      expect(read('leaving.voluntary', cell)).toEqual({ value: false });
    expect(read('leaving.voluntary', 'có lẽ')).toEqual(fault('unknown-word'));
  });

  const number = (number_: number, percent = false) => ({ kind: 'number', value: number_, percent }) as const;
  it.each([
    ['person.birth', number(1972), { value: '1972' }],
    ['person.birth', number(45778), fault('serial-number')],
    ['leaving.date', number(45778), fault('serial-number')],
    ['leaving.date', { kind: 'date', text: '2025-05-01' } as const, { value: '2025-05-01' }],
    ['salary.publicService', number(0.25, true), { value: '25%' }],
    ['salary.publicService', number(0.25), { value: '0.25' }],
    ['salary.publicService', number(25), fault('ambiguous-percent')],
    ['salary.coefficient', number(0.25, true), fault('unexpected-percent')],
    ['salary.coefficient', '25%', fault('unexpected-percent')],
    ['salary.coefficient', { kind: 'date', text: '2025-05-04' } as const, fault('date-not-expected')],
    [
      'salary.coefficient',
      { kind: 'faulty', fault: 'formula-without-value', text: '' } as const,
      fault('formula-without-value'),
    ],
    ['person.name', 'A\u0000B', fault('control-character')],
    ['person.name', 'Nguy\ufffdn', fault('broken-character')],
    ['id', number(7), { value: '7' }],
    ['insurance.years', '22', value('22')],
    ['insurance.years', '22 năm 3 tháng', { value: '22y3m' }],
    ['insurance.years', '22 năm'.normalize('NFD'), { value: '22' }],
    ['insurance.years', '267 tháng', { value: '22y3m' }],
    ['insurance.years', '22-03', fault('duration-in-years')],
    ['work.years', '22/3', fault('duration-in-years')],
    ['insurance.years', '22,25', fault('fraction-of-years')],
    ['insurance.hazardous.years', number(22.5), fault('fraction-of-years')],
    ['insurance.years', 'hai', fault('not-a-number')],
    ['insurance.years', '-', fault('dash')],
    ['salary.overFrame', ' – ', fault('dash')],
    ['salary.monthly', '--', fault('dash')],
    ['leaving.decided', '-', fault('dash')],
    ['person.name', '-', value('-')],
    ['leaving.date', '01/05/2025\u200b', value('2025-05-01')],
    ['person.birth', '\ufeff03/1972', value('1972-03')],
    ['salary.coefficient', '4,\u200b65', value('4.65')],
    ['person.sex', 'nữ\u200b', value('female')],
    ['person.name', 'A\u200b', value('A\u200b')],
  ])('%s: %j', (key, cell, expected) => expect(read(key, cell)).toEqual(expected));
});

describe('an allowance that is often a coefficient', () => {
  const spelling = new Spelling(vocabularyOf(builtinLaw(), 'nd178'));
  const read = (key: string, heading: string | undefined, cell: Parameters<ReturnType<typeof valueReader>>[0]) => {
    const found = CASE_KEYS.find((one) => one.key === key);
    if (!found) throw new Error(key);
    return valueReader(found, spelling, 'vi', heading)(cell);
  };
  const plain = { kind: 'number', value: 0.2, percent: false } as const;

  it.each([
    ['salary.responsibility', 'Phụ cấp trách nhiệm'],
    ['salary.responsibility', 'Trách nhiệm theo nghề'],
    ['salary.overFrame', 'Thâm niên vượt khung'],
    ['salary.overFrame', 'TNVK'],
  ])('%s under "%s" must be marked as a per cent', (key, heading) => {
    for (const cell of ['0,2', '0.2', plain]) {
      expect(read(key, heading, cell)).toMatchObject({ fault: 'percent-or-coefficient', params: { percent: '20%' } });
    }
    expect(read(key, heading, '20%')).toEqual(value('20%'));
    expect(read(key, heading, { ...plain, percent: true })).toEqual(value('20%'));
    expect(read(key, heading, '0')).toEqual(value('0'));
    expect(read(key, heading, '20')).toEqual(fault('ambiguous-percent'));
  });

  it.each([
    ['salary.responsibility', 'Phụ cấp trách nhiệm (%)'],
    ['salary.responsibility', 'Responsibility allowance (%)'],
    ['salary.responsibility', 'Phụ cấp trách nhiệm (tỷ lệ)'],
    ['salary.overFrame', 'salary.overFrame'],
    ['salary.overFrame', undefined],
    ['salary.publicService', 'Phụ cấp công vụ'],
  ])('%s under "%s" needs no mark', (key, heading) => expect(read(key, heading, '0,2')).toEqual(value('0.2')));
});

it('names cells as spreadsheets do', () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  expect(cellName(12, 7)).toBe('H12');
});

describe('values with words beside them that say nothing more', () => {
  const read = (key: string, text: string): unknown =>
    new Spelling(vocabularyOf(builtinLaw(), 'auto')).read(key, text, 'vi');

  it.each([
    ['salary.coefficient', 'HS 4,65', '4.65'],
    ['salary.coefficient', 'Hệ số lương: 4,65', '4.65'],
    ['salary.coefficient', 'Bậc 8/9 - 4,65', '4.65'],
    ['salary.coefficient', 'bậc 8, hệ số 4,65', '4.65'],
    ['salary.coefficient', '4,65 (bậc 8/9)', '4.65'],
    ['salary.coefficient', '4,65.', '4.65'],
    ['salary.publicService', '25 phần trăm', '25%'],
    ['salary.publicService', '25%.', '25%'],
    ['salary.coefficient', '\u201c4,65\u201d', '4.65'],
    ['leaving.date', '\u201e01/05/2025\u201d', '2025-05-01'],
    ['insurance.years', '22,0', '22'],
    ['insurance.years', '22 năm lẻ 3 tháng', '22y3m'],
    ['insurance.years', '22 năm chẵn', '22'],
    ['person.group', 'Công chức cấp tỉnh', 'civil-servant'],
    ['person.group', 'công chức (cấp xã)', 'commune-civil-servant'],
    ['person.group', 'Viên chức sự nghiệp', 'public-employee'],
    ['leaving.route', 'Chế độ nghỉ hưu trước tuổi', 'early-retirement'],
    ['leaving.route', 'Nghỉ HTT', 'early-retirement'],
  ])('%s "%s" is %s', (key, text, expected) => expect(read(key, text)).toEqual(value(expected)));

  it.each([
    ['salary.coefficient', '8/9', 'not-a-number'],
    ['salary.coefficient', '4,65/6', 'not-a-number'],
    ['salary.coefficient', 'bậc 8', 'not-a-number'],
    ['salary.coefficient', '4,65 (bậc 8/9) + 0,5', 'not-a-number'],
    ['person.group', 'Cán bộ, công chức', 'ambiguous-word'],
    ['person.group', 'CBCCVC', 'ambiguous-word'],
    ['insurance.years', 'từ 5/2003 đến 4/2025', 'duration-in-years'],
    ['insurance.years', '22 năm (tính đến 30/4/2025)', 'duration-in-years'],
    ['insurance.years', 'nhiều', 'not-a-number'],
  ])('%s "%s" is refused: %s', (key, text, code) => expect(read(key, text)).toEqual(fault(code)));
});
