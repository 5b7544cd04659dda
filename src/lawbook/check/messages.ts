/** Every defect of a rule file: what is wrong and the way out. `[...]` is left out when its value is not known. */
export const DEFECTS = {
  'benefit-gap': {
    vi: 'Khoản trợ cấp {what} có trường hợp không dòng nào quy định. Thêm một dòng `benefit`, hoặc khai `empty` nếu luật không cho gì.',
    en: 'Benefit {what} has a case that no row covers. Add a `benefit` row, or declare `empty` where the law gives nothing.',
  },
  'benefit-overlap': {
    vi: '{id} và {other} cùng nhận một trường hợp của {what}. Thu hẹp điều kiện của một dòng.',
    en: '{id} and {other} both claim a case of {what}. Narrow the condition of one.',
  },
  'class-gap': {
    vi: 'Phân loại {what} bỏ sót một trường hợp mà {benefit} cần đến. Thêm một dòng `class`.',
    en: 'Class {what} leaves out a case that {benefit} needs. Add a `class` row.',
  },
  'class-overlap': {
    vi: '{id} và {other} cùng xếp một trường hợp vào {what}. Thu hẹp điều kiện của một dòng.',
    en: '{id} and {other} both put a case into class {what}. Narrow the condition of one.',
  },
  'table-gap': {
    vi: 'Không quy định nào thuộc loại {what} áp dụng cho một trường hợp. Thêm quy định hoặc nới điều kiện.',
    en: 'No provision of kind {what} applies to a case. Add one or widen a condition.',
  },
  'table-overlap': {
    vi: '{id} và {other} (loại {what}) cùng áp dụng cho một trường hợp. Thu hẹp điều kiện của một quy định.',
    en: '{id} and {other} (kind {what}) both apply to a case. Narrow the condition of one.',
  },
  unreachable: {
    vi: '{id} không áp dụng cho trường hợp nào. Sửa điều kiện hoặc bãi bỏ.',
    en: '{id} applies to no case. Correct its condition or repeal it.',
  },
  'bound-not-reached': {
    vi: '{id} nêu {bound} cho {fact}, nhưng không ai đủ điều kiện tới được giới hạn đó. Đối chiếu với điều kiện của chính sách.',
    en: '{id} states {bound} for {fact}, but nobody entitled gets that far. Compare it with the requirements of the route.',
  },
  'requirement-never-fails': {
    vi: 'Điều kiện {id} không bao giờ loại ai. Sửa hoặc bỏ.',
    en: 'Requirement {id} can never fail. Correct it or drop it.',
  },
  'requirement-never-holds': {
    vi: 'Điều kiện {id} không ai đáp ứng được. Sửa lại.',
    en: 'Requirement {id} can never hold. Correct it.',
  },
  'bands-gap': {
    vi: '{id} không nói {odd} tháng lẻ thành bao nhiêu năm. Thêm một khoảng (có thể với years: "0").',
    en: '{id} does not say what part of a year {odd} odd months are. Add a band (years: "0" if nothing).',
  },
  'bands-overlap': {
    vi: '{id}: {odd} tháng lẻ thuộc nhiều khoảng. Thu hẹp một khoảng.',
    en: '{id}: {odd} odd months lie in several bands. Narrow one.',
  },
  'bands-not-rising': {
    vi: '{id}: {odd} tháng lẻ được {years} năm, trái với thứ tự của các khoảng (0 tháng lẻ là 0, nhiều tháng hơn không được ít hơn, nhiều nhất 1 năm).',
    en: '{id}: {odd} odd months give {years} years, against the order of the bands (0 odd months give 0, more never give less, at most 1 year).',
  },
  'thresholds-differ': {
    vi: '{id} và {other} viết cùng một ngưỡng của {fact} theo hai cách ({one} và {two}). Viết như nhau từ hai phía.',
    en: '{id} and {other} write the same threshold of {fact} in two ways ({one} and {two}). Write it alike from both sides.',
  },
  'empty-interval': {
    vi: '{id}: khoảng của {fact} ({bound}) không chứa giá trị nào.',
    en: '{id}: the interval of {fact} ({bound}) holds no value.',
  },
  'bad-bound': {
    vi: '{id}: giới hạn "{value}" của {fact} không hợp lệ ({expected}).',
    en: '{id}: the bound "{value}" of {fact} is not valid ({expected}).',
  },
  'bad-decimal': {
    vi: '{id}: {leaf} = {value} phải là số thập phân trong dấu nháy ({expected}).',
    en: '{id}: {leaf} = {value} must be a decimal in quotes ({expected}).',
  },
  'bad-date': {
    vi: '{id}: {leaf} = "{value}" không phải ngày hoặc tháng có thật.',
    en: '{id}: {leaf} = "{value}" is no existing date or month.',
  },
  'before-act': {
    vi: '{id} áp dụng từ {from}, trước ngày văn bản áp dụng ({applies}).',
    en: '{id} applies from {from}, before its act does ({applies}).',
  },
  'ends-before-start': {
    vi: '{id} hết hiệu lực {until} trước khi bắt đầu {from}.',
    en: '{id} ends on {until}, before it begins on {from}.',
  },
  'unknown-fact': {
    vi: '{id}: điều kiện nêu "{fact}", không có trong bộ từ vựng.[ Có phải "{near}"?]',
    en: '{id}: the condition names "{fact}", which is not in the vocabulary.[ Did you mean "{near}"?]',
  },
  'unknown-word': {
    vi: '{id}: {fact} "{value}" không được khai ở đâu.[ Có phải "{near}"?]',
    en: '{id}: {fact} "{value}" is declared nowhere.[ Did you mean "{near}"?]',
  },
  'unused-provision': {
    vi: '{id} ({what}) không được quy định nào dùng đến. Dùng hoặc bỏ.',
    en: '{id} ({what}) is used by no provision. Use it or drop it.',
  },
  'unused-option': {
    vi: 'Cách hiểu {option} của {what} không quy định nào dùng. Thêm quy định hoặc bỏ cách hiểu.',
    en: 'Option {option} of {what} is used by no provision. Add one or drop the option.',
  },
  'bad-default': {
    vi: '{id}: mặc định "{option}" không phải một cách hiểu đã khai.',
    en: '{id}: the default "{option}" is no declared option.',
  },
  'twice-declared': {
    vi: '{id} và {other} cùng khai {what}. Giữ một.',
    en: '{id} and {other} both declare {what}. Keep one.',
  },
  'no-rows': { vi: 'Khoản trợ cấp {what} không có dòng nào.', en: 'Benefit {what} has no row.' },
  'no-benefits': { vi: 'Chính sách {what} không có khoản trợ cấp nào.', en: 'Route {what} has no benefit.' },
  'group-without-subject': {
    vi: 'Nhóm {what} không thuộc đối tượng nào và không nêu chế độ khác (`elsewhere`).',
    en: 'Group {what} is in no subject provision and names no other scheme (`elsewhere`).',
  },
  'reading-ignored': {
    vi: '{id}: quy định loại {what} không được phụ thuộc cách hiểu (`reading`).',
    en: '{id}: a provision of kind {what} cannot depend on a reading.',
  },
  'missing-address': { vi: '{id}: thiếu địa chỉ (`at`).', en: '{id}: the address (`at`) is missing.' },
  'missing-certainty': {
    vi: '{id}: mức chắc chắn "{value}" không phải A, B, C, D hoặc U.',
    en: '{id}: certainty "{value}" is none of A, B, C, D, U.',
  },
  'percent-base': {
    vi: 'Phần trăm {component} trong bảng lương {payTable} có {count} mức gốc ({ids}); phải có đúng một.',
    en: 'The percentage {component} in pay table {payTable} has {count} bases ({ids}); it must have exactly one.',
  },
  'percent-cycle': {
    vi: 'Phần trăm {component} trong bảng lương {payTable} tính trên chính nó ({ids}).',
    en: 'The percentage {component} in pay table {payTable} stands on itself ({ids}).',
  },
  'rate-not-read': {
    vi: '{id}: không nơi nào đọc {leaf} của mức {component} (chỉ tính mức của: {read}). Bỏ đi, số sai ở đó không ai thấy.',
    en: '{id}: nothing reads {leaf} of the rate of {component} (rates are worked out for: {read}). Drop it: a wrong number there would go unseen.',
  },
  'ages-not-contiguous': {
    vi: '{id}: các năm phải liền nhau, tăng dần; sau {year} là {next}.',
    en: '{id}: years must follow one another; after {year} comes {next}.',
  },
  'age-not-rising': {
    vi: '{id}: tuổi {sex} năm {year} ({age}) không hợp lệ hoặc nhỏ hơn năm trước.',
    en: '{id}: the age of {sex} in {year} ({age}) is not valid or lower than the year before.',
  },
  'age-coverage': {
    vi: '{id}: người sinh {birth} ({sex}) đạt tuổi trước năm đầu của bảng.',
    en: '{id}: a person born {birth} ({sex}) reaches the age before the first year of the table.',
  },
  'no-ages': { vi: 'Tuổi nghỉ hưu theo {what} không có bảng.', en: 'Schedule {what} has no table of ages.' },
  'no-base-salary': {
    vi: 'Không có mức lương cơ sở cho tháng {month}.',
    en: 'There is no statutory base salary for {month}.',
  },
  'no-base-salary-month': {
    vi: 'Chế độ tính lương theo hệ số nhưng không quy định nào (`kind: base-salary-month`) nêu lấy mức lương cơ sở của tháng nào.',
    en: 'The scheme counts coefficients, but no provision (`kind: base-salary-month`) says of which month the statutory base salary is.',
  },
  'act-not-found': {
    vi: 'Chế độ nêu văn bản {what}, không có tệp nào.[ Có phải "{near}"?]',
    en: 'The scheme names act {what}, of which there is no file.[ Did you mean "{near}"?]',
  },
  'borrows-nothing': {
    vi: 'Chế độ mượn "{what}" của {other}, nhưng văn bản ấy không có quy định nào như vậy.[ Có phải "{near}"?]',
    en: 'The scheme borrows "{what}" of {other}, but that act has no such provision.[ Did you mean "{near}"?]',
  },
  'unknown-scheme': {
    vi: 'Không có chế độ "{what}".[ Có phải "{near}"?] Các chế độ: {known}.',
    en: 'There is no scheme "{what}".[ Did you mean "{near}"?] Schemes: {known}.',
  },
  'yield-circle': {
    vi: '{id}: với cùng một trường hợp các chế độ nhường nhau vòng tròn ({what}), nên không chế độ nào chi trả. Thu hẹp điều kiện của một quy định nhường.',
    en: '{id}: for one and the same case the schemes give way to each other in a circle ({what}), so that none pays. Narrow the condition of one of them.',
  },
  'term-not-reached': {
    vi: '{id}: {leaf} nêu {bound} cho {fact}, nhưng không ai được trả theo dòng này vượt được giới hạn đó (nhiều nhất {most} tháng). Đối chiếu đơn vị (tháng hay năm) và điều kiện.',
    en: '{id}: {leaf} states {bound} for {fact}, but nobody whom the row pays gets past it (at most {most} months). Check the unit (months or years) and the conditions.',
  },
  'act-without-effect': {
    vi: 'Văn bản {what} không có quy định nào có hiệu lực trong thời gian chế độ áp dụng.',
    en: 'Act {what} has nothing in force while the scheme applies.',
  },
  'top-up-version': {
    vi: '{id}: {value} không phải ngày bắt đầu một phiên bản của chế độ.',
    en: '{id}: {value} is not the first day of a version of the scheme.',
  },
  'clock-name': {
    vi: '{id}: tên trong và ngoài thời hạn giống nhau.',
    en: '{id}: inside and outside have the same name.',
  },
  'source-missing': {
    vi: '{id}: chưa nêu nguồn (`sources`). Nêu tên các nguồn trong sổ nguồn mà câu chữ, con số được đọc từ đó; suy luận thì nêu nguồn thuộc loại inference.',
    en: '{id}: no source is named (`sources`). Name the sources of the ledger in which its wording or number was read; for an inference, a source of kind inference.',
  },
  'unknown-source': {
    vi: '{id}: nguồn "{value}" không có trong sổ nguồn.[ Có phải "{near}"?] Sửa tên, hoặc khai nguồn trong một tệp có khóa `sources`.',
    en: '{id}: source "{value}" is not in the source ledger.[ Did you mean "{near}"?] Correct the name, or declare the source in a file with the key `sources`.',
  },
  'certainty-a-not-borne': {
    vi: '{id}: mức chắc chắn A cần văn bản chính thức hoặc ví dụ chính thức (official-text, official-example), các nguồn nêu ra chỉ là: {kinds}. Hạ mức, hoặc nêu nguồn đã đọc.',
    en: '{id}: certainty A needs an official text or example (official-text, official-example), the sources are only: {kinds}. Lower the letter, or name the source that was read.',
  },
  'certainty-b-not-borne': {
    vi: '{id}: mức chắc chắn B cần một nguồn chính thức, hoặc hai nguồn trong số trả lời của bộ và báo chí (ministry-answer, press), các nguồn nêu ra chỉ là: {kinds}. Hạ mức, hoặc nêu thêm nguồn.',
    en: '{id}: certainty B needs an official source, or two among answers of the ministry and the press (ministry-answer, press), the sources are only: {kinds}. Lower the letter, or name another source.',
  },
  'certainty-c-not-borne': {
    vi: '{id}: mức chắc chắn C cần ít nhất một bài báo, trả lời của bộ hoặc thực tế áp dụng (press, ministry-answer, practice), các nguồn nêu ra chỉ là: {kinds}. Hạ xuống D, hoặc nêu nguồn.',
    en: '{id}: certainty C needs at least a report, an answer of the ministry or practice (press, ministry-answer, practice), the sources are only: {kinds}. Lower it to D, or name a source.',
  },
  broken: { vi: 'Không dựng được phiên bản: {what}', en: 'The version cannot be built: {what}' },
} as const;

/** The stable code of a defect. */
export type DefectCode = keyof typeof DEFECTS;
