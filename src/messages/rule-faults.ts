import type { Lang, Words } from '../base/text.ts';
import { fill, type Params } from './issue.ts';

/** Every fault of rule files that shows when they are read or laid over each other: what is wrong and the way out. */
const RULE_FAULTS = {
  'duplicate-provision': {
    vi: '{act}: quy định {provision} đã có trong {there} tại {at}, do {by} đặt ra. Đặt mã khác, hoặc sửa quy định ấy bằng `replace`.',
    en: '{act}: provision {provision} already stands in {there} at {at}, set by {by}. Give it another id, or amend that one with `replace`.',
  },
  'inserts-into-unknown-act': {
    vi: '{act} ({at}): thêm vào {other}, văn bản này không có trong các văn bản của chế độ.[ Có phải "{near}"?] Sửa tên văn bản sau `insert`.',
    en: '{act} ({at}): inserts into {other}, which is not among the acts.[ Did you mean "{near}"?] Correct the act after `insert`.',
  },
  'unknown-act': {
    vi: '{act} ({at}): sửa {other}, văn bản này không có trong các văn bản của chế độ.[ Có phải "{near}"?] Sửa tên văn bản.',
    en: '{act} ({at}): aims at {other}, which is not among the acts.[ Did you mean "{near}"?] Correct the name of the act.',
  },
  'missing-target': {
    vi: '{act} ({at}): {other} không có quy định {provision}.[ Có phải "{near}"?] Xem các quy định bằng `nd178 rules show --codes`.',
    en: '{act} ({at}): {other} has no provision {provision}.[ Did you mean "{near}"?] `nd178 rules show --codes` lists them.',
  },
  'wrong-address': {
    vi: '{act} ({at}): {provision} nằm tại {stands}, không phải {aimed}. Sửa địa chỉ hoặc mã quy định.',
    en: '{act} ({at}): {provision} stands at {stands}, not at {aimed}. Correct the address or the id.',
  },
  'different-text': {
    vi: '{act} ({at}): `expect` nêu {expects} nhưng tại đó là {finds}. Đối chiếu với văn bản bị sửa.',
    en: '{act} ({at}): expects {expects} but finds {finds}. Compare it with the act that is amended.',
  },
  'not-a-list': {
    vi: '{act} ({at}): {leaf} không phải danh sách. Dùng `replace` thay cho `add`.',
    en: '{act} ({at}): {leaf} is no list. Use `replace` instead of `add`.',
  },
  'outside-list': {
    vi: '{act} ({at}): {leaf} của {provision} nằm ngoài danh sách có {count} mục (đếm từ 0). Dùng `add` để thêm một mục, hoặc sửa số thứ tự.',
    en: '{act} ({at}): {leaf} of {provision} lies outside a list of {count} items (counted from 0). Use `add` for one more, or correct the number.',
  },
  'fixed-leaf': {
    vi: '{act} ({at}): không sửa được {leaf} của {provision}. Bãi bỏ quy định bằng `repeal` và đặt quy định mới bằng `insert`.',
    en: '{act} ({at}): {leaf} of {provision} cannot be amended. Take the provision away with `repeal` and state the new one with `insert`.',
  },
  'invalid-provision': {
    vi: '{act} ({at}): sửa {leaf} xong thì {provision} không còn hợp lệ tại {path}: {why}.[ Có phải "{near}"?] Sửa giá trị sau `with`, hoặc `leaf`.',
    en: '{act} ({at}): with {leaf} amended, {provision} is no longer valid at {path}: {why}.[ Did you mean "{near}"?] Correct the value after `with`, or the `leaf`.',
  },
  'never-holds': {
    vi: '{act} ({at}): sửa {provision} đến hết {until} nhưng từ {from}, nên không bao giờ có hiệu lực. Sửa `from`, `until` hoặc ngày áp dụng của văn bản.',
    en: '{act} ({at}): changes {provision} until {until} but from {from}, so it never holds. Correct `from`, `until` or the day the act applies.',
  },
  'before-target': {
    vi: '{act} ({at}): sửa {provision} từ {from}, trước khi quy định ấy có hiệu lực ({since}). Sửa `applies` của văn bản hoặc `from` của điểm sửa đổi.',
    en: '{act} ({at}): changes {provision} from {from}, before that provision holds ({since}). Correct `applies` of the act or `from` of the amendment.',
  },
  'before-act': {
    vi: '{act} ({at}): thêm {provision} từ {from}, trước khi {other} áp dụng ({since}). Sửa `applies` của văn bản hoặc `from` của điểm sửa đổi.',
    en: '{act} ({at}): inserts {provision} from {from}, before {other} applies ({since}). Correct `applies` of the act or `from` of the amendment.',
  },
  'same-day-conflict': {
    vi: '{other} ({otherAt}) và {act} ({at}) cùng sửa {provision} {leaf} từ ngày {from}. Bỏ một bên, hoặc cho một bên ngày khác.',
    en: '{other} ({otherAt}) and {act} ({at}) both set {provision} {leaf} on {from}. Drop one, or give one another day.',
  },
  'file-twice': {
    vi: '{name} cũng có trong {before}. Giữ một tệp.',
    en: '{name} also stands in {before}. Keep one file.',
  },
  'source-twice': {
    vi: 'nguồn {name} cũng có trong {before}. Giữ một.',
    en: 'source {name} also stands in {before}. Keep one.',
  },
  'no-scheme': {
    vi: '{name} không thuộc chế độ nào: không chế độ nào nêu tên và văn bản không sửa văn bản nào của một chế độ. Nêu tên trong `acts` của chế độ.',
    en: '{name} belongs to no scheme: no scheme names it and it amends no act of one. Name it in the `acts` of a scheme.',
  },
  'scheme-names-unknown-act': {
    vi: 'chế độ {name} nêu văn bản {other}, không có tệp nào.[ Có phải "{near}"?] Thêm tệp hoặc sửa tên.',
    en: 'scheme {name} names the unknown act {other}.[ Did you mean "{near}"?] Add its file or correct the name.',
  },
  'form-names-unknown': {
    vi: 'biểu {form} ({at}): `{key}` nêu "{value}", quy tắc không có.[ Có phải "{near}"?] Sửa tên, hoặc thêm vào tệp quy tắc.',
    en: 'form {form} ({at}): `{key}` names "{value}", which the rules do not know.[ Did you mean "{near}"?] Correct the name, or add it to the rule files.',
  },
  'borrows-unknown-act': {
    vi: 'chế độ {name} mượn quy định của văn bản {other}, không có tệp nào.[ Có phải "{near}"?] Thêm tệp hoặc sửa tên trong `borrows`.',
    en: 'scheme {name} borrows from the unknown act {other}.[ Did you mean "{near}"?] Add its file or correct the name in `borrows`.',
  },
  'borrows-nothing': {
    vi: 'chế độ {name} mượn "{what}" của {other}, nhưng văn bản ấy không có quy định nào như vậy.[ Có phải "{near}"?] Sửa `at` hoặc `kinds` trong `borrows`.',
    en: 'scheme {name} borrows "{what}" of {other}, but that act has no such provision.[ Did you mean "{near}"?] Correct `at` or `kinds` in `borrows`.',
  },
  'too-large': { vi: 'tệp quá lớn (hơn {limit} ký tự)', en: 'too large (more than {limit} characters)' },
  'too-many-aliases': { vi: 'quá nhiều bí danh YAML (`*`)', en: 'too many aliases' },
  'unknown-alias': {
    vi: 'bí danh YAML *{name} không có neo &{name} nào ở phía trước',
    en: 'the alias *{name} has no anchor &{name} before it',
  },
  'not-valid': { vi: '{where}{why}[. Có phải "{near}"?]', en: '{where}{why}[. Did you mean "{near}"?]' },
  'not-yaml': { vi: 'không phải YAML: {what}', en: 'no valid YAML: {what}' },
} as const;

