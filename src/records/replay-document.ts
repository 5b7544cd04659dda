import { Decimal, DECIMAL_TEXT } from '../base/decimal.ts';
import type { Lang } from '../base/text.ts';
import { basisOf } from '../explanation/context.ts';
import type { Block, Column, Document, Tone } from '../explanation/document.ts';
import { formatDifference, formatMoney, formatNumber } from '../explanation/format.ts';
import type { Law } from '../law/law.ts';
import type { ChainReport } from './chain.ts';
import type { AlteredSums } from './book-sums.ts';
import type { SealReport } from './book-seal.ts';
import type { Difference } from './difference.ts';
import type { ReplayReport } from './replay-report.ts';
import type { Replayed } from './replay.ts';
import type { ReplaySummary } from './tally.ts';
import { allSame, verdictOf } from './verdict.ts';
import { sealBreakText } from './seal-words.ts';
import { breakText, CAUSES, KINDS, MEASURES } from './words.ts';

/** A replay for a reader: the verdict, the chain, then each record that differs, why, and by which provision. */
export function replayDocument(report: ReplayReport, law: Law, lang: Lang): Document {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const { summary, chain, seal, sums = [], records, more } = report;
  const blocks: Block[] = [
    { kind: 'text', text: verdictOf(report, lang), tone: allSame(report) ? 'good' : 'error' },
    ...chainBlocks(chain, lang),
    ...(seal ? sealBlocks(seal, lang) : []),
    ...(Object.keys(summary.laws).length === 0 ? [] : [lawTable(summary, lang)]),
    ...sums.flatMap((one) => sumBlocks(one, law, lang)),
    ...records.flatMap((one) => recordBlocks(one, law, lang)),
  ];
  if (more > 0) {
    blocks.push({
      kind: 'text',
      tone: 'muted',
      text: say(
        `... và ${formatNumber(more, lang)} bản ghi khác nữa; --format json hoặc ndjson liệt kê tất cả.`,
        `... and ${formatNumber(more, lang)} more records; --format json or ndjson lists them all.`,
      ),
    });
  }
  return { lang, title: say('Tính lại bản ghi', 'Replay of records'), blocks };
}

/** Where only the file of the law is another one and nothing comes of it, the verdict says enough. */
export function isTold({ causes, differences, status }: Replayed): boolean {
  return status === 'unreadable' || differences.length > 0 || causes.some((one) => one !== 'law-altered');
}

function chainBlocks(chain: ChainReport, lang: Lang): Block[] {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  if (!chain.chained && chain.broken === 0) return [];
  const vouched = chain.headChecked
    ? ''
    : say(
        ' Chưa đối chiếu với mã đã lưu (--head), nên không xác nhận được phần cuối tệp.',
        ' It was not compared with a kept head (--head), so nobody vouches for the end of the file.',
      );
  return [
    {
      kind: 'text',
      text: say(
        `Mã cuối của chuỗi: ${chain.head ?? '—'}.${vouched}`,
        `Head of the chain: ${chain.head ?? '—'}.${vouched}`,
      ),
      tone: 'muted',
    },
    ...(chain.breaks.length === 0
      ? []
      : [
          {
            kind: 'list',
            items: chain.breaks.map((one) => ({ text: breakText(one, lang), tone: 'error' as const })),
          } as Block,
        ]),
  ];
}

function sealBlocks({ sealed, head, headChecked, breaks, broken }: SealReport, lang: Lang): Block[] {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const sealBlock: Block = {
    kind: 'list',
    items: breaks.map((one) => ({ text: sealBreakText(one, lang), tone: 'error' as const })),
  };
  if (!sealed) {
    const text = say(
      'Sổ tính không có niêm phong (bản 0.1.0, hoặc hơn 250.000 người): dòng bị xóa và hồ sơ bị sửa cùng kết quả không phát hiện được.',
      'The workbook is not sealed (version 0.1.0, or more than 250,000 people): nothing shows a removed row, or a case that was altered with its result.',
    );
    return [{ kind: 'text', text, tone: 'muted' }, ...(broken > 0 ? [sealBlock] : [])];
  }
  const vouched = headChecked
    ? ''
    : say(
        ' Chưa đối chiếu với mã đã giữ ở nơi khác (--head).',
        ' It was not compared with a head kept elsewhere (--head).',
      );
  const text = say(`Mã niêm phong: ${head ?? '—'}.${vouched}`, `Head of the seal: ${head ?? '—'}.${vouched}`);
  return [{ kind: 'text', text, tone: 'muted' }, ...(broken > 0 ? [sealBlock] : [])];
}

