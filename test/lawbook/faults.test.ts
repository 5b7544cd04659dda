import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadLaw } from '../../src/index.ts';
import { checkScheme } from '../../src/lawbook/check/check.ts';
import { builtinActs, builtinSchemes } from '../../src/law/builtin.ts';
import { buildLaw } from '../../src/law/law.ts';
import type { Lang } from '../../src/base/text.ts';
import { command, testFolder } from '../support/table.ts';

const DECREE = readFileSync('examples/amending-decree/nd-999-2027.yaml', 'utf8');
const file = 'nd-999-2027.yaml';

/** Amendments that cannot be made. */
const WRONG = [
  {
    at: 'Điều 1',
    certainty: 'A',
    add: { act: 'nd-178-2024', provision: 'rounding.line', at: 'Điều 7', leaf: 'mode' },
    expect: 'half-up',
    with: 'x',
  },
  {
    at: 'Điều 1',
    certainty: 'A',
    insert: 'nd-777-2024',
    provision: { id: 'x', kind: 'rounding', at: 'Điều 1', certainty: 'A', of: 'line', mode: 'none' },
  },
];

/** What is told of rule files, place and message, in one language. */
function told(texts: readonly string[], lang?: Lang): string[] {
  const sources = texts.map((text, at) => ({ file: at === 0 ? file : `nd-998-2027.yaml`, text }));
  const loaded = loadLaw(sources, lang === undefined ? {} : { lang });
  return loaded.ok ? [] : loaded.issues.map(({ path, message }) => `${path} ${message}`);
}

const TWIN = DECREE.replaceAll('nd-999-2027', 'nd-998-2027');
const changed = (from: string, to: string): string[] => {
  expect(DECREE).toContain(from);
  return [DECREE.replace(from, to)];
};

const FAULTS: readonly [what: string, texts: () => string[], vi: string, en: string][] = [
  [
    'a quote that does not stand there',
    () => changed('expect: "0.5"', 'expect: "0.7"'),
    '`expect` nêu "0.7" nhưng tại đó là "0.5"',
    'expects "0.7" but finds "0.5"',
  ],
  [
    'another day in the official name than that of issue',
    () => changed('ngày 20/12/2026 của', 'ngày 20/11/2026 của'),
    'official: ngày trong tên chính thức khác ngày ban hành',
    'official: the day in the official name is not the day of issue',
  ],
  [
    'another day in the English name than that of issue',
    () => changed('of 20 December 2026 of', 'of 21 December 2026 of'),
    'official: ngày trong tên chính thức khác ngày ban hành',
    'official: the day in the official name is not the day of issue',
  ],
  [
    'a wrong address',
    () => changed('at: Điều 7 khoản 1 điểm b, leaf', 'at: Điều 7 khoản 1 điểm c, leaf'),
    'nằm tại Điều 7 khoản 1 điểm b, không phải Điều 7 khoản 1 điểm c',
    'stands at Điều 7 khoản 1 điểm b, not at Điều 7 khoản 1 điểm c',
  ],
  [
    'a missing target',
    () => changed('provision: early-months.after.24-to-60', 'provision: early-months.after.24-to-61'),
    'nd-178-2024 không có quy định early-months.after.24-to-61',
    'nd-178-2024 has no provision early-months.after.24-to-61',
  ],
  [
    'an unknown act',
    () => changed('replace: {act: nd-178-2024, provision: clock.7a', 'replace: {act: nd-777-2024, provision: clock.7a'),
    'sửa nd-777-2024, văn bản này không có',
    'aims at nd-777-2024, which is not among the acts',
  ],
  [
    'the same provision twice',
    () => changed('id: relocation\n', 'id: title.relocation\n'),
    'quy định title.relocation đã có trong',
    'provision title.relocation already stands in',
  ],
  ['two acts that set one leaf on one day', () => [DECREE, TWIN], 'cùng sửa', 'both set'],
  [
    'an act that belongs to no scheme',
    () => [
      'act: x-1\nkind: base\ntitle: {vi: x, en: x}\nsubject: {vi: x, en: x}\nissued: 2027-01-01\napplies: 2027-01-01\n',
    ],
    'x-1 không thuộc chế độ nào',
    'x-1 belongs to no scheme',
  ],
  ['an act in two files', () => [DECREE, DECREE], 'nd-999-2027 cũng có trong', 'nd-999-2027 also stands in'],
  ['text that is no YAML', () => ['act: [1'], 'không phải YAML', 'no valid YAML'],
  [
    'a scheme that names an act of which there is no file',
    () => [
      readFileSync('rules/schemes/nq07.yaml', 'utf8')
        .replace(/^scheme: nq07/m, 'scheme: nq08')
        .replace('  - nq-07-2025', '  - nq-77-2025'),
    ],
    'chế độ nq08 nêu văn bản nq-77-2025, không có tệp nào',
    'scheme nq08 names the unknown act nq-77-2025',
  ],
  [
    'a float instead of a quoted decimal',
    () => changed('- {rate: "2"}', '- {rate: 2.5}'),
    'terms.0.rate: Đầu vào không hợp lệ',
    'terms.0.rate: Invalid input',
  ],
  [
    'a decimal with too many places',
    () => changed('- {rate: "2"}', '- {rate: "2.123456"}'),
    'terms.0.rate: không phải số thập phân trong dấu nháy với nhiều nhất 4 chữ số',
    'terms.0.rate: not a quoted decimal with at most 4 places',
  ],
  [
    'an impossible date',
    () => changed('applies: 2027-01-01', 'applies: 2027-02-30'),
    'applies: không phải ngày có thật',
    'applies: not an existing date',
  ],
];

describe('a fault of rule files is told in both languages, Vietnamese where none is asked for', () => {
  test.each(FAULTS)('%s', (_, texts, vi, en) => {
    expect(told(texts(), 'en').join('\n')).toContain(en);
    expect(told(texts(), 'vi').join('\n')).toContain(vi);
    expect(told(texts())).toEqual(told(texts(), 'vi'));
    expect(told(texts(), 'vi').join('\n')).not.toContain(en);
  });
});

describe('the same faults as defects of a scheme', () => {
  const acts = builtinActs().map((act) => ({
    ...act,
    amendments: act.act !== 'nd-67-2025' ? act.amendments : [...(act.amendments ?? []), ...WRONG],
  }));

  test('by `rules check`', () => {
    const law = buildLaw(acts as never, builtinSchemes());
    const found = checkScheme(law, 'nd178').filter(({ act }) => act === 'nd-67-2025');
    const messages = found.map(({ code, message }) => [code, message.vi, message.en]);
    expect(messages).toEqual(
      expect.arrayContaining([
        ['not-a-list', expect.stringContaining('không phải danh sách'), expect.stringContaining('is no list')],
        ['unknown-act', expect.stringContaining('thêm vào nd-777-2024'), expect.stringContaining('inserts into')],
      ]),
    );
    for (const { message } of found) {
      expect(message.vi).not.toBe(message.en);
      expect(`${message.vi} ${message.en}`).not.toMatch(/[{}]/);
    }
  });

  test('on the command line', async () => {
    const folder = testFolder();
    const path = folder(file, DECREE.replace('expect: "0.5"', 'expect: "0.7"'));
    const rules = path.slice(0, -file.length - 1);
    const vi = await command('rules', 'check', '--rules', rules);
    const en = await command('rules', 'check', '--rules', rules, '--lang', 'en');
    expect([vi.code, en.code]).toEqual([6, 6]);
    expect(vi.err + vi.out).toContain('nhưng tại đó là');
    expect(en.err + en.out).toContain('but finds');
  });
});
