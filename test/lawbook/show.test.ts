import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { once } from '../../src/base/memo.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { Cover } from '../../src/lawbook/diff/boxes.ts';
import { diffOf } from '../../src/lawbook/diff/diff.ts';
import { compareAddresses, liesIn } from '../../src/lawbook/show/address.ts';
import type { Document } from '../../src/explanation/document.ts';
import { blameDocument, blameOf } from '../../src/lawbook/show/blame.ts';
import { diffDocument } from '../../src/lawbook/show/diff-document.ts';
import { listLaw } from '../../src/lawbook/show/list.ts';
import { provisionsAt } from '../../src/lawbook/show/place.ts';
import { lawDocument, showLaw } from '../../src/lawbook/show/show.ts';
import type { LawVersion } from '../../src/law/version.ts';

const law = builtinLaw();

function version(date: string): LawVersion {
  const found = law.at('nd178', date);
  if (!found.ok) throw new Error(date);
  return found.value;
}

/** Before and after the Law on Social Insurance of 2024. */
const BEFORE_AND_AFTER = [version('2025-03-15'), version('2025-07-01')] as const;
const changed = once(() => diffOf(law, ...BEFORE_AND_AFTER));

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

/** Every text of a document, a line each. */
function textOf(document: Document): string {
  return document.blocks
    .flatMap((block) => {
      if (block.kind === 'heading' || block.kind === 'text') return [block.text];
      if (block.kind === 'steps')
        return block.steps.map(({ label, text, notes, basis }) => [`${label}: ${text}`, ...notes, ...basis].join('\n'));
      if (block.kind === 'table') return [...block.columns.map((one) => one.title), ...block.rows.flat()];
      return block.kind === 'list' ? block.items.map((one) => one.text) : [];
    })
    .join('\n');
}

function latest(scheme: string): LawVersion {
  const found = law.at(scheme, law.versions(scheme).at(-1)?.date ?? '');
  if (!found.ok) throw new Error(scheme);
  return found.value;
}

/** What only who writes rule files knows: dotted keys, ids in brackets, `reading=option`, names of schemes, hashes. */
const CODES = /\p{L}+\.[a-z]\w+|\[[a-z]|[a-z]=[a-z]|(?<!\p{L})nd\d+|\p{Ll}\p{Lu}|sha256|undefined/u;

describe('the law for lawyers', () => {
  it.each(['vi', 'en'] as const)('speaks without ids, keys and codes, of every scheme (%s)', (lang) => {
    for (const scheme of law.schemes.keys()) {
      const version = latest(scheme);
      const text = textOf(lawDocument(law, version, lang));
      expect(CODES.exec(text)?.[0], scheme).toBeUndefined();
      const blamed = textOf(blameDocument(law, version, blameOf(law, version), lang));
      expect(CODES.exec(blamed)?.[0], scheme).toBeUndefined();
    }
  });

  it('speaks without codes of what changed', () => {
    const [before, after] = BEFORE_AND_AFTER;
    const diff = changed();
    for (const lang of ['vi', 'en'] as const) {
      const text = textOf(diffDocument(law, [before, after], diff, lang));
      expect(CODES.exec(text)?.[0], lang).toBeUndefined();
    }
    const text = textOf(diffDocument(law, [before, after], diff, 'vi'));
    expect(text).toContain('Luật Bảo hiểm xã hội số 58/2014/QH13 (sửa đổi): số tháng: 240 → 180.');
  });

  it('cites acts and amendments as papers do, and says how well a clause is known', () => {
    const text = textOf(lawDocument(law, version('2025-03-15'), 'vi'));
    expect(text).toContain('Nghị định số 178/2024/NĐ-CP ngày 31/12/2024 của Chính phủ\n');
    expect(text).toContain('Được bổ sung tại khoản 7 Điều 1 Nghị định số 67/2025/NĐ-CP, áp dụng từ ngày 15/03/2025');
    expect(text).toContain(
      'Điều 1 Nghị định số 67/2025/NĐ-CP (chỉ xác định được đến Điều 1, chưa rõ khoản; mức chắc chắn: đã đối chiếu văn bản)',
    );
    expect(text).toContain('Mức chắc chắn: suy luận');
    expect(text).not.toMatch(/Mức chắc chắn: [A-DU]\b/);
  });

  it('says what a value was before, and until when', () => {
    const after = version('2025-07-01');
    const english = textOf(blameDocument(law, after, blameOf(law, after, 'pension-time'), 'en'));
    expect(english).toContain('From 2025-07-01: number of months: 240 → 180');
  });

  it('keeps ids and codes for who asks for them', () => {
    const text = textOf(lawDocument(law, version('2025-03-15'), 'vi', { codes: true }));
    expect(text).toContain('Điều 7b [early-months.7b]');
  });
});

describe('a typed place', () => {
  const at = (typed: string): string[] =>
    provisionsAt(law, version('2025-03-15'), typed).map(({ act, provision }) => `${act} ${provision.at}`);

  it.each([
    'Điều 7 khoản 1',
    'khoản 1 Điều 7',
    'Khoản 1, Điều 7',
    'khoan 1 dieu 7',
    'clause 1, Article 7',
    'khoản 1 Điều 7 Nghị định 178',
    'Điều 7 khoản 1 của Nghị định số 178/2024/NĐ-CP',
    'NĐ 178 Điều 7 khoản 1',
    'khoản 1 Điều 7'.normalize('NFD'),
  ])('%s is read in either order, with or without the act', (typed) => {
    const found = new Set(at(typed));
    expect(found).toContain('nd-178-2024 Điều 7 khoản 1 điểm a');
    expect([...found].every((one) => one.startsWith('nd-178-2024 Điều 7 khoản 1'))).toBe(true);
  });

  it('means the article of every act, or of the act that it names', () => {
    expect(new Set(at('Điều 5').map((one) => one.split(' ')[0]))).toEqual(new Set(['nd-178-2024', 'tt-19-2025-bqp']));
    expect(new Set(at('Điều 5 Thông tư 19').map((one) => one.split(' ')[0]))).toEqual(new Set(['tt-19-2025-bqp']));
  });

  it('may be a clause of a list of clauses, a subject, a whole act, or an id', () => {
    expect(provisionsAt(law, latest('nd154'), 'khoản 4 Điều 6').map((one) => one.provision.at)).toEqual([
      'Điều 6 khoản 3, khoản 4',
    ]);
    expect(at('Điều kiện hưởng lương hưu').length).toBeGreaterThan(0);
    expect(at('Nghị định 135').every((one) => one.startsWith('nd-135-2020 Phụ lục'))).toBe(true);
    expect(at('early-months.7b')).toEqual(['nd-178-2024 Điều 7b']);
  });

  it('is not found in an article that only begins alike', () => {
    expect(at('Điều 7').some((one) => one.includes('Điều 7a'))).toBe(false);
    expect(at('Điều 99')).toEqual([]);
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
    const diff = changed();
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
