import type { Lang } from '../base/text.ts';
import { formatMoney, formatNumber } from '../explanation/format.ts';
import type { EffectSummary } from './effect-tally.ts';
import type { ReplayReport } from './replay-report.ts';
import { CAUSES } from './words.ts';
import type { Cause } from './replay.ts';

/** What a verdict is made of. */
type Judged = Pick<ReplayReport, 'summary' | 'chain' | 'seal' | 'sums'>;

/** Whether a replay found nothing to object to: every record comes out as recorded, and the chain or the seal holds. */
export function allSame({ summary, chain, seal, sums = [] }: Judged): boolean {
  const unbroken = chain.broken === 0 && (seal?.broken ?? 0) === 0 && sums.length === 0;
  return summary.same === summary.records && summary.unreadable === 0 && unbroken;
}

/** The verdict on a file of records in one sentence. */
export function verdictOf(report: Judged, lang: Lang): string {
  const { summary, chain, seal } = report;
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const number = (count: number): string => formatNumber(count, lang);
  const { records, same } = summary;
  const one = records === 1;
  const rows = sentText(report, lang);
  if (allSame(report)) {
    const chained = chain.chained ? say(', chuỗi liền', ', and the chain holds') : '';
    const sealed = seal?.sealed === true ? say(', niêm phong còn nguyên', ', and the seal holds') : '';
    return say(
      `Cả ${number(records)} bản ghi tính lại đúng như đã ghi${chained}${sealed}${rows}.`,
      `${one ? 'The 1 record comes' : `All ${number(records)} records come`} out exactly as recorded${chained}${sealed}${rows}.`,
    );
  }
  const parts = partsOf(report, lang);
  const causes = Object.entries(summary.causes).filter(([cause]) => cause !== 'law-not-installed');
  const named = causes.map(([cause, count]) => `${CAUSES[cause as Cause][lang]}: ${number(count)}`).join('; ');
  const why = named === '' ? '' : say(` (nguyên nhân: ${named})`, ` (causes: ${named})`);
  return say(
    `${number(same)} trong ${number(records)} bản ghi tính lại đúng như đã ghi; ${parts.join(', ')}${why}${rows}.`,
    `${number(same)} of ${number(records)} records come out as recorded; ${parts.join(', ')}${why}${rows}.`,
  );
}

/** What is not as it was recorded, each in a few words. */
function partsOf(report: Judged, lang: Lang): string[] {
  return [...moneyParts(report, lang), ...restParts(report, lang)];
}

function moneyParts({ summary }: Judged, lang: Lang): string[] {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const number = (count: number): string => formatNumber(count, lang);
  const { different, over, under } = summary;
  const parts: string[] = [];
  if (different > 0) {
    const identical = summary.sameResult;
    const paid = summary.sameMoney - identical;
    const vi = [
      ...(identical === 0 ? [] : [`, trong đó ${number(identical)} vẫn cho cùng kết quả`]),
      ...(paid === 0 ? [] : [`, trong đó ${number(paid)} cùng số tiền, chỉ khác căn cứ hay lời nhắc`]),
    ].join('');
    const en = [
      ...(identical === 0 ? [] : [`, ${number(identical)} of them with the same result`]),
      ...(paid === 0 ? [] : [`, ${number(paid)} of them with the same money and another basis or other findings`]),
    ].join('');
    parts.push(say(`${number(different)} khác${vi}`, `${number(different)} differ${different === 1 ? 's' : ''}${en}`));
  }
  if (over.records > 0)
    parts.push(
      say(`ghi thừa ${formatMoney(over.amount, lang)}`, `${formatMoney(over.amount, lang)} too much is recorded`),
    );
  if (under.records > 0)
    parts.push(
      say(`ghi thiếu ${formatMoney(under.amount, lang)}`, `${formatMoney(under.amount, lang)} too little is recorded`),
    );
  return parts;
}

