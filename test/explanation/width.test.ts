import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/explanation/layout/width.ts';

describe('the width of a text', () => {
  it('is the one of string-width for every character and mark of the first planes', () => {
    const other: string[] = [];
    for (let code = 0xa1; code < 0x3000; code += 1) {
      const char = String.fromCodePoint(code);
      // A mark alone is composed with the letter before it, or takes no column.
      for (const text of [char, `a${char}b`]) {
        if (widthOf(text) !== stringWidth(text.normalize('NFC'))) other.push(code.toString(16));
      }
    }
    expect(other).toEqual([]);
  });

  it('counts Vietnamese alike, composed and decomposed', () => {
    const text = 'Nghỉ hưu trước tuổi – “Điều 7” ≥ 60 tháng…';
    expect([widthOf(text), widthOf(text.normalize('NFD'))]).toEqual([42, 42]);
  });
});
