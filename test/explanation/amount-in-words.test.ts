import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInWords } from '../../src/explanation/amount-in-words.ts';

const HARD: readonly (readonly [amount: string, words: string])[] = [
  ['0', 'Không đồng'],
  ['1', 'Một đồng'],
  ['4', 'Bốn đồng'],
  ['5', 'Năm đồng'],
  ['10', 'Mười đồng'],
  ['11', 'Mười một đồng'],
  ['14', 'Mười bốn đồng'],
  ['15', 'Mười lăm đồng'],
  ['20', 'Hai mươi đồng'],
  ['21', 'Hai mươi mốt đồng'],
  ['24', 'Hai mươi tư đồng'],
  ['25', 'Hai mươi lăm đồng'],
  ['100', 'Một trăm đồng'],
  ['101', 'Một trăm linh một đồng'],
  ['104', 'Một trăm linh bốn đồng'],
  ['105', 'Một trăm linh năm đồng'],
  ['110', 'Một trăm mười đồng'],
  ['111', 'Một trăm mười một đồng'],
  ['115', 'Một trăm mười lăm đồng'],
  ['555', 'Năm trăm năm mươi lăm đồng'],
  ['1000', 'Một nghìn đồng'],
  ['1001', 'Một nghìn không trăm linh một đồng'],
  ['1010', 'Một nghìn không trăm mười đồng'],
  ['1100', 'Một nghìn một trăm đồng'],
  ['10005', 'Mười nghìn không trăm linh năm đồng'],
  ['1000000', 'Một triệu đồng'],
  ['1000001', 'Một triệu không trăm linh một đồng'],
  ['21000000', 'Hai mươi mốt triệu đồng'],
  ['744778125', 'Bảy trăm bốn mươi tư triệu bảy trăm bảy mươi tám nghìn một trăm hai mươi lăm đồng'],
  ['1000000000', 'Một tỷ đồng'],
  ['1000000005', 'Một tỷ không trăm linh năm đồng'],
  ['1005000000', 'Một tỷ không trăm linh năm triệu đồng'],
  ['2422500000', 'Hai tỷ bốn trăm hai mươi hai triệu năm trăm nghìn đồng'],
  ['1000000000000', 'Một nghìn tỷ đồng'],
  ['1005000000000', 'Một nghìn không trăm linh năm tỷ đồng'],
  ['163482000000000', 'Một trăm sáu mươi ba nghìn bốn trăm tám mươi hai tỷ đồng'],
  [
    '999999999999999',
    'Chín trăm chín mươi chín nghìn chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng',
  ],
];

/** Reads a Vietnamese number back, by its own rules: units scale what was said since the last greater unit. */
function readBack(words: string): number {
  const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
  const other: Record<string, number> = { mốt: 1, tư: 4, lăm: 5 };
  let billions = 0;
  let total = 0;
  let group = 0;
  let last = 0;
  for (const word of words.toLowerCase().replace(' đồng', '').split(' ')) {
    if (word === 'linh') continue;
    if (word === 'trăm') [group, last] = [group - last + last * 100, 0];
    else if (word === 'mươi') [group, last] = [group - last + last * 10, 0];
    else if (word === 'mười') group += 10;
    else if (word === 'nghìn') [total, group, last] = [total + group * 1000, 0, 0];
    else if (word === 'triệu') [total, group, last] = [total + group * 1_000_000, 0, 0];
    else if (word === 'tỷ') [billions, total, group, last] = [total + group, 0, 0, 0];
    else {
      last = other[word] ?? digits.indexOf(word);
      if (last < 0) throw new Error(`not a word of a number: ${word}`);
      group += last;
    }
  }
  return billions * 1_000_000_000 + total + group;
}

describe('amountInWords', () => {
  it.each(HARD)('reads %s', (amount, words) => {
    expect(amountInWords(amount, 'vi')).toBe(words);
  });

  it('says what an independent reader reads back', () => {
    const amounts = fc.oneof(fc.integer({ min: 0, max: 999_999_999_999_999 }), fc.integer({ min: 0, max: 9999 }));
    fc.assert(
      fc.property(amounts, (amount) => readBack(amountInWords(String(amount), 'vi') ?? '') === amount),
      { numRuns: 5000 },
    );
    const sparse = fc.array(fc.constantFrom('0', '0', '1', '4', '5'), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(sparse, (digits) => {
        const amount = Number(digits.join(''));
        return readBack(amountInWords(digits.join(''), 'vi') ?? '') === amount;
      }),
      { numRuns: 5000 },
    );
  });

  it('never says one number for two amounts in English', () => {
    const amount = fc.integer({ min: 0, max: 999_999_999_999_999 });
    fc.assert(
      fc.property(
        amount,
        amount,
        (a, b) => a === b || amountInWords(String(a), 'en') !== amountInWords(String(b), 'en'),
      ),
    );
    expect(amountInWords('1005000021', 'en')).toBe('One billion five million twenty-one đồng');
    expect(amountInWords('744778125', 'en')).toBe(
      'Seven hundred forty-four million seven hundred seventy-eight thousand one hundred twenty-five đồng',
    );
  });

  it.each(['-1', '1.5', '', 'x', '1000000000000000'])('has no reading for "%s"', (amount) => {
    expect(amountInWords(amount, 'vi')).toBeUndefined();
  });

  it('takes leading zeros', () => {
    expect(amountInWords('0007', 'vi')).toBe('Bảy đồng');
  });
});