/** The name of such a fault. */
export type RuleFault = keyof typeof RULE_FAULTS;

/** A fault of rule files in both languages. */
export function ruleFault(code: RuleFault, params: Params): Words {
  return { vi: fill(RULE_FAULTS[code].vi, params), en: fill(RULE_FAULTS[code].en, params) };
}

/** A fault whose values are themselves words of the two languages. */
export function ruleFaultIn(code: RuleFault, params: Readonly<Record<Lang, Params>>): Words {
  return { vi: fill(RULE_FAULTS[code].vi, params.vi), en: fill(RULE_FAULTS[code].en, params.en) };
}

/** What the schema of rule files says of a value in words of its own. */
export const SCHEMA_FAULTS: Readonly<
  Record<
    | 'day'
    | 'month'
    | 'age'
    | 'bound'
    | 'twoLower'
    | 'twoUpper'
    | 'scale'
    | 'running'
    | 'official'
    | 'plausible'
    | 'rising'
    | 'sourceDate'
    | 'nothing'
    | 'column',
    Words
  >
> = {
  day: { vi: 'không phải ngày có thật dạng YYYY-MM-DD', en: 'not an existing date YYYY-MM-DD' },
  month: { vi: 'không phải tháng dạng YYYY-MM', en: 'not a month YYYY-MM' },
  age: { vi: 'không phải tuổi dạng năm-tháng (60-03)', en: 'not an age YY-MM' },
  bound: { vi: 'khoảng phải có một giới hạn', en: 'an interval needs a bound' },
  twoLower: { vi: 'atLeast và above cùng lúc', en: 'atLeast and above together' },
  twoUpper: { vi: 'upTo và under cùng lúc', en: 'upTo and under together' },
  scale: { vi: 'không phải loại ngạch như A1, A2.1, B', en: 'not a scale such as A1, A2.1, B' },
  running: {
    vi: 'cơ sở salaryOfEachMonth chỉ đi với một số hạng theo waitingMonths, không giới hạn, không mức tối đa',
    en: 'the base salaryOfEachMonth goes with one term per waitingMonths, without bounds, cap or most',
  },
  official: {
    vi: 'ngày trong tên chính thức khác ngày ban hành (issued), hoặc không viết "... ngày dd/M/yyyy của ..."',
    en: 'the day in the official name is not the day of issue (issued), or is not written "... of d Month yyyy of ..."',
  },
  plausible: {
    vi: 'giới hạn hợp lý có `only`, hoặc `least`, `most` hoặc cả hai',
    en: 'a bound of plausible input has `only`, or `least`, `most` or both',
  },
  rising: { vi: 'các tháng phải tăng dần', en: 'the months must follow one another' },
  sourceDate: {
    vi: 'không phải ngày có thật dạng YYYY-MM-DD, YYYY-MM hoặc YYYY',
    en: 'not an existing date YYYY-MM-DD, YYYY-MM or YYYY',
  },
  column: {
    vi: 'mỗi số cột và mỗi key chỉ dùng một lần; sum và mergesWith nêu số của cột có trong biểu',
    en: 'each number and key of a column stands once; sum and mergesWith name columns of the form',
  },
  nothing: { vi: 'viết null nếu không có gì', en: 'write null for nothing' },
};

/** What it says of a number that is not written as the law's numbers are. */
export function decimalFault(places: number): Words {
  return {
    vi: `không phải số thập phân trong dấu nháy với nhiều nhất ${places} chữ số thập phân`,
    en: `not a quoted decimal with at most ${places} places`,
  };
}
