import type { Lang } from '../../base/text.ts';
import type { Block } from '../../explanation/document.ts';
import { formatMoney, formatNumber } from '../../explanation/format.ts';
import { sayIn } from '../messages.ts';
import type { PaidCheck, Reconciliation } from './report.ts';

/** So many findings are told one by one; programs get them all. */
const MOST_TOLD = 100;

/** A reconciliation for a reader: in sentences, each difference with its people. */
export function reconciledBlocks({ totals, paid }: Reconciliation, lang: Lang): Block[] {
  const say = sayIn(lang);
  const wrong = totals.filter(({ difference, what }) => difference !== '0' || what === 'open' || what === 'nobody');
  const summed: Block[] =
    totals.length === 0
      ? []
      : [
          {
            kind: 'text',
            text:
              wrong.length === 0
                ? say(
                    `Biểu tổng hợp: cả ${formatNumber(totals.length, lang)} số liệu khớp với người trong các biểu.`,
                    `Summary annex: all ${formatNumber(totals.length, lang)} numbers agree with the people of the annexes.`,
                  )
                : say('Biểu tổng hợp không khớp với người trong các biểu:', 'The summary annex does not agree with the people of the annexes:'), // prettier-ignore
            tone: wrong.length === 0 ? 'good' : 'error',
          },
          ...listOf(
            wrong.map((one) => `${one.file} › ${one.sheet} › ${one.message}`),
            lang,
          ),
        ];
  return [...summed, ...(paid ? paidBlocks(paid, lang) : [])];
}

function paidBlocks(paid: PaidCheck, lang: Lang): Block[] {
  const lines = [
    ...paid.findings.map(({ message, paidAt }) => {
      const rows = paidAt.map(({ sheet, row }) => (sheet === '' ? String(row) : `${sheet} ${row}`)).join(', ');
      return rows === '' ? message : `${lang === 'vi' ? 'dòng' : 'row'} ${rows}: ${message}`;
    }),
    ...paid.unread.map(({ sheet, message }) => (sheet === '' ? message : `${sheet} › ${message}`)),
  ];
  return [
    { kind: 'text', text: paidText(paid, lang), tone: lines.length === 0 ? 'good' : 'error' },
    ...listOf(lines, lang),
  ];
}

/** A payment list beside the annexes in a sentence. */
export function paidText({ file, rows, amount, right, overpaid, underpaid, findings, unread }: PaidCheck, lang: Lang): string {
  const number = (count: number): string => formatNumber(count, lang);
  const count = (kind: string): string => number(findings.filter((one) => one.kind === kind).length);
  const money = (text: string): string => formatMoney(text, lang);
  return sayIn(lang)(
    `Danh sách đã chi ${file}: ${number(rows)} lần chi, ${money(amount)}; ${number(right)} người đúng, ${number(overpaid.people)} chi thừa ${money(overpaid.amount)}, ${number(underpaid.people)} chi thiếu ${money(underpaid.amount)}, ${count('not-paid')} chưa chi, ${count('not-declared')} không có trong biểu, ${count('paid-unclear')} chưa rõ là ai, ${number(unread.length)} không đọc được.`,
    `Payment list ${file}: ${number(rows)} payments, ${money(amount)}; right ${number(right)}, overpaid ${number(overpaid.people)} by ${money(overpaid.amount)}, underpaid ${number(underpaid.people)} by ${money(underpaid.amount)}, not paid ${count('not-paid')}, in no annex ${count('not-declared')}, unclear whose ${count('paid-unclear')}, unreadable ${number(unread.length)}.`,
  );
} // prettier-ignore

function listOf(texts: readonly string[], lang: Lang): Block[] {
  if (texts.length === 0) return [];
  const items = texts.slice(0, MOST_TOLD).map((text) => ({ text, tone: 'warning' as const }));
  const more = formatNumber(texts.length - items.length, lang);
  const rest = sayIn(lang)(
    `... và ${more} điều khác nữa; --format json liệt kê tất cả.`,
    `... and ${more} more; --format json lists them all.`,
  );
  return [{ kind: 'list', items: texts.length > items.length ? [...items, { text: rest, tone: 'muted' }] : items }];
}
