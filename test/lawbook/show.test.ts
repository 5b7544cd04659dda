import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinLaw } from '../../src/law/builtin.ts';
import { Cover } from '../../src/lawbook/diff/boxes.ts';
import { diffOf } from '../../src/lawbook/diff/diff.ts';
import { compareAddresses, liesIn } from '../../src/lawbook/show/address.ts';
import { blameOf } from '../../src/lawbook/show/blame.ts';
import { listLaw } from '../../src/lawbook/show/list.ts';
import { showLaw } from '../../src/lawbook/show/show.ts';
import type { LawVersion } from '../../src/law/version.ts';

const law = builtinLaw();

function version(date: string): LawVersion {
  const found = law.at('nd178', date);
  if (!found.ok) throw new Error(date);
  return found.value;
}

describe('legal addresses', () => {
  it('stand in the order of the law: numbers by value, points by the Vietnamese alphabet', () => {
    const ordered = [
      'Điều 2',
      'Điều 2 khoản 1 điểm a',
      'Điều 2 khoản 1 điểm d',
      'Điều 2 khoản 1 điểm đ',
      'Điều 2 khoản 1 điểm e',
      'Điều 2 khoản 2',
      'Điều 7',
      'Điều 7 khoản 10',
      'Điều 7a',
      'Điều 7b',
      'Điều 10',
    ];
    expect([...ordered].reverse().sort(compareAddresses)).toEqual(ordered);
  });

  it('lie inside one another only at whole parts', () => {
    expect(liesIn('Điều 7 khoản 2 điểm a', 'điều 7')).toBe(true);
    expect(liesIn('Điều 7a', 'Điều 7')).toBe(false);
    expect(liesIn('Điều 7 khoản 12', 'Điều 7 khoản 1')).toBe(false);
  });
});

describe('rules list', () => {
  it('names each version, its acts and a content hash that tells versions apart', () => {
    const [scheme] = listLaw(law, 'vi');
    expect(scheme?.versions.map((one) => one.date)).toEqual(law.versions('nd178').map((one) => one.date));
    expect(new Set(scheme?.versions.map((one) => one.hash)).size).toBe(scheme?.versions.length);
    expect(scheme?.versions.find((one) => one.date === '2025-03-15')?.begins).toContain('nd-67-2025');
  });
});

describe('rules show', () => {
  it.each(['vi', 'en'] as const)('says every provision of every version in words (%s)', (lang) => {
    for (const { date } of law.versions('nd178')) {
      const shown = showLaw(law, version(date), lang);
      expect(shown.provisions).toHaveLength(version(date).provisions.size);
      for (const { id, text } of shown.provisions) {
        expect(text, id).not.toBe('');
        expect(text, id).not.toContain('undefined');
      }
    }
  });

  it('names the acts that set a provision', () => {
    const shown = showLaw(law, version('2025-03-15'), 'vi').provisions.find((one) => one.id === 'severance-branch.9');
    expect(shown?.amendedBy.map((one) => one.act)).toEqual(['nd-67-2025']);
  });
});

describe('rules blame', () => {
  it('gives each leaf its act, address, dates and earlier values', () => {
    const found = blameOf(law, version('2025-07-01'), 'pension-time').find((one) => one.leaf === 'months');
    expect(found?.setting).toMatchObject({ value: 180, act: 'luat-bhxh-2024', from: '2025-07-01', until: null });
    expect(found?.earlier).toMatchObject([
      { value: 240, act: 'luat-bhxh-2014', from: '2016-01-01', until: '2025-07-01' },
    ]);
  });

  it('has an act and an address for every leaf', () => {
    for (const { date } of law.versions('nd178')) {
      for (const { provision, leaf, setting } of blameOf(law, version(date))) {
        expect(law.acts.has(setting.act), `${provision} ${leaf}`).toBe(true);
        expect(setting.at, `${provision} ${leaf}`).not.toBe('');
      }
    }
  });
});

describe('rules diff', () => {
  it('finds nothing between a version and itself', () => {
    const diff = diffOf(law, version('2025-03-15'), version('2025-03-15'));
    expect(diff).toMatchObject({ provisions: [], meaning: [], salary: [], measures: [] });
  });

  it('names the act and the address of each change', () => {
    const diff = diffOf(law, version('2025-03-15'), version('2025-07-01'));
    const pension = diff.provisions.find((one) => one.id === 'pension-time');
    expect(pension?.leaves).toEqual([
      { leaf: 'months', before: 240, after: 180, by: expect.objectContaining({ act: 'luat-bhxh-2024' }) },
    ]);
    const from20 = diff.meaning[0]?.benefits.find((one) => one.benefit === 'service')?.boxes;
    expect(from20).toContainEqual(
      expect.objectContaining({
        before: '5 + 0.5 × (serviceYears − 20)',
        after: '4 + 0.5 × (serviceYears − 15)',
        difference: '+1.5',
      }),
    );
  });

  it('covers the cells of a label exactly, whatever the cells', () => {
    const sizes = [3, 2, 4];
    const all = sizes.reduce(
      (cells: number[][], size) => cells.flatMap((cell) => Array.from({ length: size }, (_, at) => [...cell, at])),
      [[]],
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', ''), { minLength: all.length, maxLength: all.length }),
        (labels) => {
          const cells = all
            .map((parts, index) => ({ parts, label: labels[index] ?? '' }))
            .filter((cell) => cell.label !== '');
          const boxes = new Cover(cells, sizes).boxes('a', cells);
          for (const { parts, label } of cells) {
            expect(boxes.some((box) => parts.every((part, axis) => box[axis]?.has(part)))).toBe(label === 'a');
          }
        },
      ),
    );
  });
});
