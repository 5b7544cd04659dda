import type { Lang, Words } from '../src/base/text.ts';

const WORDS = {
  title: { vi: 'Tính chế độ theo Nghị định 178', en: 'Benefits under Decree 178' },
  about: {
    vi: 'Nghị định 178/2024/NĐ-CP, văn bản sửa đổi và các chế độ liên quan. Mọi việc làm trên máy này, không gửi đi đâu.',
    en: 'Decree 178/2024/NĐ-CP, its amendments and its neighbours. Everything stays on this machine; nothing is sent.',
  },
  views: { vi: 'Các phần của trang', en: 'Parts of the page' },
  skip: { vi: 'Đến nội dung', en: 'Skip to the content' },
  person: { vi: 'Một người', en: 'One person' },
  list: { vi: 'Danh sách', en: 'A list' },
  law: { vi: 'Quy định', en: 'The law' },
  result: { vi: 'Kết quả', en: 'Result' },
  total: { vi: 'Tổng số tiền', en: 'Total' },
  missing: { vi: 'Còn cần điền', en: 'Still needed' },
  faults: { vi: 'Cần sửa', en: 'To correct' },
  blank: {
    vi: 'Điền các mục bên cạnh; số tiền hiện ngay tại đây.',
    en: 'Fill in the fields; the amount appears here at once.',
  },
  open: { vi: 'Mở hồ sơ…', en: 'Open a case…' },
  saveCase: { vi: 'Lưu hồ sơ', en: 'Save the case' },
  saveRecord: { vi: 'Lưu bản ghi (tính lại được)', en: 'Save the record (replayable)' },
  saveDocx: { vi: 'Tải bảng tính Word', en: 'Download the sheet (Word)' },
  saveExplanation: { vi: 'Tải diễn giải Word', en: 'Download the explanation (Word)' },
  print: { vi: 'In', en: 'Print' },
  clear: { vi: 'Hồ sơ mới', en: 'New case' },
  more: { vi: 'Thêm mục khác', en: 'Further fields' },
  required: { vi: 'bắt buộc', en: 'required' },
  choose: { vi: '(chọn)', en: '(choose)' },
  sheet: { vi: 'Bảng tính', en: 'Sheet' },
  why: { vi: 'Diễn giải và căn cứ', en: 'Why' },
  questions: { vi: 'Cách hiểu khác', en: 'Open questions' },
  when: { vi: 'Nghỉ khi nào', en: 'When to leave' },
  details: { vi: 'Chi tiết kết quả', en: 'Details of the result' },
  benefit: { vi: 'Khoản được hưởng', en: 'Benefit' },
  computation: { vi: 'Cách tính', en: 'Computation' },
  amount: { vi: 'Số tiền (đồng)', en: 'Amount (VND)' },
  candidates: { vi: 'Các chế độ đã xét', en: 'Schemes considered' },
  notes: { vi: 'Lưu ý', en: 'To note' },
  salaryHow: { vi: 'Cho tiền lương theo', en: 'The salary is given by' },
  byScale: { vi: 'ngạch và bậc', en: 'grade and step' },
  scaleGives: { vi: 'Hệ số theo bảng lương', en: 'Coefficient by the pay scale' },
  provision: { vi: 'Xem quy định', en: 'Show the provision' },
  chosen: { vi: 'đang chọn', en: 'chosen' },
  noQuestions: {
    vi: 'Hồ sơ này không gặp vấn đề nào còn cách hiểu khác nhau.',
    en: 'No open legal question touches this case.',
  },
  usual: { vi: 'Theo cách hiểu mặc định', en: 'By the default readings' },
  unopened: { vi: 'Chưa mở được tệp', en: 'The file was not opened' },
  unshown: {
    vi: 'Giá trị không có chỗ trong mẫu, nên không được lấy',
    en: 'Values that have no field here and were not taken',
  },
  version: { vi: 'phiên bản', en: 'version' },
  lawHash: { vi: 'mã bộ quy định', en: 'hash of the rules' },
  newer: {
    vi: 'Trang này chỉ biết luật đến ngày nói trên. Kiểm tra xem đã có bản mới hơn chưa.',
    en: 'This page knows the law up to that day only. See whether there is a newer one.',
  },
  drop: { vi: 'Kéo tệp vào đây, hoặc chọn tệp', en: 'Drop a file here, or choose one' },
  listHint: {
    vi: 'Danh sách .xlsx, .csv hoặc .ndjson: mỗi hàng một người, tên cột như trong mẫu.',
    en: 'A list in .xlsx, .csv or .ndjson: one person a row, columns as in the template.',
  },
  template: { vi: 'Tải bảng mẫu', en: 'Download the template' },
  templateExamples: { vi: 'Tải bảng mẫu có ví dụ', en: 'Template with examples' },
  working: { vi: 'Đang tính…', en: 'Working…' },
  stop: { vi: 'Dừng', en: 'Stop' },
  stopped: { vi: 'Đã dừng.', en: 'Stopped.' },
  downloads: { vi: 'Tải về', en: 'Downloads' },
  resultBook: { vi: 'Sổ kết quả (.xlsx)', en: 'Result workbook (.xlsx)' },
  listBook: { vi: 'Danh sách và dự toán (.xlsx)', en: 'List and estimate (.xlsx)' },
  papersDocx: { vi: 'Bảng tính từng người (.docx)', en: 'A sheet per person (.docx)' },
  records: { vi: 'Bản ghi tính lại được (.ndjson)', en: 'Replayable records (.ndjson)' },
  csv: { vi: 'Kết quả dạng CSV', en: 'Results as CSV' },
  refusedRows: { vi: 'Hàng bị từ chối', en: 'Refused rows' },
  row: { vi: 'Hàng', en: 'Row' },
  cell: { vi: 'Ô', en: 'Cell' },
  reason: { vi: 'Lý do và cách sửa', en: 'Reason and remedy' },
  firstOnly: {
    vi: 'Chỉ hiện những hàng đầu; sổ kết quả có đủ.',
    en: 'The first rows only; the workbook has them all.',
  },
  summary: { vi: 'Tổng hợp', en: 'Summary' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  paid: { vi: 'Được hưởng', en: 'Paid' },
  nothing: { vi: 'Không được hưởng', en: 'Nothing' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  checks: { vi: 'Cần kiểm tra trước khi ký', en: 'To check before signing' },
  people: { vi: 'Số người', en: 'People' },
  all: { vi: 'Tổng cộng', en: 'All' },
  sheetName: { vi: 'Trang tính', en: 'Sheet' },
  forAll: { vi: 'Giá trị chung cho cả danh sách (ô trống hoặc cột không có)', en: 'Values for the whole list' },
  allSheets: { vi: 'Đọc mọi trang', en: 'Read every sheet' },
  rows: { vi: 'hàng', en: 'rows' },
  paidOf: { vi: 'được hưởng', en: 'paid' },
  nothingOf: { vi: 'không được hưởng', en: 'nothing' },
  refusedOf: { vi: 'từ chối', en: 'refused' },
  firstAt: { vi: 'đầu tiên ở', en: 'first at' },
  scheme: { vi: 'Chế độ', en: 'Scheme' },
  versionFrom: { vi: 'Phiên bản từ ngày', en: 'Version from' },
  comparedWith: { vi: 'So với phiên bản từ ngày', en: 'Compared with the version from' },
  notCompared: { vi: '(không so)', en: '(not compared)' },
  article: { vi: 'Điều', en: 'Article' },
  allArticles: { vi: '(mọi điều)', en: '(all)' },
  making: { vi: 'Đang lập tệp…', en: 'Making the file…' },
  failed: { vi: 'Chương trình gặp lỗi', en: 'The program failed' },
} as const satisfies Readonly<Record<string, Words>>;

/** The name of a text of the page. */
export type PageWord = keyof typeof WORDS;

/** What the page itself says: names of views, buttons, hints. What is said of a case comes from the core. */
export const PAGE_WORDS: Readonly<Record<PageWord, Words>> = WORDS;

/** Says a text of the page in a language. */
export type Say = (word: PageWord) => string;

/** The texts of the page in a language. */
export function sayIn(lang: Lang): Say {
  return (word) => PAGE_WORDS[word][lang];
}
