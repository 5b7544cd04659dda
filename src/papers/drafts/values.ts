import { decimalText, unscaled, ZERO } from '../../base/decimal.ts';
import type { Calculation } from '../../engine/derivation.ts';
import { receiptOf } from '../../engine/receipt.ts';
import { resultOf } from '../../engine/result.ts';
import { shortened } from '../../engine/short-receipt.ts';
import { amountInWords } from '../../explanation/amount-in-words.ts';
import { lineFormula, lineName } from '../../explanation/benefit-steps.ts';
import { contextOf, nameOf, type Context } from '../../explanation/context.ts';
import {
  formatBirth,
  formatDate,
  formatDuration,
  formatMoney,
  formatMonth,
  formatNumber,
} from '../../explanation/format.ts';
import { narrowest, officialAct } from '../../law/citation.ts';
import type { Law } from '../../law/law.ts';
import type { Cite } from '../../law/version.ts';
import { QUANTITY_PLACES } from '../../law/vocabulary.ts';
import { actBases, citesOf, legalBases } from '../legal-basis.ts';
import { fundingSource } from '../funding-source.ts';
import type { Office } from '../office.ts';
import { DOTS, type DraftValues } from './fill.ts';
import type { BenefitKey, LinesKey, ListKey, OfficeKey, PersonKey } from './keys.ts';

/** Drafts are official papers, which are written in Vietnamese. */
const LANG = 'vi';

type Values<K extends string> = Readonly<Record<K, string | undefined>>;

/** What the values of a draft come from. */
export interface DraftOptions {
  readonly law: Law;
  readonly office: Office;
  readonly asOf?: string | undefined;
}

/** The values of the drafts of one person. */
export function personValues(worked: Calculation, options: DraftOptions): DraftValues {
  const { law, office } = options;
  const context = contextOf(worked, { lang: LANG, law, asOf: options.asOf });
  return {
    one: { ...officeValues([worked], options), ...personOf(context, worked) },
    lines: linesOf(law, office, citesOf(worked)),
    groups: { khoan: benefitsOf(context) },
  };
}

/** The values of the drafts for a whole list, with the people to whom something is paid. */
export function listValues(people: readonly Calculation[], options: DraftOptions): DraftValues {
  const { law, office, asOf } = options;
  const total = people.reduce((sum, { derivation }) => sum.plus(derivation.total), ZERO);
  const one: Values<ListKey> = {
    so_nguoi: formatNumber(people.length, LANG),
    tong_tien: money(total.toFixed()),
    tong_tien_bang_chu: amountInWords(total.toFixed(), LANG),
  };
  const rows = people.map((worked, at) => ({
    tt: String(at + 1),
    ...personOf(contextOf(worked, { lang: LANG, law, asOf }), worked),
  }));
  return {
    one: { ...officeValues(people, options), ...one },
    lines: linesOf(law, office, people.flatMap(citesOf)),
    groups: { nguoi: rows },
  };
}

/** An amount as sentences of a decision write it: with "đồng". */
export function money(amount: string): string {
  return formatMoney(amount, LANG).replace(/ đ$/u, ' đồng');
}

/** What the office writes; the source of the money is that of each person, where the list says it. */
export function officeValues(
  people: readonly Calculation[],
  { office, law }: Pick<DraftOptions, 'office' | 'law'>,
): Values<OfficeKey> {
  const signer = office.signers?.at(-1);
  const sources = new Set(
    people.map(({ derivation }) => fundingSource(derivation.case.person, office, law, LANG) ?? DOTS),
  );
  return {
    co_quan_chu_quan: office.superior,
    co_quan: office.agency,
    dia_danh: office.place,
    ngay_thang: office.day ?? 'ngày … tháng … năm ……',
    tham_quyen_ban_hanh: signer && office.agency && `${signer.title} ${office.agency}`.toLocaleUpperCase('vi'),
    chuc_vu_nguoi_ky: signer?.title,
    ten_nguoi_ky: signer?.name,
    nguon_kinh_phi: sources.size === 1 && sources.has(DOTS) ? undefined : [...sources].join('; '),
    chuong: office.chapter,
  };
}

function linesOf(law: Law, office: Office, cites: readonly Cite[]): Readonly<Record<LinesKey, readonly string[]>> {
  return {
    can_cu: actBases(law, cites, LANG),
    can_cu_chi_tiet: legalBases(law, unique(cites), LANG),
    noi_nhan: office.recipients ?? [],
  };
}

function unique(cites: readonly Cite[]): Cite[] {
  return [...new Map(cites.map((one) => [[one.act, one.at, one.amendedBy, one.amendedAt].join('|'), one])).values()];
}

function personOf(context: Context, worked: Calculation): Values<PersonKey> {
  const { derivation, law } = context;
  const { id, person, leaving, insurance } = derivation.case;
  const { retirement, monthsEarly, yearsEarly, serviceYears } = derivation.measures;
  const date = (day: string | undefined): string | undefined => day && formatDate(day, LANG);
  const years = (found: { value: number } | undefined): string | undefined =>
    found && formatNumber(unscaled(found.value, QUANTITY_PLACES), LANG);
  const route = derivation.route === undefined ? '' : nameOf(context, 'route', derivation.route);
  const [main] = narrowest(derivation.lines.flatMap((line) => line.cites));
  const { scheme, date: from } = derivation.law;
  const total = decimalText(derivation.total);
  return {
    ho_ten: person.name,
    ma_ho_so: id,
    ong_ba: person.sex === 'male' ? 'ông' : 'bà',
    ong_ba_hoa: person.sex === 'male' ? 'Ông' : 'Bà',
    gioi_tinh: nameOf(context, 'sex', person.sex),
    ngay_sinh: formatBirth(person.birth, LANG),
    sinh: `${BORN[person.birth.length] ?? ''}${formatBirth(person.birth, LANG)}`,
    chuc_vu: person.position,
    don_vi: person.unit,
    doi_tuong: nameOf(context, 'group', person.group),
    cap_bac: person.rank && nameOf(context, 'rank', person.rank),
    che_do: route.charAt(0).toLowerCase() + route.slice(1),
    van_ban: main && officialAct(law.acts.get(main.act), main.act, LANG),
    ngay_nghi: date(leaving.date),
    so_quyet_dinh: leaving.decision,
    ngay_quyet_dinh: date(leaving.decided),
    ngay_sap_xep: date(leaving.reorganisation),
    thang_du_tuoi: retirement && formatMonth(retirement.ageMonth, LANG),
    thoi_gian_bhxh: formatDuration(insurance.years * 12 + insurance.months, LANG),
    so_thang_nghi_som: monthsEarly && String(monthsEarly.value),
    so_nam_nghi_som: years(yearsEarly),
    so_nam_tinh_tro_cap: years(serviceYears),
    luong_thang: money(decimalText(derivation.salary.amount)),
    tong_tien: money(total),
    tong_tien_bang_chu: amountInWords(total, LANG),
    phien_ban_luat: `${scheme}@${from}`,
    ma_bien_nhan: shortened(receiptOf(resultOf(worked, LANG)).output),
  };
}

/** What stands before a birth in a sentence, by how much of it is known (YYYY, YYYY-MM, YYYY-MM-DD). */
const BORN: Readonly<Record<number, string>> = { 4: 'năm ', 7: 'tháng ', 10: 'ngày ' };

function benefitsOf(context: Context): Values<BenefitKey>[] {
  return context.derivation.lines.map((line, at) => ({
    tt: String(at + 1),
    ten: lineName(context, line),
    cach_tinh: lineFormula(context, line),
    so_tien: money(decimalText(line.amount)),
  }));
}
