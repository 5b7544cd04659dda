import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { outsideQuotes } from '../../src/case/medium.ts';
import { everyTextInPage, inPage } from '../../web/ways.ts';

/** Texts that no page shows: they are about standard input, interrupted runs, own rule files, drafts, or stand in files. */
const NEVER_SHOWN: readonly (readonly [file: string, text: RegExp])[] = [
  ['messages/findings.ts', /--accept-unverified/],
  ['messages/refused.ts', /--resume|--from csv/],
  ['messages/rule-faults.ts', /rules show/],
  ['messages/titles.ts', /^--set: /],
  ['table/messages.ts', /^--set: |^--set \{key\}: .*(?:--set|hai lần|twice)/],
  // What other messages put in.
  ['table/encoding.ts', /^--encoding$/],
  ['table/header.ts', /^--set [\w.]+=[\w-]+$/],
  ['audit/map-file.ts', /^# /],
  ['papers/drafts/keys.ts', /--office|nd178 replay/],
  ['workbook/template-sheets.ts', /nd178 batch/],
  ['workbook/seal/sheet.ts', /nd178 replay/],
];

/** Every text of the sources that names an option or a command, with examples for its values. */
function textsWithOptions(): [file: string, text: string][] {
  const files = (readdirSync('src', { recursive: true }) as string[]).map((file) => file.replaceAll('\\', '/'));
  return files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      readFileSync(`src/${file}`, 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
        .flatMap((line) =>
          [...line.matchAll(/'((?:[^'\\]|\\.)+)'|`([^`]+)`/g)].map(([, one, other]) => one ?? other ?? ''),
        )
        .filter((text) => OPTION.test(text))
        .filter((text) => !NEVER_SHOWN.some(([of, what]) => of === file && what.test(text)))
        .map((text): [string, string] => [
          file,
          text.replaceAll('{else}', '--encoding').replace(/\$?\{[^{}]*\}/g, 'tcvn3'),
        ]),
    );
}

const OPTION = /(?<![\w-])--[a-z]|\bnd178 (?:audit|batch|calc|compare|explain|papers|replay|rules|template)\b/;

describe('what a message names of the command line', () => {
  const texts = textsWithOptions();

  test('is a field or a button in the page', () => {
    expect(texts.length).toBeGreaterThan(60);
    const left = texts.filter(([, text]) => OPTION.test(inPage(inPage(text, 'vi'), 'en')));
    expect(left).toEqual([]);
  });

  test('what somebody wrote stays as it is', () => {
    expect(inPage('Không có khóa "--map". Dùng --map.', 'vi')).toMatch(
      /^Không có khóa "--map"\. Dùng bản đồ cột ở mục /,
    );
    expect(outsideQuotes('a "b" c', (part) => part.toUpperCase())).toBe('A "b" C');
  });

  test('says what the page has', () => {
    expect(inPage('Nếu không đúng, dùng --set person.group=...', 'vi')).toBe(
      'Nếu không đúng, điền ở mục "Giá trị chung cho cả danh sách"',
    );
    expect(inPage('--set person.group: "abc" không phải một nhóm.', 'vi')).toBe(
      '"Nhóm đối tượng": "abc" không phải một nhóm.',
    );
    expect(inPage('The file is larger than the limit of 5 bytes (--max-file-mb).', 'en')).toBe(
      'The file is larger than the limit of 5 bytes; divide it into several.',
    );
    expect(inPage('Read it with --text-encoding vni, or convert it', 'en')).toBe(
      'Read it under "How files are read", font VNI, or convert it',
    );
  });

  test('says days as the fields take them', () => {
    expect(
      inPage('Ngày nghỉ 2025-09-01 sau 2025-08. Phiên bản nd178@2025-07-01, tệp 2025-01.xlsx, "2025-31-12".', 'vi'),
    ).toBe('Ngày nghỉ 01/09/2025 sau 08/2025. Phiên bản nd178@2025-07-01, tệp 2025-01.xlsx, "2025-31-12".');
  });

  test('of an answer or a document every text is said so, and nothing else changes', () => {
    const document = { lang: 'vi', blocks: [{ kind: 'text', text: 'mã đã giữ (--head)', at: 3, none: null }] };
    expect(everyTextInPage(document, 'vi')).toEqual({
      lang: 'vi',
      blocks: [{ kind: 'text', text: 'mã đã giữ (mục "Mã cuối đã giữ")', at: 3, none: null }],
    });
  });
});
