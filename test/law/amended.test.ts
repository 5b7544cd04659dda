import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadLaw } from '../../src/index.ts';
import { builtinActs, builtinSchemes } from '../../src/law/builtin.ts';
import { checkScheme } from '../../src/lawbook/check/check.ts';
import { buildLaw } from '../../src/law/law.ts';
import { command, testFolder } from '../support/table.ts';

/**
 * A leaf that an act sets is validated with the provision around it: every fault is told with file and line, act,
 * address, provision, leaf, reason and way out, in both languages, by `loadLaw` and by `rules check`; none is thrown.
 */

const HEAD = `act: nd-998-2027
kind: amending
title: {vi: x, en: x}
subject: {vi: x, en: x}
issued: 2027-01-01
applies: 2027-01-01
amendments:
`;

/** The address of a provision in the built-in rules. */
function addressOf(act: string, id: string): string {
  const inserted = builtinActs().flatMap(({ amendments = [] }) =>
    amendments.flatMap((one) => ('insert' in one && one.insert === act ? [one.provision] : [])),
  );
  const own = builtinActs().find((one) => one.act === act)?.provisions ?? [];
  return [...own, ...inserted].find((one) => one.id === id)?.at ?? 'Điều 7 khoản 1 điểm b';
}

/** An amendment of line 8: what is amended, what stands there, and what is to stand there. */
function amends(operation: 'replace' | 'add', place: string, expects: string, to: string): string {
  const [provision = '', leaf = ''] = place.split(' | ');
  const [id = '', act = 'nd-178-2024'] = provision.split('@');
  const target = `{act: ${act}, provision: ${id}, at: "${addressOf(act, id)}", leaf: ${leaf}}`;
  return `${HEAD}  - at: Điều 1\n    certainty: A\n    ${operation}: ${target}\n    expect: ${expects}\n    with: ${to}\n`;
}

const ROW = 'early-months.after.24-to-60';
const SERVICE = 'service.from-20.july-2025@cv-1814-2025-bnv | terms';
const TERMS = '[{rate: "4"}, {rate: "0.5", per: serviceYears, above: 15}]';

type Wrong = readonly [
  what: string,
  text: string,
  leaf: string,
  provision: string,
  path: string,
  vi: string,
  en: string,
];

const WRONG: readonly Wrong[] = [
  [
    'a clock of "18" months, as text',
    amends('replace', 'clock.7a | months', '12', '"18"'),
    'months',
    'clock.7a',
    'months',
    'Đầu vào không hợp lệ: mong đợi số, nhận được string.',
    'Invalid input: expected number, received string.',
  ],
  [
    '-5 months',
    amends('replace', 'clock.7a | months', '12', '-5'),
    'months',
    'clock.7a',
    'months',
    'Quá nhỏ: mong đợi number >=0.',
    'Too small: expected number to be >=0.',
  ],
  [
    'an unknown event',
    amends('replace', 'clock.7a | event', 'leaving.date', 'leaving.dates'),
    'event',
    'clock.7a',
    'event',
    'Tùy chọn không hợp lệ: mong đợi một trong các giá trị "leaving.date"|"leaving.decided". Có phải "leaving.date"?',
    'Invalid option: expected one of "leaving.date"|"leaving.decided". Did you mean "leaving.date"?',
  ],
  [
    'a start that is no day',
    amends('replace', 'clock.7a | starts', '2025-03-15', '2027-02-30'),
    'starts',
    'clock.7a',
    'starts',
    'không phải ngày có thật dạng YYYY-MM-DD.',
    'not an existing date YYYY-MM-DD.',
  ],
  [
    'a leaf that there is none of',
    amends('replace', `${ROW} | cpa`, 'null', '"5"'),
    'cpa',
    'early-months.after.24-to-60',
    'cpa',
    'Khóa không được nhận dạng: "cpa". Có phải "cap"?',
    'Unrecognized key: "cpa". Did you mean "cap"?',
  ],
  [
    'a misspelt bound of a new term',
    amends('add', SERVICE, TERMS, '{rate: "0.5", per: serviceYears, upto: 3}'),
    'terms',
    'service.from-20.july-2025',
    'terms.2.upto',
    'Khóa không được nhận dạng: "upto". Có phải "upTo"?',
    'Unrecognized key: "upto". Did you mean "upTo"?',
  ],
  [
    'an unknown mode of rounding',
    amends('replace', 'rounding.line | mode', 'half-up', 'half-upp'),
    'mode',
    'rounding.line',
    'mode',
    'Tùy chọn không hợp lệ: mong đợi một trong các giá trị "half-up"|"half-even"|"up"|"down"|"none". Có phải "half-up"?',
    'Invalid option: expected one of "half-up"|"half-even"|"up"|"down"|"none". Did you mean "half-up"?',
  ],
  [
    'an unknown unit',
    amends('replace', 'component.coefficient | unit', 'coefficient', 'kg'),
    'unit',
    'component.coefficient',
    'unit',
    'Tùy chọn không hợp lệ: mong đợi một trong các giá trị "coefficient"|"percent"|"dong".',
    'Invalid option: expected one of "coefficient"|"percent"|"dong".',
  ],
  [
    'a float',
    amends('replace', `${ROW} | terms.0.rate`, '"0.5"', '0.6'),
    'terms.0.rate',
    'early-months.after.24-to-60',
    'terms.0.rate',
    'Đầu vào không hợp lệ: mong đợi string, nhận được số.',
    'Invalid input: expected string, received number.',
  ],
  [
    'a rate out of range',
    amends('replace', `${ROW} | terms.0.rate`, '"0.5"', '"0.60001"'),
    'terms.0.rate',
    'early-months.after.24-to-60',
    'terms.0.rate',
    'không phải số thập phân trong dấu nháy với nhiều nhất 4 chữ số thập phân.',
    'not a quoted decimal with at most 4 places.',
  ],
  [
    'an interval without a bound',
    amends('replace', `${ROW} | when.monthsEarly`, '{atLeast: 24, upTo: 60}', '{}'),
    'when.monthsEarly',
    'early-months.after.24-to-60',
    'when.monthsEarly',
    'khoảng phải có một giới hạn.',
    'an interval needs a bound.',
  ],
];