function lawTable({ laws }: ReplaySummary, lang: Lang): Block {
  const columns: Column[] = [
    { title: lang === 'vi' ? 'Phiên bản luật của bản ghi' : 'Law version of the records', align: 'left' },
    { title: lang === 'vi' ? 'Bản ghi' : 'Records', align: 'right' },
  ];
  return { kind: 'table', columns, rows: Object.entries(laws).map(([law, count]) => [law, formatNumber(count, lang)]) };
}

function sumBlocks({ row, sheet, differences }: AlteredSums, law: Law, lang: Lang): Block[] {
  const text =
    lang === 'vi' ? `Hàng tổng cộng (trang "${sheet}", dòng ${row})` : `The row of sums (sheet "${sheet}", row ${row})`;
  return [
    { kind: 'heading', level: 2, text },
    { kind: 'list', items: differences.map((each) => ({ text: differenceText(each, law, lang), tone: 'error' })) },
  ];
}

function recordBlocks(one: Replayed, law: Law, lang: Lang): Block[] {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const { row, id, difference } = one;
  const name = id === undefined ? '' : ` · ${id}`;
  const amount =
    difference === undefined || difference === '0' ? '' : ` · ${formatDifference(new Decimal(difference), lang)}`;
  return [
    { kind: 'heading', level: 2, text: say(`Dòng ${row}${name}${amount}`, `Row ${row}${name}${amount}`) },
    { kind: 'list', items: replayItems(one, law, lang) },
  ];
}

/** What a replay found in a record: why, what could not be read, and each difference in a sentence. */
export function replayItems(
  { law: version, causes, issues = [], differences }: Pick<Replayed, 'law' | 'causes' | 'issues' | 'differences'>,
  law: Law,
  lang: Lang,
): { readonly text: string; readonly tone?: Tone }[] {
  return [
    ...causes.map((cause) => ({ text: CAUSES[cause][lang], tone: 'error' as const })),
    ...issues.map((issue) => ({ text: issue.message, tone: 'error' as const })),
    ...differences.map((each) => ({ text: differenceText(each, law, lang, version) })),
  ];
}

/**
 * One difference in a sentence: what is recorded, what is computed, and the provision; a line is called as the version of the
 * law that the record names calls it.
 */
export function differenceText(found: Difference, law: Law, lang: Lang, version?: string): string {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const { kind, what, recorded, computed, cite = [], row, difference } = found;
  const name = kind === 'line' ? lineName(what, law, lang, version) : what;
  const title = MEASURES[what]?.[lang] ?? `${KINDS[kind]?.[lang] ?? kind} ${name}`;
  if (kind === 'case')
    return say(`${title}: không phải giá trị mà bộ tính đọc được`, `${title}: not the value that the engine reads`);
  const money = what === 'monthlySalary' || (difference !== undefined && (kind === 'total' || kind === 'top-up'));
  const shown = (value: string | null): string =>
    value === null ? say('không có', 'nothing') : money && DECIMAL_TEXT.test(value) ? formatMoney(value, lang) : value;
  const over =
    difference === undefined || kind === 'measure' ? '' : ` (${formatDifference(new Decimal(difference), lang)})`;
  const basis = basisOf(law, cite, lang).map((one) => one.text);
  const why = basis.length === 0 || kind === 'provision' ? '' : `. ${say('Căn cứ', 'Basis')}: ${basis.join('; ')}`;
  const place = row === undefined || row === '' ? '' : ` [${row}]`;
  return `${title}: ${say('ghi', 'recorded')} ${shown(recorded)}, ${say('tính được', 'computed')} ${shown(computed)}${over}${place}${why}`;
}

/** A line by its title, with its code; by its code alone where that version of the law has no such line. */
function lineName(line: string, law: Law, lang: Lang, version = ''): string {
  const [scheme = '', day = ''] = version.split('@');
  const found = law.at(scheme, day, lang);
  const rules = found.ok ? found.value.rules('benefit-title') : [];
  const title = rules.find(({ provision }) => provision.benefit === line)?.provision.title[lang];
  return title === undefined ? line : `"${title}" (${line})`;
}
