import { unscaled, ZERO, type Decimal } from '../base/decimal.ts';
import type { Lang } from '../base/text.ts';
import type { Calculation } from '../engine/derivation.ts';
import type { Law } from '../law/law.ts';
import { QUANTITY_PLACES } from '../law/vocabulary.ts';
import { amountInWords } from '../explanation/amount-in-words.ts';
import { lineName } from '../explanation/benefit-steps.ts';
import { contextOf, nameOf } from '../explanation/context.ts';
import { leftColumn, rightColumn, type Document } from '../explanation/document.ts';
import { formatBirth, formatDate, formatMoney, formatNumber } from '../explanation/format.ts';
import { estimateBlocks, estimateOf } from './estimate.ts';
import { letterhead, signatures } from './letterhead.ts';
import type { Office } from './office.ts';

/** How to lay a list out. */
export interface ListOptions {
  readonly lang: Lang;
  readonly law: Law;
  readonly office?: Office;
}

/** The title of the list. */
export function listTitle(lang: Lang): string {
  return lang === 'vi' ? 'Danh sách và dự toán kinh phí chi trả chế độ' : 'List of leavers with the estimated money';
}

/**
 * The list of leavers with the estimated money of each (danh sách và dự toán kinh phí, Nghị định 178/2024/NĐ-CP Điều 17
 * khoản 3), by unit with sub-totals, on lying A3. People to whom nothing is paid stand in it with nothing.
 */
export function listPaper(people: readonly Calculation[], { lang, law, office = {} }: ListOptions): Document {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const title = listTitle(lang);
  const units = new Map<string, Calculation[]>();
  for (const one of people) {
    const unit = one.derivation.case.person.unit ?? '';
    units.set(unit, [...(units.get(unit) ?? []), one]);
  }
  let number = 0;
  const rows = [...units].flatMap(([unit, members]) => [
    ...members.map((one) => personRow(one, (number += 1), { lang, law })),
    ...(units.size > 1 ? [sumRow(say(`Cộng ${unit}`, `Sum ${unit}`).trim(), members, lang)] : []),
  ]);
  const total = sumOf(people);
  const words = amountInWords(total.toFixed(), lang);
  return {
    lang,
    title,
    paper: 'a3-landscape',
    blocks: [
      letterhead(office, lang),
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'table',
        columns: [
          rightColumn(say('TT', 'No.')),
          leftColumn(say('Họ và tên', 'Full name')),
          leftColumn(say('Ngày sinh', 'Born')),
          leftColumn(say('Giới tính', 'Sex')),
          leftColumn(say('Chức vụ', 'Position')),
          leftColumn(say('Đơn vị', 'Unit')),
          leftColumn(say('Đối tượng', 'Group')),
          leftColumn(say('Ngày nghỉ', 'Leaves')),
          rightColumn(say('Lương tháng', 'Monthly salary')),
          rightColumn(say('Tháng nghỉ sớm', 'Months early')),
          rightColumn(say('Năm tính trợ cấp', 'Service years')),
          leftColumn(say('Các khoản', 'Benefits')),
          rightColumn(say('Tổng cộng', 'Total')),
        ],
        rows,
        foot: sumRow(say('Tổng cộng', 'Total'), people, lang),
      },
      ...(words === undefined
        ? []
        : [{ kind: 'text', text: `${say('Bằng chữ', 'In words')}: ${words}.`, tone: 'strong' } as const]),
      signatures(office, lang),
      ...estimateBlocks(estimateOf(people, { lang, law, office }), { lang, law, office }),
    ],
  };
}

function personRow(worked: Calculation, number: number, options: { readonly lang: Lang; readonly law: Law }): string[] {
  const { lang } = options;
  const context = contextOf(worked, options);
  const { derivation } = worked;
  const { person, leaving, id } = derivation.case;
  const { monthsEarly, serviceYears } = derivation.measures;
  const lines = derivation.lines.map((line) => `${lineName(context, line)}: ${formatMoney(line.amount, lang)}`);
  return [
    String(number),
    person.name ?? id ?? '',
    formatBirth(person.birth, lang),
    nameOf(context, 'sex', person.sex),
    person.position ?? '',
    person.unit ?? '',
    nameOf(context, 'group', person.group),
    formatDate(leaving.date, lang),
    formatMoney(derivation.salary.amount, lang),
    monthsEarly ? String(monthsEarly.value) : '',
    serviceYears ? formatNumber(unscaled(serviceYears.value, QUANTITY_PLACES), lang) : '',
    lines.join('; '),
    formatMoney(derivation.total, lang),
  ];
}

function sumRow(label: string, people: readonly Calculation[], lang: Lang): string[] {
  return ['', label, ...Array.from({ length: 10 }, () => ''), formatMoney(sumOf(people), lang)];
}

function sumOf(people: readonly Calculation[]): Decimal {
  return people.reduce((sum, { derivation }) => sum.plus(derivation.total), ZERO);
}