const file = 'nd-998-2027.yaml';

function told(text: string, lang: 'vi' | 'en'): string[] {
  const loaded = loadLaw([{ file, text }], { lang });
  return loaded.ok ? [] : loaded.issues.map(({ path, message }) => `${path} ${message}`);
}

describe('an amended provision that is no longer valid', () => {
  test.each(WRONG)('%s', (_, text, leaf, provision, path, vi, en) => {
    expect(told(text, 'vi')).toEqual([
      `${file}:8 Tệp quy tắc: nd-998-2027 (Điều 1): sửa ${leaf} xong thì ${provision} không còn hợp lệ tại ${path}: ${vi} Sửa giá trị sau \`with\`, hoặc \`leaf\`.`,
    ]);
    expect(told(text, 'en')).toEqual([
      `${file}:8 Rule file: nd-998-2027 (Điều 1): with ${leaf} amended, ${provision} is no longer valid at ${path}: ${en} Correct the value after \`with\`, or the \`leaf\`.`,
    ]);
  });

  test('the line is that of the amendment, also where the file amends the provision before', () => {
    const first = amends('replace', `${ROW} | terms.0.rate`, '"0.5"', '"0.6"');
    const second = amends('replace', `${ROW} | terms.0.per`, 'monthsEarly', 'monthEarly').slice(HEAD.length);
    expect(told(first + second, 'en').map((one) => one.slice(0, file.length + 3))).toEqual([`${file}:13`]);
  });

  test('what one act does to a provision in several steps is looked at together', () => {
    const step = (from: string, to: string): string =>
      amends('replace', `${ROW} | when.monthsEarly.${from}`, from === 'upTo' ? '60' : 'null', to).slice(HEAD.length);
    const loaded = loadLaw([{ file, text: HEAD + step('under', '60') + step('upTo', 'null') }]);
    expect(loaded.ok).toBe(true);
    expect(told(HEAD + step('under', '60'), 'en')).toEqual([expect.stringContaining('upTo and under together')]);
  });

  test('the same is a defect by `rules check`, and nothing is thrown', async () => {
    const amendments = [
      {
        at: 'Điều 1',
        certainty: 'A',
        replace: {
          act: 'nd-178-2024',
          provision: 'clock.7a',
          at: addressOf('nd-178-2024', 'clock.7a'),
          leaf: 'months',
        },
        expect: 12,
        with: '18',
      },
    ];
    const act = { ...builtinActs()[0], act: 'nd-998-2027', kind: 'amending', applies: '2027-01-01', provisions: [] };
    const law = buildLaw([...builtinActs(), { ...act, amendments }] as never, builtinSchemes());
    expect(checkScheme(law, 'nd178')).toEqual([
      {
        code: 'invalid-provision',
        scheme: 'nd178',
        versions: [],
        act: 'nd-998-2027',
        at: 'Điều 1',
        provision: 'clock.7a',
        leaf: 'months',
        message: {
          vi: expect.stringContaining('clock.7a không còn hợp lệ tại months'),
          en: expect.stringContaining('clock.7a is no longer valid at months'),
        },
      },
    ]);
    const folder = testFolder();
    const path = folder(file, WRONG[0]?.[1] ?? '');
    const rules = path.slice(0, -file.length - 1);
    for (const found of [
      await command('rules', 'check', '--rules', rules),
      await command('calc', 'examples/cv-1814-c.yaml', '--rules', rules),
    ]) {
      expect(found.code).toBe(6);
      expect(found.out).toBe('');
      expect(found.err).toContain('clock.7a không còn hợp lệ tại months');
    }
  });
});

