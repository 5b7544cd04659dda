import { SPELLING_ISSUES } from './spelling.ts';

type Titled = { readonly [C in keyof typeof SPELLING_ISSUES]: { readonly vi: string; readonly en: string } };

/** The faults of spelling, with the key that has them. */
const SPELLING = Object.fromEntries(
  Object.entries(SPELLING_ISSUES).map(([code, { vi, en }]) => [code, { vi: `{title}: ${vi}`, en: `{title}: ${en}` }]),
) as Titled;

const CASE_ISSUES = {
  'not-an-object': {
    vi: '{title}: cần một nhóm khóa, không phải giá trị đơn.',
    en: '{title}: expected a group of keys, not a single value.',
  },
  'unknown-key': {
    vi: 'Không có khóa "{key}".[ Có phải "{near}"?] Sửa tên khóa, hoặc bỏ.',
    en: 'There is no key "{key}".[ Did you mean "{near}"?] Correct its name, or leave it out.',
  },
  missing: { vi: 'Thiếu {title}. Bổ sung {key}.', en: 'Missing {title}. Give {key}.' },
  'wrong-type': { vi: '{title}: giá trị sai kiểu; cần {expected}.', en: '{title}: wrong type; expected {expected}.' },
  'unknown-word': {
    vi: '{title}: không nhận giá trị "{value}".[ Có phải "{near}"?] Các giá trị: {known}.',
    en: '{title}: "{value}" is not a value.[ Did you mean "{near}"?] Values: {known}.',
  },
  'route-of-other-act': {
    vi: '{title} ghi {named}, nhưng hồ sơ được xét theo "{scheme}".[ Nếu đúng là {named} thì ghi {own} vào law ("Chế độ áp dụng");] nếu không thì chỉ ghi tên chính sách.',
    en: '{title} names {named}, but the case is worked out under "{scheme}".[ If {named} is right, write {own} into law ("Scheme of the law");] if not, write the name of the route alone.',
  },
  'impossible-date': {
    vi: '{title}: ["{value}" không phải một ngày có thật.][ Có phải {near} (ngày trước, tháng sau)?][không đọc được ngày từ "{unread}".] Viết theo dạng {form}.',
    en: '{title}: ["{value}" is not an existing date.][ Did you mean {near} (the day first, then the month)?]["{unread}" cannot be read as a date.] Write it as {form}.',
  },
  'inexact-number': {
    vi: '{title}: số {value} không chính xác khi viết ở dạng số[ (dòng:cột {place})]; viết trong dấu nháy.',
    en: '{title}: the number {value} is not exact as a bare number[ (line:column {place})]; write it in quotes.',
  },
  'duplicate-key': {
    vi: 'Khóa "{key}" có hai lần[ (dòng:cột {place})]; giữ một.',
    en: 'The key "{key}" stands twice[ (line:column {place})]; keep one.',
  },
  'forbidden-key': {
    vi: 'Không nhận khóa "{key}"[ (dòng:cột {place})]. Bỏ khóa này.',
    en: 'The key "{key}" is not accepted[ (line:column {place})]. Leave it out.',
  },
  negative: { vi: '{title}: không được âm.', en: '{title}: must not be negative.' },
  'out-of-range': {
    vi: '{title}: "{value}" ngoài khoảng cho phép ({range}).',
    en: '{title}: "{value}" is out of range ({range}).',
  },
  'not-whole': {
    vi: '{title}: "{value}" phải là số nguyên không âm.',
    en: '{title}: "{value}" must be a whole number, not negative.',
  },
  implausible: {
    vi: '{title}: {value}[ cao hơn mức cao nhất {most}][ thấp hơn mức thấp nhất {least}][ không phải mức của luật là {only}], có lẽ ghi nhầm ({what}; {at}).[ Có lẽ ghi theo nghìn đồng: viết {thousand}.][ Có lẽ ghi theo triệu đồng: viết {million}.][ Có phải {near}?][ Giống một số tiền: số tiền tháng ghi ở "{money}".] Sửa lại; nếu đúng như vậy, ghi "có" ở "{accept}" (acceptImplausible: true).',
    en: '{title}: {value}[ is more than the most there is, {most}][ is less than the least there is, {least}][ is not what the law sets, {only}]; it looks like a slip ({what}; {at}).[ It may be in thousand VND: write {thousand}.][ It may be in million VND: write {million}.][ Did you mean {near}?][ It looks like money: a monthly amount stands in "{money}".] Correct it; where it is true, say yes in "{accept}" (acceptImplausible: true).',
  },
  'part-above-total': {
    vi: '{title}: nhiều hơn tổng thời gian đóng BHXH. Sửa một trong hai.',
    en: '{title}: more than the total insurance time. Correct one of them.',
  },
  'insurance-longer-than-life': {
    vi: 'Thời gian đóng BHXH ({months} tháng) dài hơn tuổi đời đến ngày nghỉ ({life} tháng). Kiểm tra ngày sinh và thời gian đóng.',
    en: 'The insurance time ({months} months) is longer than the life until leaving ({life} months). Check the birth date and the time.',
  },
  'leaving-before-birth': {
    vi: 'Ngày nghỉ {date} trước ngày sinh {birth}. Kiểm tra hai ngày.',
    en: 'The leaving date {date} is before the birth date {birth}. Check both.',
  },
  'leaving-after-age': {
    vi: 'Ngày nghỉ {date} sau thời điểm hưởng lương hưu đúng tuổi ({pensionStart}); không phải nghỉ sớm. Kiểm tra ngày sinh, ngày nghỉ, tuổi nghỉ hưu.',
    en: 'The leaving date {date} is after the month the normal pension starts ({pensionStart}); nothing is early. Check birth, leaving date and schedule.',
  },
  'salary-missing': {
    vi: 'Thiếu tiền lương. Cho hệ số lương (salary.coefficient) và các phụ cấp, hoặc tiền lương hợp đồng (salary.contract), hoặc tiền lương tháng hiện hưởng (salary.monthly).',
    en: 'The salary is missing. Give salary.coefficient with the allowances, or salary.contract, or salary.monthly.',
  },
  'salary-coefficient-missing': {
    vi: 'Có phụ cấp nhưng thiếu hệ số lương. Bổ sung hệ số lương (salary.coefficient).',
    en: 'Allowances are given but the salary coefficient is missing. Give salary.coefficient.',
  },
  'salary-twice': {
    vi: 'Tiền lương cho theo nhiều cách ({forms}). Chỉ giữ một: hệ số lương và các phụ cấp, hoặc tiền lương hợp đồng (salary.contract), hoặc tiền lương tháng hiện hưởng (salary.monthly).',
    en: 'The salary is given in several ways ({forms}). Keep one: the components, or salary.contract, or salary.monthly.',
  },
  'route-must-be-named': {
    vi: '{title}: chế độ "{law}" không tự chọn chính sách; ghi một trong: {known}.',
    en: '{title}: scheme "{law}" does not choose a route by itself; give one of: {known}.',
  },
  'salary-form-not-in-scheme': {
    vi: '{title}: chế độ "{law}" không tính theo cách cho tiền lương này.',
    en: '{title}: scheme "{law}" does not know this form of salary.',
  },
  'no-such-step': {
    vi: 'Bảng lương {scale} không có bậc {step}. Các bậc (hệ số): {steps}.',
    en: 'Pay scale {scale} has no step {step}. Steps (coefficients): {steps}.',
  },
  'not-the-last-step': {
    vi: '{title}: phụ cấp thâm niên vượt khung chỉ tính ở bậc cuối (bậc {last} của bảng lương {scale}), hồ sơ ghi bậc {step}.',
    en: '{title}: over-frame seniority counts on the last step only (step {last} of scale {scale}); the case says step {step}.',
  },
  'needed-by-benefit': {
    vi: 'Thiếu {title}: chế độ "{law}" ({route}) tính theo giá trị này. Bổ sung {key}.',
    en: 'Missing {title}: scheme "{law}" ({route}) computes by it. Give {key}.',
  },
  'needed-by-measure': {
    vi: 'Thiếu {title}: chế độ "{law}" đếm thời gian từ giá trị này. Bổ sung {key}.',
    en: 'Missing {title}: scheme "{law}" counts time from it. Give {key}.',
  },
  'salary-zero': { vi: '{title}: tiền lương phải lớn hơn 0.', en: '{title}: the salary must be more than 0.' },
  'reorganisation-missing': {
    vi: 'Thiếu ngày văn bản sắp xếp có hiệu lực (leaving.reorganisation); không có ngày này thì không biết nghỉ trong {months} tháng đầu hay từ tháng thứ {next}. Nếu không nghỉ do sắp xếp, ghi lý do nghỉ theo chế độ (leaving.ground).',
    en: 'The day the reorganisation document took effect (leaving.reorganisation) is missing; without it nobody knows whether the person leaves in the first {months} months or from month {next}. Who does not leave because of a reorganisation gives the ground (leaving.ground).',
  },
  'decision-missing': {
    vi: 'Thiếu ngày quyết định cho nghỉ; cách hiểu đã chọn tính theo ngày quyết định. Bổ sung ngày quyết định cho nghỉ (leaving.decided).',
    en: 'The day of the decision is missing; the chosen reading counts by it. Give leaving.decided.',
  },
  'age-limit-missing': {
    vi: 'Nhóm "{group}" nghỉ theo hạn tuổi: cho hạn tuổi (age.limit, số năm, như 58 hoặc 61y3m) hoặc cấp bậc (person.rank).',
    en: 'The group "{group}" retires by an age limit: give age.limit (years, such as 58 or 61y3m) or person.rank.',
  },
  'age-limit-unused': {
    vi: 'Hạn tuổi (age.limit) chỉ dùng khi tuổi nghỉ hưu theo hạn tuổi (age.schedule: limit), hồ sơ lại ghi "{schedule}". Bỏ hạn tuổi, hoặc đổi cách xác định tuổi nghỉ hưu (age.schedule).',
    en: 'The age limit (age.limit) goes with the schedule of age limits (age.schedule: limit), but the case says "{schedule}". Drop the limit, or change age.schedule.',
  },
  'rank-without-limit': {
    vi: 'Không có hạn tuổi cho cấp bậc "{rank}" của nhóm "{group}".[ Có phải "{near}"?] Cho hạn tuổi (age.limit) bằng số năm.',
    en: 'There is no age limit for rank "{rank}" of group "{group}".[ Did you mean "{near}"?] Give age.limit (years).',
  },
  'birth-not-covered': {
    vi: 'Ngày sinh {birth} trước bảng tuổi nghỉ hưu (từ {from}, {schedule}); người này đã đủ tuổi trước khi có bảng. Kiểm tra ngày sinh.',
    en: 'The birth {birth} is before the retirement-age table (from {from}, {schedule}); the person reached the age before the table. Check the birth.',
  },
  'schedule-not-for-group': {
    vi: 'Nhóm "{group}" không dùng tuổi nghỉ hưu theo "{schedule}" (age.schedule). Các giá trị: {known}.',
    en: 'The group "{group}" does not use the schedule "{schedule}" (age.schedule). Values: {known}.',
  },
  'group-not-covered': {
    vi: 'Nhóm "{group}" không thuộc đối tượng của "{law}" ở phiên bản {version}.[ Từ {from} thì có.][ Xem chế độ "{elsewhere}".]',
    en: 'The group "{group}" is not covered by "{law}" in its version {version}.[ It is from {from} on.][ See scheme "{elsewhere}".]',
  },
  'group-not-in-route': {
    vi: 'Chính sách "{route}" không áp dụng cho nhóm "{group}".[ Nhóm này dùng: {known}.]',
    en: 'The route "{route}" does not cover the group "{group}".[ It may take: {known}.]',
  },
  'wrong-option': {
    vi: '[Tùy chọn {name}: không nhận {given}. Cần {expected}.][Không có tùy chọn "{unknown}".][ Có phải "{near}"?][ Các tùy chọn: {known}.]',
    en: '[Option {name}: {given} is not accepted. It has to be {expected}.][There is no option "{unknown}".][ Did you mean "{near}"?][ Options: {known}.]',
  },
  'unknown-scheme': {
    vi: 'Không có chế độ "{scheme}".[ Có phải "{near}"?] Các chế độ: {known}.',
    en: 'There is no scheme "{scheme}".[ Did you mean "{near}"?] Schemes: {known}.',
  },
  'not-covered-date': {
    vi: 'Chế độ "{scheme}" không áp dụng cho ngày {date} (áp dụng từ {from}[ đến {until}]).',
    en: 'Scheme "{scheme}" does not cover {date} (it covers from {from}[ to {until}]).',
  },
  'unknown-interpretation': {
    vi: 'Không có câu hỏi pháp lý "{name}".[ Có phải "{near}"?] Các câu hỏi: {known}.',
    en: 'There is no open question "{name}".[ Did you mean "{near}"?] Questions: {known}.',
  },
  'unknown-option': {
    vi: 'Câu hỏi "{name}" không có cách hiểu "{value}".[ Có phải "{near}"?] Các cách hiểu: {known}.',
    en: 'The question "{name}" has no option "{value}".[ Did you mean "{near}"?] Options: {known}.',
  },
  'rule-file': { vi: 'Tệp quy tắc: {what}', en: 'Rule file: {what}' },
  'rule-defect': { vi: 'Lỗi trong tệp quy tắc: {what}', en: 'Defect in a rule file: {what}' },
} as const;

/** Every issue with an input: what is wrong and the way out. `[...]` is left out when its value is not known. */
export const ISSUES: Titled & typeof CASE_ISSUES = { ...SPELLING, ...CASE_ISSUES };

/** The stable code of an issue with a case. */
export type IssueCode = keyof typeof ISSUES;
