import type { Lang } from '../src/base/text.ts';
import { caseKey } from '../src/case/keys.ts';
import { outsideQuotes } from '../src/case/medium.ts';
import { OLD_ENCODING_NAMES, type OldEncoding } from '../src/base/old-encodings.ts';
import { PAGE_WORDS, type PageWord } from './words.ts';

/** What a message names of the command line, and what stands in its place in the page. */
type Way = readonly [said: RegExp, here: string | ((...found: string[]) => string)];

/** The way of the page to each option and command that a message may name; the first that fits counts. */
const WAYS: Readonly<Record<Lang, readonly Way[]>> = {
  vi: [
    [/kết quả của calc --format json hoặc batch/g, 'bản ghi do chương trình lưu'],
    [/ \(--max-file-mb\)/g, '; chia thành nhiều tệp'],
    [/ \(--max-[\w-]+\)/g, ''],
    [/bảng cho nd178 batch/g, 'danh sách'],
    [/nd178 batch (?:\S+ )?--sheet/g, `thẻ ${named('list', 'vi')}, trang`],
    [/ --law (\S+) -o ket-qua\.xlsx/g, ', chế độ $1'],
    [/cho phép bằng --allow [\w-]+/g, `cho phép ở mục ${named('reading', 'vi')}`],
    [
      /Đọc tất cả bằng --all-sheets, hoặc chọn một trang bằng --sheet/g,
      'Bấm dưới đây để chọn một trang, hoặc đọc mọi trang',
    ],
    [
      /(Đọc|đọc) bằng --text-encoding (\w+)/g,
      (_, read = '', font = '') => `${read} ở mục ${named('reading', 'vi')}, phông ${fontOf(font)}`,
    ],
    [/(?:chỉ rõ|chỉ rõ bảng mã) bằng --(?:separator|encoding)/g, `chọn ở mục ${named('reading', 'vi')}`],
    [/chỉ rõ bảng mã \(--encoding\)/g, `chọn bảng mã ở mục ${named('reading', 'vi')}`],
    [/, hoặc chỉ rõ bằng --from/g, ''],
    [/cho bằng lệnh:(?: --set \S+)+/g, `điền ở mục ${named('forAll', 'vi')} rồi bấm ${named('listAgain', 'vi')}.`],
    [/chạy lại với --set \S+ \([^)]*\)/g, `điền ở mục ${named('forAll', 'vi')} rồi bấm ${named('listAgain', 'vi')}`],
    [/dùng --set [\w.]+=\.\.\./g, `điền ở mục ${named('forAll', 'vi')}`],
    [/--set ([\w.]+):/g, (_, key = '') => `"${caseKey(key)?.title.vi ?? key}":`],
    [
      /Dùng --map; xem: nd178 audit --propose-map/g,
      `${named('proposedMap', 'vi')}, sửa, rồi mở ở mục ${named('reading', 'vi')}`,
    ],
    [
      /dùng --map \(nd178 audit --propose-map\)/g,
      `mở bản đồ cột ở mục ${named('reading', 'vi')} (${named('proposedMap', 'vi')})`,
    ],
    [/(dùng|Dùng|bằng|với) --map/g, (_, by = '') => `${by} bản đồ cột ở mục ${named('reading', 'vi')}`],
    [/-o tệp\.xlsx và --format json/g, 'bản đã đánh dấu và báo cáo cho máy (.json)'],
    [/--format json(?: hoặc ndjson)?/g, 'báo cáo cho máy (.json)'],
    [/ \(--head\)/g, ` (mục ${named('keptHead', 'vi')})`],
    [/; xem nd178 replay/g, `; tính lại theo ${PAGE_WORDS.asRecorded.vi} để xem`],
    [/tính lại bằng nd178 batch/g, `tính lại ở thẻ ${named('list', 'vi')}`],
    [/do nd178 batch ghi/g, 'kết quả của chương trình'],
    [/lệnh này tính từng hồ sơ một\. Dùng: nd178 batch/g, `ở đây tính từng hồ sơ một. Dùng thẻ ${named('list', 'vi')}`],
    [/Xem mẫu bằng: nd178 calc --help/g, `Điền mẫu bên dưới rồi bấm ${named('saveCase', 'vi')} để có tệp mẫu`],
    [/\(nd178 template\)/g, `(${named('template', 'vi')})`],
    [/bằng --interpret \S+/g, `ở thẻ ${named('questions', 'vi')}`],
    [/dùng --accrue để cộng theo ngày nghỉ/g, 'đánh dấu ô ở trên để cộng theo ngày nghỉ'],
  ],
  en: [
    [/what calc --format json or batch writes/g, 'a record that the program saved'],
    [/ \(--max-file-mb\)/g, '; divide it into several'],
    [/ \(--max-[\w-]+\)/g, ''],
    [/a table for nd178 batch/g, 'a list'],
    [/nd178 batch (?:\S+ )?--sheet/g, `${named('list', 'en')}, sheet`],
    [/ --law (\S+) -o results\.xlsx/g, ', scheme $1'],
    [/allow them with --allow [\w-]+/g, `allow them under ${named('reading', 'en')}`],
    [/Read all with --all-sheets, or choose one with --sheet/g, 'Choose one below, or read every sheet'],
    [
      /(Read it|read them) with --text-encoding (\w+)/g,
      (_, read = '', font = '') => `${read} under ${named('reading', 'en')}, font ${fontOf(font)}`,
    ],
    [
      /name (it|the encoding) with --(?:separator|encoding)/g,
      (_, it = '') => `choose ${it} under ${named('reading', 'en')}`,
    ],
    [/name the encoding \(--encoding\)/g, `choose the encoding under ${named('reading', 'en')}`],
    [/, or name it with --from/g, ''],
    [
      /give it by the command:(?: --set \S+)+/g,
      `give it under ${named('forAll', 'en')} and press ${named('listAgain', 'en')}.`,
    ],
    [
      /run again with --set \S+ \([^)]*\)/g,
      `give it under ${named('forAll', 'en')} and press ${named('listAgain', 'en')}`,
    ],
    [/use --set [\w.]+=\.\.\./g, `fill in ${named('forAll', 'en')}`],
    [/--set ([\w.]+):/g, (_, key = '') => `"${caseKey(key)?.title.en ?? key}":`],
    [
      /Use --map; see: nd178 audit --propose-map/g,
      `${named('proposedMap', 'en')}, correct it, and open it under ${named('reading', 'en')}`,
    ],
    [
      /use --map \(nd178 audit --propose-map\)/g,
      `open a map of columns under ${named('reading', 'en')} (${named('proposedMap', 'en')})`,
    ],
    [/(use|Use|with) --map/g, (_, by = '') => `${by} a map of columns (${named('reading', 'en')})`],
    [/-o file\.xlsx and --format json list/g, 'the marked copy and the report for programs (.json) list'],
    [/--format json(?: or ndjson)?/g, 'the report for programs (.json)'],
    [/ \(--head\)/g, ` (${named('keptHead', 'en')})`],
    [/; see nd178 replay/g, `; replay it under ${PAGE_WORDS.asRecorded.en} to see`],
    [/run nd178 batch again/g, `work it out again under ${named('list', 'en')}`],
    [/that nd178 batch wrote/g, 'of results that the program wrote'],
    [/this command takes one\. Use: nd178 batch/g, `here is one taken. Use ${named('list', 'en')}`],
    [/For an example: nd178 calc --help/g, `Fill in the form and press ${named('saveCase', 'en')} for an example`],
    [/\(nd178 template\)/g, `(${named('template', 'en')})`],
    [/with --interpret \S+/g, `under ${named('questions', 'en')}`],
    [/use --accrue to move the time along/g, 'tick the box above to move the time along'],
  ],
};