function restParts({ summary, chain, seal, sums = [] }: Judged, lang: Lang): string[] {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const number = (count: number): string => formatNumber(count, lang);
  const { notRecomputed, unreadable } = summary;
  const parts: string[] = [];
  if (notRecomputed > 0) {
    parts.push(
      say(
        `${number(notRecomputed)} chưa tính lại vì phiên bản luật không được cài`,
        `${number(notRecomputed)} could not be recomputed because ${notRecomputed === 1 ? 'its' : 'their'} law version is not installed`,
      ),
    );
  }
  if (unreadable > 0)
    parts.push(
      say(
        `${number(unreadable)} dòng không phải bản ghi`,
        `${number(unreadable)} ${unreadable === 1 ? 'row is' : 'rows are'} no record`,
      ),
    );
  if (chain.broken > 0)
    parts.push(
      say(
        `chuỗi bị đứt ở ${number(chain.broken)} chỗ`,
        `the chain is broken in ${number(chain.broken)} ${chain.broken === 1 ? 'place' : 'places'}`,
      ),
    );
  if (sums.length > 0) {
    const rows = sums.map(({ row }) => row).join(', ');
    parts.push(
      say(
        `hàng tổng cộng (dòng ${rows}) không phải tổng của các dòng trên`,
        `the row of sums (row ${rows}) does not hold the sums of the rows above it`,
      ),
    );
  }
  const seals = seal?.broken ?? 0;
  if (seals > 0)
    parts.push(
      say(
        `niêm phong bị đứt ở ${number(seals)} chỗ`,
        `the seal is broken in ${number(seals)} ${seals === 1 ? 'place' : 'places'}`,
      ),
    );
  return parts;
}

/** How many rows were sent, where some of them were refused or are gone; the chain or the seal counted them. */
function sentText({ summary, chain, seal }: Judged, lang: Lang): string {
  const { records, refusals, unreadable } = summary;
  const here = records + refusals + unreadable;
  const sent = seal?.sent ?? (chain.chained ? chain.sent : here);
  if (refusals === 0 && sent === here) return '';
  const number = (count: number): string => formatNumber(count, lang);
  const refused =
    refusals === 0 ? '' : lang === 'vi' ? `, ${number(refusals)} bị từ chối` : `, ${number(refusals)} of them refused`;
  return lang === 'vi'
    ? `; đã gửi ${number(sent)} dòng${refused}`
    : `; ${number(sent)} ${sent === 1 ? 'row was' : 'rows were'} sent${refused}`;
}

/** The effect of another law on all recorded people in one sentence. */
export function effectVerdict({ all }: EffectSummary, law: string, unsound: number, lang: Lang): string {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const number = (count: number): string => formatNumber(count, lang);
  const money = (amount: string): string => formatMoney(amount.replace('-', ''), lang);
  const { people, gain, lose, unchanged, uncomputable, difference } = all;
  const change =
    difference === '0'
      ? say('tổng không đổi', 'the total stays')
      : difference.startsWith('-')
        ? say(`tổng giảm ${money(difference)}`, `the total falls by ${money(difference)}`)
        : say(`tổng tăng ${money(difference)}`, `the total rises by ${money(difference)}`);
  const parts = [
    say(`${number(gain.people)} tăng ${money(gain.amount)}`, `${number(gain.people)} gain ${money(gain.amount)}`),
    say(`${number(lose.people)} giảm ${money(lose.amount)}`, `${number(lose.people)} lose ${money(lose.amount)}`),
    say(`${number(unchanged)} không đổi`, `${number(unchanged)} stay`),
    ...(uncomputable.people === 0
      ? []
      : [say(`${number(uncomputable.people)} không tính được`, `${number(uncomputable.people)} cannot be computed`)]),
  ];
  const warning =
    unsound === 0
      ? ''
      : say(
          ` Chú ý: ${number(unsound)} bản ghi không tính lại được đúng như đã ghi; xem nd178 replay.`,
          ` Note: ${number(unsound)} ${unsound === 1 ? 'record does' : 'records do'} not replay as recorded; see nd178 replay.`,
        );
  return (
    say(
      `Theo ${law}, trong ${number(people)} người: ${parts.join(', ')}; ${change}.`,
      `Under ${law}, of ${number(people)} people ${parts.join(', ')}; ${change}.`,
    ) + warning
  );
}
