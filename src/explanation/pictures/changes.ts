import { monthOfDay, parseDay, parseMonth, type Day } from '../../base/calendar.ts';
import type { Comparison, ComparisonRow } from '../../engine/compare.ts';
import type { Result } from '../../engine/result.ts';
import { formatDate, formatDuration, formatMoney, formatMonth } from '../format.ts';
import { wordLabel } from '../labels.ts';
import { isBefore, thresholdsOf } from './thresholds.ts';
import { messageText, routeTitle, schemeTitle, versionOf, windowText, type Terms } from './terms.ts';

/** From which leaving date on something else than the date is different, and what. */
export interface ChangeOfTerms {
  readonly day: Day;
  readonly texts: readonly string[];
}

/** Where scheme, version of the law, route, term, age or outcome change between neighbouring leaving dates. */
export function changesOfTerms(terms: Terms, { rows, planned }: Comparison): ChangeOfTerms[] {
  return rows.flatMap((row, index) => {
    const before = rows[index - 1];
    const day = parseDay(row.variant.date ?? '');
    if (!before || day === undefined) return [];
    const texts = [
      ...covered(terms, before, row),
      ...(before.result && row.result
        ? [
            ...lawTexts(terms, before.result, row.result),
            ...windowTexts(terms, before.result, row.result, planned?.term?.ends),
            ...ageTexts(terms, before.result, row.result),
            ...outcomeTexts(terms, before.result, row.result),
          ]
        : []),
    ];
    return texts.length === 0 ? [] : [{ day, texts: changeLines(terms, row, before, texts) }];
  });
}

/** The first text with its date, the last with the amounts. */
function changeLines({ lang }: Terms, row: ComparisonRow, before: ComparisonRow, texts: readonly string[]): string[] {
  const [first = '', ...more] = texts;
  const [was, is] = [amountOf(before), amountOf(row)];
  const amounts =
    was === null || is === null || was === is ? [] : [`${formatMoney(was, lang)} → ${formatMoney(is, lang)}`];
  return [`${formatDate(row.variant.date ?? '', lang)}: ${first}`, ...more, ...amounts];
}

/** What a row pays, in đồng; null where it cannot be computed. */
export function amountOf({ result }: Pick<ComparisonRow, 'result'>): string | null {
  return result === undefined || result.law.version === null || result.outcome === 'refused' ? null : result.total;
}

function covered(terms: Terms, before: ComparisonRow, row: ComparisonRow): string[] {
  const reason = reasonOf(row);
  if (reason === undefined || reason === reasonOf(before)) return [];
  const without = (text: string | undefined): string => (text ?? '').replace(/\d/g, '');
  if (without(reason) === without(reasonOf(before))) return [];
  return [terms.say('không tính được. ', 'cannot be computed. ') + messageText(terms, reason)];
}

/** Why a row has no amount, in the words of its issue or finding; undefined where it has one. */
export function reasonOf(row: ComparisonRow): string | undefined {
  const { result, issues } = row;
  if (amountOf(row) !== null) return undefined;
  if (!result) return issues?.[0]?.message ?? '';
  const worst = result.findings.find(({ severity }) => severity === 'error');
  return (worst ?? result.findings[0])?.message ?? '';
}

function lawTexts(terms: Terms, before: Result, after: Result): string[] {
  const { say, lang } = terms;
  if (after.law.version === null || before.law.version === null) return [];
  const texts: string[] = [];
  if (before.law.scheme !== after.law.scheme)
    texts.push(say('chuyển sang ', 'changes to ') + schemeTitle(terms, after.law.scheme));
  else if (before.law.version !== after.law.version) {
    const from = formatDate(after.law.version, lang);
    texts.push(say(`luật thay đổi, áp dụng bản từ ${from}`, `the law changes: version from ${from}`));
  }
  if (before.route !== null && after.route !== null && before.route !== after.route)
    texts.push(say('chính sách ', 'route ') + routeTitle(terms, after.law.scheme, after.route));
  return texts;
}

function windowTexts(terms: Terms, before: Result, after: Result, ends: string | undefined): string[] {
  const [was, is] = [before.measures?.window, after.measures?.window];
  if (was === undefined || is === undefined || was === is) return [];
  const name = windowText(terms, [after, before], is);
  const end = ends !== undefined && is !== 'none' && after.case.leaving.date > ends ? ends : undefined;
  const date = end === undefined ? '' : formatDate(end, terms.lang);
  return [name + (end === undefined ? '' : terms.say(` (thời hạn hết ngày ${date})`, ` (the term ended on ${date})`))];
}

function ageTexts(terms: Terms, before: Result, after: Result): string[] {
  const { say, lang } = terms;
  const version = versionOf(terms, after);
  const [was, is] = [before.measures?.monthsEarly, after.measures?.monthsEarly];
  const texts: string[] = [];
  const start = after.measures?.pensionStart;
  const month = (result: Result): number => monthOfDay(parseDay(result.case.leaving.date) ?? 0);
  const first = start === undefined ? undefined : parseMonth(start);
  const reaches = first !== undefined && month(before) < first && month(after) >= first;
  if (reaches && start !== undefined)
    texts.push(
      say(
        `đến tháng hưởng lương hưu đúng tuổi (${formatMonth(start, lang)})`,
        `the normal pension starts (${formatMonth(start, lang)})`,
      ),
    );
  if (reaches || !version || was === undefined || is === undefined) return texts;
  const routes = after.route === null ? [] : [after.route];
  for (const threshold of thresholdsOf(version, after.case, routes)) {
    if (!isBefore(threshold, was) || isBefore(threshold, is)) continue;
    const time = formatDuration(threshold.months, lang);
    texts.push(
      threshold.longer
        ? say(`còn dưới ${time} đến tuổi nghỉ hưu`, `less than ${time} to the age`)
        : say(`còn không quá ${time} đến tuổi nghỉ hưu`, `no more than ${time} to the age`),
    );
  }
  return texts;
}

function outcomeTexts({ lang }: Terms, before: Result, after: Result): string[] {
  if (before.outcome === after.outcome || after.outcome === 'refused') return [];
  return [wordLabel('outcome', after.outcome, lang)];
}