/** A button, field or part of the page by what stands on it. */
function named(word: PageWord, lang: Lang): string {
  return `"${PAGE_WORDS[word][lang]}"`;
}

function fontOf(encoding: string): string {
  return OLD_ENCODING_NAMES[encoding as OldEncoding] ?? encoding;
}

/** A day or a month as records write it, but for those of a version of the law or of a file's name. */
const DATE = /(?<![\w@.-])(\d{4})-(\d\d)(?:-(\d\d))?(?![\w-]|\.\w)/g;

/**
 * A message as the page says it: what a user of the command line would write as an option is a field or a button here, and
 * days are written as the fields take them.
 */
export function inPage(message: string, lang: Lang): string {
  return withWays(lang === 'vi' ? outsideQuotes(message, inVietnameseDays) : message, lang);
}

function inVietnameseDays(part: string): string {
  return part.replace(DATE, (_, year: string, month: string, day?: string) =>
    day === undefined ? `${month}/${year}` : `${day}/${month}/${year}`,
  );
}

function withWays(message: string, lang: Lang): string {
  if (!/--\w|nd178 /.test(message)) return message;
  return WAYS[lang].reduce(
    (said, [option, here]) => outsideQuotes(said, (part) => part.replace(option, here as string)),
    message,
  );
}

/** The same for every text of an answer or a document. */
export function everyTextInPage<T>(value: T, lang: Lang): T {
  if (typeof value === 'string') return inPage(value, lang) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => everyTextInPage(one, lang)) as T;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, everyTextInPage(one as unknown, lang)]),
  ) as T;
}
