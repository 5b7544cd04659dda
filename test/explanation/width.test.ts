import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/explanation/layout/width.ts';

/** A vowel of Thai and one of Lao, and a mark of Malayalam: of one column, of which this release of string-width sees none. */
const SEEN = new Set([0xe33, 0xeb3, 0xd4e]);

describe('the width of a text', () => {
  it('is the one of string-width for every character and mark of the first planes', () => {
    const other: string[] = [];
    for (let code = 0xa1; code < 0x3000; code += 1) {
      const char = String.fromCodePoint(code);
      // A mark alone is composed with the letter before it, or takes no column.
      for (const text of [char, `a${char}b`]) {
        const seen = SEEN.has(code) && text !== char ? 1 : 0;
        if (widthOf(text) !== stringWidth(text.normalize('NFC')) + seen) other.push(code.toString(16));
      }
    }
    expect(other).toEqual([]);
  });

  it('counts Vietnamese alike, composed and decomposed', () => {
    const text = 'Nghỉ hưu trước tuổi – “Điều 7” ≥ 60 tháng…';
    expect([widthOf(text), widthOf(text.normalize('NFD'))]).toEqual([42, 42]);
  });
});
