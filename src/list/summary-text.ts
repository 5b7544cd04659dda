import { groupedDigits } from '../base/decimal.ts';
import type { Lang, Words } from '../base/text.ts';
import { fill } from '../messages/issue.ts';
import type { Law } from '../law/law.ts';
import { codeTitle } from '../table/code-title.ts';
import type { CodeCount } from '../table/codes.ts';
import { rowNotes } from '../table/run-summary.ts';
import type { Totals } from './pipeline.ts';

/** The line of a run under way. */
export function progressLine(
  run: { rows: number; rate: number; refused: number; left: number | undefined },
  lang: Lang,
): string {
  const { rows, rate, refused, left } = run;
  const number = (value: number): string => grouped(String(value), lang);
  const time = left === undefined ? '' : lang === 'vi' ? `, còn ${left} giây` : `, ${left} s left`;
  return lang === 'vi'
    ? `${number(rows)} hàng, ${number(rate)} hàng/giây, từ chối ${number(refused)}${time}`
    : `${number(rows)} rows, ${number(rate)} rows/s, ${number(refused)} refused${time}`;
}

/** Digits in groups of three as the language writes them. */
export function grouped(digits: string, lang: Lang): string {
  return groupedDigits(digits, lang === 'vi' ? '.' : ',');
}

const WARNED: Words = {
  vi: '{rows} hàng được tính nhưng có cảnh báo cần kiểm tra:',
  en: '{rows} rows are worked out with a warning to look at:',
};

/** The end of a run in a few lines: what became of the rows, the kinds of faults and of warnings. No personal data, and no amounts. */
export function summaryText(totals: Totals, law: Law, lang: Lang, sheets?: readonly string[]): string {
  const sum = totals.tally.overall();
  const number = (value: number | string): string => grouped(String(value), lang);
  const refused = sum.blocked + sum.invalid;
  const head =
    lang === 'vi'
      ? `${number(totals.rows)} hàng: ${number(sum.paid)} được hưởng, ${number(sum.nothing)} không được hưởng, ${number(refused)} từ chối.`
      : `${number(totals.rows)} rows: ${number(sum.paid)} paid, ${number(sum.nothing)} nothing, ${number(refused)} refused.`;
  const lines = (kind: CodeCount['kind']): string[] =>
    totals.codes.data().flatMap(({ kind: own, code, rows, row, cell, sheet }) => {
      if (own !== kind) return [];
      const place = cell ?? (lang === 'vi' ? `hàng ${row}` : `row ${row}`);
      const at = sheet === undefined ? place : `"${sheet}" ${place}`;
      const title = codeTitle(law, code)?.[lang] ?? code;
      const many =
        lang === 'vi' ? `${number(rows)} hàng, đầu tiên` : `${number(rows)} ${rows === 1 ? 'row' : 'rows'}, first`;
      return [`  ${title} (${code}): ${many} ${lang === 'vi' ? 'ở' : 'at'} ${at}`];
    });
  const warnings = sum.warned === 0 ? [] : [fill(WARNED[lang], { rows: number(sum.warned) }), ...lines('warning')];
  const notes = rowNotes(totals, sheets);
  return [head, ...lines('fault'), ...warnings, ...notes.map((note) => note[lang])].join('\n') + '\n';
}
