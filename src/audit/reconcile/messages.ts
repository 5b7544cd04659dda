import type { Lang, Words } from '../../base/text.ts';
import { fill, type Params } from '../../messages/issue.ts';

const MESSAGES: Readonly<Record<ReconcileCode, Words>> = {
  'paid-as-declared': {
    vi: '{name}: đã chi {paid} đúng như đơn vị khai, theo luật là {due}, chênh lệch {difference}.',
    en: '{name}: paid {paid} as the unit declared; the law gives {due}, difference {difference}.',
  },
  'paid-otherwise': {
    vi: '{name}: đã chi {paid}, đơn vị khai {declared}, theo luật là {due}, chênh lệch {difference}.',
    en: '{name}: paid {paid}, the unit declared {declared}, the law gives {due}, difference {difference}.',
  },
  'not-paid': {
    vi: '{name}: có trong biểu ({place}) nhưng không có trong danh sách đã chi; khai {declared}, theo luật {due}.',
    en: '{name}: stands in an annex ({place}) and not in the payment list; declared {declared}, the law gives {due}.',
  },
  'not-declared': {
    vi: '{name}: đã chi {paid} nhưng không có trong biểu nào được kiểm tra.',
    en: '{name}: paid {paid}, and in none of the annexes that were audited.',
  },
  'paid-unclear': {
    vi: '{name}: có nhiều người cùng tên trong các biểu, danh sách chi không cho biết {paid} là của ai; thêm cột ngày sinh.',
    en: '{name}: several people of the annexes have this name, and the list does not say whose {paid} is; add a column with the birth.',
  },
  'unread-amount': {
    vi: '{cell} "{text}": không đọc chắc chắn được là số tiền nào; người này chưa được đối chiếu.',
    en: '{cell} "{text}": no amount that can be read with certainty; this person is not compared.',
  },
  'no-amount': { vi: '{cell}: để trống số tiền đã chi.', en: '{cell}: the amount paid is left blank.' },
  'no-name': {
    vi: '{cell}: có số tiền nhưng không có họ tên.',
    en: '{cell}: an amount without a name.',
  },
  people: {
    vi: '{cell} "{label}": ghi {declared} người, các biểu có {sum} người.',
    en: '{cell} "{label}": {declared} people are written, the annexes hold {sum}.',
  },
  amount: {
    vi: '{cell} "{label}": ghi {declared}, cộng người trong các biểu được {sum}, chênh lệch {difference}.',
    en: '{cell} "{label}": {declared} is written, the people of the annexes add up to {sum}, difference {difference}.',
  },
  nobody: {
    vi: '"{label}": không có đơn vị, biểu, trang hay tệp nào được kiểm tra mang tên này; chưa đối chiếu.',
    en: '"{label}": no unit, form, sheet or file that was audited bears this name; not compared.',
  },
  open: {
    vi: '{cell} "{label}": chưa đối chiếu được, {count} người không đọc được tổng đã khai.',
    en: '{cell} "{label}": not compared, the declared totals of {count} people cannot be read.',
  },
  'no-paid-columns': {
    vi: 'Không tìm thấy cột họ tên và cột số tiền đã chi trong danh sách chi trả.',
    en: 'The columns of the name and of the amount paid were not found in the payment list.',
  },
};

/** The stable code of what is said of a reconciliation. */
export type ReconcileCode =
  | 'paid-as-declared'
  | 'paid-otherwise'
  | 'not-paid'
  | 'not-declared'
  | 'paid-unclear'
  | 'unread-amount'
  | 'no-amount'
  | 'no-name'
  | 'people'
  | 'amount'
  | 'nobody'
  | 'open'
  | 'no-paid-columns';

/** What is said of a reconciliation, in a language. */
export function reconcileMessage(lang: Lang, code: ReconcileCode, params: Params = {}): string {
  return fill(MESSAGES[code][lang], params);
}