describe('what is told of other faults of rule files', () => {
  const wrong = (text: string): string[] => [...told(text, 'vi'), ...told(text, 'en')];

  test('a mistyped provision: one line, with what was perhaps meant', () => {
    const text = amends('replace', 'early-months.after.24-to-61 | terms.0.rate', '"0.5"', '"1"');
    expect(wrong(text)).toEqual([
      `${file}:8 Tệp quy tắc: nd-998-2027 (Điều 1): nd-178-2024 không có quy định early-months.after.24-to-61. Có phải "early-months.after.24-to-60"? Xem các quy định bằng \`nd178 rules show --codes\`.`,
      `${file}:8 Rule file: nd-998-2027 (Điều 1): nd-178-2024 has no provision early-months.after.24-to-61. Did you mean "early-months.after.24-to-60"? \`nd178 rules show --codes\` lists them.`,
    ]);
  });

  test('an act of which there is no file, when the file amends nothing else', () => {
    const text = amends('replace', 'x@nd-178-2042 | mode', '1', '2');
    expect(wrong(text)).toEqual([
      `${file}:8 Tệp quy tắc: nd-998-2027 (Điều 1): sửa nd-178-2042, văn bản này không có trong các văn bản của chế độ. Có phải "nd-178-2024"? Sửa tên văn bản.`,
      `${file}:8 Rule file: nd-998-2027 (Điều 1): aims at nd-178-2042, which is not among the acts. Did you mean "nd-178-2024"? Correct the name of the act.`,
    ]);
  });

  test('a leaf beyond the end of a list, where the rate of a fifth term would throw', () => {
    expect(told(amends('replace', `${ROW} | terms.5.rate`, 'null', '"1"'), 'vi')).toEqual([
      `${file}:8 Tệp quy tắc: nd-998-2027 (Điều 1): terms.5.rate của early-months.after.24-to-60 nằm ngoài danh sách có 1 mục (đếm từ 0). Dùng \`add\` để thêm một mục, hoặc sửa số thứ tự.`,
    ]);
  });

  test('an act that applies before the act it amends', () => {
    const text = amends('replace', `${ROW} | terms.0.rate`, '"0.5"', '"1"').replace('applies: 2027', 'applies: 2024');
    expect(told(text, 'vi')).toEqual([
      `${file}:8 Tệp quy tắc: nd-998-2027 (Điều 1): sửa early-months.after.24-to-60 từ 2024-01-01, trước khi quy định ấy có hiệu lực (2025-01-01). Sửa \`applies\` của văn bản hoặc \`from\` của điểm sửa đổi.`,
    ]);
  });

  const SCHEME = readFileSync('rules/schemes/nd154.yaml', 'utf8');
  const borrows = (from: string, to: string): string[] => {
    expect(SCHEME).toContain(from);
    const loaded = (lang: 'vi' | 'en'): string[] => {
      const found = loadLaw([{ file: 'nd154.yaml', text: SCHEME.replace(from, to) }], { lang });
      return found.ok ? [] : found.issues.map(({ path, message }) => `${path} ${message}`);
    };
    return [...loaded('vi'), ...loaded('en')];
  };
  const lineOf = (text: string): number => SCHEME.slice(0, SCHEME.indexOf(text)).split('\n').length;

  test('a scheme that borrows from an act that there is none of', () => {
    const line = lineOf('- act: nd-178-2024');
    expect(borrows('- act: nd-178-2024', '- act: nd-178-2042')).toEqual([
      `nd154.yaml:${line} Tệp quy tắc: chế độ nd154 mượn quy định của văn bản nd-178-2042, không có tệp nào. Có phải "nd-178-2024"? Thêm tệp hoặc sửa tên trong \`borrows\`.`,
      `nd154.yaml:${line} Rule file: scheme nd154 borrows from the unknown act nd-178-2042. Did you mean "nd-178-2024"? Add its file or correct the name in \`borrows\`.`,
    ]);
  });

  test('and one that borrows nothing, by address or by kind', () => {
    const line = lineOf('at: [Điều 4]') - 1;
    expect(borrows('at: [Điều 4]', 'at: [Điều 40]')).toEqual([
      `nd154.yaml:${line} Tệp quy tắc: chế độ nd154 mượn "Điều 40" của nd-178-2024, nhưng văn bản ấy không có quy định nào như vậy. Có phải "Điều 4"? Sửa \`at\` hoặc \`kinds\` trong \`borrows\`.`,
      `nd154.yaml:${line} Rule file: scheme nd154 borrows "Điều 40" of nd-178-2024, but that act has no such provision. Did you mean "Điều 4"? Correct \`at\` or \`kinds\` in \`borrows\`.`,
    ]);
    expect(borrows('kinds: [exclusion]', 'kinds: [exclusions]')).toEqual([
      expect.stringContaining('mượn "exclusions" của nd-178-2024'),
      expect.stringContaining(
        'borrows "exclusions" of nd-178-2024, but that act has no such provision. Did you mean "exclusion"?',
      ),
    ]);
  });

  test('a key that is not known, in a provision of its own', () => {
    const decree = readFileSync('examples/amending-decree/nd-999-2027.yaml', 'utf8');
    const found = wrong(decree.replace('least: {dong', 'lest: {dong'));
    expect(found[0]).toContain('Khóa không được nhận dạng: "lest". Có phải "least"?');
    expect(found[1]).toContain('Unrecognized key: "lest". Did you mean "least"?');
  });
});
