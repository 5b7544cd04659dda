import { Decimal } from '../../base/decimal.ts';
import { paidText } from '../../audit/reconcile/document.ts';
import type { Reconciliation } from '../../audit/reconcile/report.ts';
import type { AuditSummary } from '../../audit/report.ts';
import { isDouble } from '../../audit/summary.ts';
import type { Finding } from '../../audit/work/found.ts';
import { namedStatistics, sampleText } from '../../audit/work/tables.ts';
import type { AuditWork } from '../../audit/work/report.ts';
import { amountInWords } from '../../explanation/amount-in-words.ts';
import { formatDifference, formatNumber } from '../../explanation/format.ts';
import type { AuditAnnex } from '../../law/audit-annex.ts';
import { officialAct } from '../../law/citation.ts';
import type { Law } from '../../law/law.ts';
import type { DraftValues } from '../drafts/fill.ts';
import type { AuditKey, CauseKey, DrawnKey, WrongKey } from '../drafts/keys.ts';
import { money, officeValues } from '../drafts/values.ts';
import type { Office } from '../office.ts';

/** Papers of an inspection are official papers, which are written in Vietnamese. */
const LANG = 'vi';

/** What an audit found, of all workbooks or of one. */
export interface Inspected {
  /** The names of the workbooks. */
  readonly files: readonly string[];
  readonly summary: AuditSummary;
  readonly findings: readonly Finding[];
  readonly work: AuditWork;
  readonly reconciliation?: Reconciliation;
}

/** What the values of a paper of an inspection come from. */
export interface InspectionOptions {
  readonly law: Law;
  readonly annex: AuditAnnex;
  readonly office: Office;
}

/** The values of the papers of an inspection. */
export function inspectionValues(
  { files, summary, findings, work, reconciliation }: Inspected,
  { law, annex, office }: InspectionOptions,
): DraftValues {
  const number = (count: number): string => formatNumber(count, LANG);
  const { right, wrong, unchecked, overpaid, underpaid, completeness, doubles } = summary;
  const twice = doubles.filter(({ sameAs }) => isDouble(sameAs)).length;
  const one: Readonly<Record<AuditKey, string | undefined>> = {
    don_vi_kiem_tra: files.map((file) => file.replace(/\.[a-z]+$/i, '')).join('; '),
    so_tep: number(files.length),
    so_nguoi_kiem_tra: number(completeness.people),
    so_dung: number(right),
    so_sai: number(wrong),
    so_chua_ket_luan: number(unchecked),
    so_chua_doc: number(completeness.notRead + completeness.passedOver),
    so_trung: number(twice),
    so_thua: number(overpaid.rows),
    tien_thua: money(overpaid.amount),
    tien_thua_bang_chu: amountInWords(overpaid.amount, LANG),
    so_thieu: number(underpaid.rows),
    tien_thieu: money(underpaid.amount),
    tien_khai: money(summary.declared),
    tien_dung: money(summary.computed),
    doi_chieu: reconciledText(reconciliation),
    cach_chon_mau: work.sample ? sampleText(work.sample, LANG) : 'Không chọn mẫu.',
  };
  const [, causes] = namedStatistics(work, annex, LANG);
  const loai = (causes?.rows ?? []).map(([name, { people, over, under }]): Readonly<Record<CauseKey, string>> => ({
    ten: name,
    so_nguoi: number(people),
    thua: money(over.amount),
    thieu: money(under.amount),
  }));
  return {
    one: { ...officeValues([], { office, law }), ...one },
    lines: { can_cu: basesOf(summary, law), can_cu_chi_tiet: basesOf(summary, law), noi_nhan: office.recipients ?? [] },
    groups: {
      sai: findings
        .filter(({ list }) => list !== 'right' && list !== 'open')
        .map((each, at) => wrongOf(each, at, annex)),
      loai: loai.length > 0 ? loai : [{ ten: 'không có', so_nguoi: '0', thua: money('0'), thieu: money('0') }],
      mau: (work.sample?.drawn ?? []).map((each, at): Readonly<Record<DrawnKey, string>> => ({
        tt: String(at + 1),
        ho_ten: each.name,
        noi: `${each.file}, ${each.sheet}, hàng ${each.row}`,
        khai: each.declared === null ? 'chưa rõ' : money(each.declared),
        ket_qua: (annex.lists.find(({ list }) => list === each.list)?.title.vi ?? each.list).toLowerCase(),
      })),
    },
  };
}

function wrongOf(one: Finding, at: number, annex: AuditAnnex): Readonly<Record<WrongKey, string | undefined>> {
  return {
    tt: String(at + 1),
    ho_ten: one.name,
    don_vi: one.unit,
    noi: `${one.sheet}, hàng ${one.row}`,
    khai: one.declared === null ? 'chưa rõ' : formatNumber(one.declared, LANG),
    dung: one.due === null ? 'chưa rõ' : formatNumber(one.due, LANG),
    chenh_lech: formatDifference(new Decimal(one.difference), LANG).replace(/ đ$/u, ''),
    loai: annex.causes.find(({ cause }) => cause === one.cause)?.title.vi,
    giai_trinh: one.explanation.replace(/\n+/g, ' '),
  };
}

/** The main acts of the versions of the law that were applied. */
function basesOf({ laws }: AuditSummary, law: Law): string[] {
  const acts = laws.flatMap(({ scheme }) => law.actsOf(scheme)[0]?.act ?? []);
  return [...new Set(acts)].map((act) => officialAct(law.acts.get(act), act, LANG));
}

function reconciledText(reconciliation: Reconciliation | undefined): string {
  if (!reconciliation) return 'không có danh sách đã chi và biểu tổng hợp.';
  const { totals, paid } = reconciliation;
  const wrong = totals.filter(({ difference }) => difference !== '0').length;
  const sentences = [
    ...(totals.length > 0 ? [`biểu tổng hợp có ${totals.length} số liệu, ${wrong} không khớp.`] : []),
    ...(paid ? [paidText(paid, LANG)] : []),
  ];
  return sentences.join(' ');
}
