import type { Words } from '../base/text.ts';
import { fill, type Params } from './issue.ts';

/** Every fault of rule files that shows when they are read or laid over each other: what is wrong and the way out. */
const RULE_FAULTS = {
  'duplicate-provision': {
    vi: '{act}: quy định {provision} đã có trong {there} tại {at}, do {by} đặt ra. Đặt mã khác, hoặc sửa quy định ấy bằng `replace`.',
    en: '{act}: provision {provision} already stands in {there} at {at}, set by {by}. Give it another id, or amend that one with `replace`.',
  },
  'inserts-into-unknown-act': {
    vi: '{act} ({at}): thêm vào {other}, văn bản này không có trong các văn bản của chế độ. Sửa tên văn bản sau `insert`.',
    en: '{act} ({at}): inserts into {other}, which is not among the acts. Correct the act after `insert`.',
  },
  'unknown-act': {
    vi: '{act} ({at}): sửa {other}, văn bản này không có trong các văn bản của chế độ. Sửa tên văn bản.',
    en: '{act} ({at}): aims at {other}, which is not among the acts. Correct the name of the act.',
  },
  'missing-target': {
    vi: '{act} ({at}): {other} không có quy định {provision}. Xem các quy định bằng `nd178 rules show`.',
    en: '{act} ({at}): {other} has no provision {provision}. `nd178 rules show` lists them.',
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
  'same-day-conflict': {
    vi: '{other} ({otherAt}) và {act} ({at}) cùng sửa {provision} {leaf} từ ngày {from}. Bỏ một bên, hoặc cho một bên ngày khác.',
    en: '{other} ({otherAt}) and {act} ({at}) both set {provision} {leaf} on {from}. Drop one, or give one another day.',
  },
  'file-twice': {
    vi: '{name} cũng có trong {before}. Giữ một tệp.',
    en: '{name} also stands in {before}. Keep one file.',
  },
  'no-scheme': {
    vi: '{name} không thuộc chế độ nào: không chế độ nào nêu tên và văn bản không sửa văn bản nào của một chế độ. Nêu tên trong `acts` của chế độ.',
    en: '{name} belongs to no scheme: no scheme names it and it amends no act of one. Name it in the `acts` of a scheme.',
  },
  'scheme-names-unknown-act': {
    vi: 'chế độ {name} nêu văn bản {other}, không có tệp nào. Thêm tệp hoặc sửa tên.',
    en: 'scheme {name} names the unknown act {other}. Add its file or correct the name.',
  },
  'too-large': { vi: 'tệp quá lớn (hơn {limit} ký tự)', en: 'too large (more than {limit} characters)' },
  'too-many-aliases': { vi: 'quá nhiều bí danh YAML (`*`)', en: 'too many aliases' },
  // The detail is the YAML library's own, in English.
  'not-yaml': { vi: 'không phải YAML: {what}', en: 'no valid YAML: {what}' },
} as const;

/** The name of such a fault. */
export type RuleFault = keyof typeof RULE_FAULTS;

/** A fault of rule files in both languages. */
export function ruleFault(code: RuleFault, params: Params): Words {
  return { vi: fill(RULE_FAULTS[code].vi, params), en: fill(RULE_FAULTS[code].en, params) };
}

/** What the schema of rule files says of a value in words of its own. */
export const SCHEMA_FAULTS: Readonly<
  Record<'day' | 'month' | 'age' | 'bound' | 'twoLower' | 'twoUpper' | 'scale' | 'nothing', Words>
> = {
  day: { vi: 'không phải ngày có thật dạng YYYY-MM-DD', en: 'not an existing date YYYY-MM-DD' },
  month: { vi: 'không phải tháng dạng YYYY-MM', en: 'not a month YYYY-MM' },
  age: { vi: 'không phải tuổi dạng năm-tháng (60-03)', en: 'not an age YY-MM' },
  bound: { vi: 'khoảng phải có một giới hạn', en: 'an interval needs a bound' },
  twoLower: { vi: 'atLeast và above cùng lúc', en: 'atLeast and above together' },
  twoUpper: { vi: 'upTo và under cùng lúc', en: 'upTo and under together' },
  scale: { vi: 'không phải loại ngạch như A1, A2.1, B', en: 'not a scale such as A1, A2.1, B' },
  nothing: { vi: 'viết null nếu không có gì', en: 'write null for nothing' },
};

/** What it says of a number that is not written as the law's numbers are. */
export function decimalFault(places: number): Words {
  return {
    vi: `không phải số thập phân trong dấu nháy với nhiều nhất ${places} chữ số thập phân`,
    en: `not a quoted decimal with at most ${places} places`,
  };
}
