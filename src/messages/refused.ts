import { printable } from '../base/printable.ts';
import type { Lang, Words } from '../base/text.ts';
import { fill } from './issue.ts';

/** Where rows come from, as refusals name it. */
export interface Place {
  /** The name of the file, without its folder. */
  readonly file?: string;
  readonly sheet?: string;
}

/** Why a whole file is refused: the reason and the way out. */
export const FILE_ISSUES = {
  'not-found': { vi: 'Không đọc được tệp {file}: {why}.', en: 'The file {file} cannot be read: {why}.' },
  'output-not-a-file': {
    vi: 'Đầu ra {file} không phải tệp thường (thiết bị, đường ống ...). Đặt tên một tệp; "-" là đầu ra chuẩn.',
    en: 'The output {file} is not a regular file (a device, a pipe ...). Name a file; "-" is standard output.',
  },
  'output-is-folder': {
    vi: 'Đầu ra {file} là thư mục. Thêm tên tệp, ví dụ {file}/ket-qua.xlsx.',
    en: 'The output {file} is a folder. Add the name of a file, for example {file}/results.xlsx.',
  },
  'other-command': { vi: '{advice}', en: '{advice}' },
  'not-written': { vi: 'Không ghi được {file}: {why}.', en: '{file} cannot be written: {why}.' },
  'write-failed': {
    vi: 'Chưa ghi xong {file}: {why}.[ {kept}]',
    en: '{file} is not completely written: {why}.[ {kept}]',
  },
  'input-beside-output': {
    vi: 'Tệp vào {input} mang tên mà chương trình dùng khi ghi {file}; ghi thì tệp vào sẽ mất. Đổi tên tệp vào hoặc tệp kết quả.',
    en: 'The input {input} bears a name that the program uses while it writes {file}, and would be lost. Rename the input or the output.',
  },
  'output-in-use': {
    vi: 'Một lần chạy khác[ (tiến trình {process})] đang ghi {file}. Đợi nó xong, hoặc đặt tên khác cho tệp kết quả. Nếu chắc chắn không còn lần chạy nào, xóa tệp {lock} rồi chạy lại.',
    en: 'Another run[ (process {process})] is writing {file}. Wait until it is done, or give the output another name. If there certainly is no such run, delete the file {lock} and run again.',
  },
  'unknown-format': {
    vi: 'Không rõ định dạng của {file}. Dùng phần mở rộng .csv, .xlsx, .ndjson, hoặc chỉ rõ bằng {option}.',
    en: 'The format of {file} is not known. Use the extension .csv, .xlsx, .ndjson, or name it with {option}.',
  },
  'file-too-large': {
    vi: 'Tệp lớn hơn giới hạn {limit} byte (--max-file-mb).',
    en: 'The file is larger than the limit of {limit} bytes (--max-file-mb).',
  },
  'not-a-workbook': {
    vi: 'Tệp không phải sổ tính .xlsx ({why}). Mở bằng Excel hoặc LibreOffice rồi lưu lại theo dạng .xlsx; văn bản CSV thì đặt tên .csv.',
    en: 'The file is not an .xlsx workbook ({why}). Open it in Excel or LibreOffice and save it as .xlsx; give a text in CSV the name .csv.',
  },
  'web-page': {
    vi: 'Tệp là trang web (HTML), dù tên là gì. Mở bằng Excel, bấm Tệp (File) > Lưu Như (Save As), chọn kiểu .xlsx, rồi dùng tệp đó.',
    en: 'The file is a web page (HTML), whatever its name. Open it in Excel, choose File > Save As and .xlsx, then use that file.',
  },
  'pdf-file': {
    vi: 'Tệp là PDF, không có ô. Dùng tệp Excel gốc; hoặc trong Excel: Dữ liệu (Data) > Lấy dữ liệu (Get Data) > Từ PDF, rồi lưu .xlsx.',
    en: 'The file is a PDF and has no cells. Use the Excel file it was made from; or in Excel: Data > Get Data > From PDF, then save as .xlsx.',
  },
  'word-file': {
    vi: 'Tệp là văn bản Word. Chọn bảng, chép (Ctrl+C), dán vào Excel (Ctrl+V), rồi lưu .xlsx.',
    en: 'The file is a document of Word. Select the table, copy it (Ctrl+C), paste it into Excel (Ctrl+V), then save as .xlsx.',
  },
  'numbers-file': {
    vi: 'Tệp là bảng tính Numbers. Trong Numbers: Tệp (File) > Xuất ra (Export To) > Excel.',
    en: 'The file is a spreadsheet of Numbers. In Numbers: File > Export To > Excel.',
  },
  'flat-open-document': {
    vi: 'Tệp là bảng tính .fods. Trong LibreOffice: Tệp > Lưu dưới dạng, chọn .xlsx.',
    en: 'The file is an .fods spreadsheet. In LibreOffice: File > Save As, choose .xlsx.',
  },
  'not-a-document': {
    vi: 'Tệp không phải văn bản .docx. Mở bằng Word hoặc LibreOffice rồi lưu lại theo dạng .docx.',
    en: 'The file is not a .docx document. Open it in Word or LibreOffice and save it as .docx.',
  },
  'encrypted-workbook': {
    vi: 'Sổ tính có mật khẩu hoặc ở dạng .xls cũ. Bỏ mật khẩu và lưu theo dạng .xlsx.',
    en: 'The workbook has a password or is an old .xls. Remove the password and save it as .xlsx.',
  },
  'old-workbook': {
    vi: 'Sổ tính ở dạng {kind}, không phải .xlsx, và máy này không có LibreOffice để đổi. Mở bằng Excel, bấm Tệp (File) > Lưu Như (Save As), chọn kiểu "Sổ làm việc Excel (*.xlsx)"; trong LibreOffice: Tệp > Lưu dưới dạng, chọn "Excel 2007-365 (.xlsx)". Rồi dùng tệp .xlsx đó.',
    en: 'The workbook is an {kind}, no .xlsx, and this machine has no LibreOffice to convert it. Open it in Excel, choose File > Save As and the type "Excel Workbook (*.xlsx)"; in LibreOffice: File > Save As, "Excel 2007-365 (.xlsx)". Then use that .xlsx.',
  },
  'not-converted': {
    vi: 'LibreOffice không đổi được sổ tính {kind} sang .xlsx[ ({why})]. Mở tệp bằng Excel hoặc LibreOffice, bấm Tệp > Lưu dưới dạng, chọn .xlsx, rồi dùng tệp đó.',
    en: 'LibreOffice could not convert the {kind} to .xlsx[ ({why})]. Open it in Excel or LibreOffice, choose File > Save As and .xlsx, then use that file.',
  },
  'unpacks-too-large': {
    vi: 'Phần {part} bung ra lớn hơn giới hạn {limit} byte (--max-unpacked-mb). Có thể là bom nén.',
    en: 'The part {part} unpacks to more than the limit of {limit} bytes (--max-unpacked-mb). It may be a zip bomb.',
  },
  'ratio-too-high': {
    vi: 'Phần {part} bung ra quá {limit} lần (--max-ratio). Có thể là bom nén.',
    en: 'The part {part} unpacks to more than {limit} times its size (--max-ratio). It may be a zip bomb.',
  },
  'damaged-workbook': {
    vi: 'Sổ tính hỏng ở {part}: {why}. Mở và lưu lại.',
    en: 'The workbook is damaged at {part}: {why}. Open it and save it again.',
  },
  'texts-too-large': {
    vi: 'Các văn bản của sổ tính lớn hơn giới hạn {limit} byte (--max-text-mb).',
    en: 'The texts of the workbook are larger than the limit of {limit} bytes (--max-text-mb).',
  },
  'too-many-merges': {
    vi: 'Phần {part} có quá {limit} vùng ô gộp (--max-merges). Bỏ gộp ô (Unmerge Cells); bảng cho nd178 batch cũng có thể lưu theo dạng .csv.',
    en: 'The part {part} has more than {limit} merged ranges of cells (--max-merges). Unmerge the cells; a table for nd178 batch may also be saved as .csv.',
  },
  'has-dtd': {
    vi: 'Phần {part} chứa DTD (<!DOCTYPE>); không nhận vì có thể gọi ra ngoài. Lưu lại tệp bằng Excel hoặc LibreOffice.',
    en: 'The part {part} holds a DTD (<!DOCTYPE>), which could reach outside; it is not accepted. Save the file again in Excel or LibreOffice.',
  },
  'nested-too-deep': {
    vi: 'Phần {part} lồng nhau quá {limit} tầng.',
    en: 'The part {part} is nested deeper than {limit} levels.',
  },
  'has-macros': {
    vi: 'Sổ tính có macro. Lưu lại theo dạng .xlsx không macro, hoặc cho phép bằng --allow macros (macro không bao giờ chạy).',
    en: 'The workbook holds macros. Save it as .xlsx without macros, or allow them with --allow macros (they are never run).',
  },
  'has-external-links': {
    vi: 'Sổ tính liên kết đến tệp khác. Thay liên kết bằng giá trị, hoặc cho phép bằng --allow external-links (liên kết không bao giờ được mở; dùng giá trị đã lưu).',
    en: 'The workbook links to other files. Replace the links by values, or allow them with --allow external-links (they are never opened; the stored values are used).',
  },
  'no-sheet': {
    vi: 'Không có trang tính "{sheet}".[ Có phải "{near}"?] Các trang: {known}.',
    en: 'There is no sheet "{sheet}".[ Did you mean "{near}"?] Sheets: {known}.',
  },
  'choose-sheet': {
    vi: 'Nhiều trang tính có bảng hồ sơ: {known}. Đọc tất cả bằng --all-sheets, hoặc chọn một trang bằng --sheet.',
    en: 'Several sheets hold a table of cases: {known}. Read all with --all-sheets, or choose one with --sheet.',
  },
  'binary-file': {
    vi: 'Tệp chứa ký tự NUL; đây không phải tệp văn bản. Kiểm tra lại tệp.',
    en: 'The file holds NUL characters; it is not a text file. Check the file.',
  },
  'old-font': {
    vi: 'Văn bản gõ bằng phông cũ {font}, không phải Unicode. Đọc bằng --text-encoding {encoding}, hoặc chuyển sang Unicode trước (ví dụ Unikey: Ctrl+Shift+F6).[ Nếu không phải phông cũ, chỉ rõ bảng mã bằng {else}.]',
    en: 'The text was typed for the old font {font} and is not Unicode. Read it with --text-encoding {encoding}, or convert it to Unicode first (for example with Unikey: Ctrl+Shift+F6).[ If it is no old font, name the encoding with {else}.]',
  },
  'records-not-utf8': {
    vi: 'Tệp bản ghi không phải UTF-8; bản ghi luôn là UTF-8. Lấy lại tệp gốc.',
    en: 'The file is not UTF-8; records always are. Get the original file.',
  },
  'rows-too-long': {
    vi: 'Quá nhiều hàng dài hơn giới hạn {limit} byte (--max-row-bytes). Kiểm tra dấu nháy kép và dấu phân cách.',
    en: 'Too many rows are longer than the limit of {limit} bytes (--max-row-bytes). Check the double quotes and the separator.',
  },
  'empty-file': { vi: 'Tệp không có dữ liệu.', en: 'The file is empty.' },
  header: {
    vi: '{message}[\nĐã đoán dấu phân cách "{separator}"; nếu sai, chỉ rõ bằng --separator.][\nĐã đoán bảng mã {encoding}; nếu sai, chỉ rõ bằng --encoding.]',
    en: '{message}[\nThe separator "{separator}" was guessed; if that is wrong, name it with --separator.][\nThe encoding {encoding} was guessed; if that is wrong, name it with --encoding.]',
  },
  'format-of-stdin': {
    vi: 'Đầu vào chuẩn không giống NDJSON. Chỉ rõ định dạng bằng --from csv, --from xlsx hoặc --from ndjson.',
    en: 'Standard input does not look like NDJSON. Name the format with --from csv, --from xlsx or --from ndjson.',
  },
  'same-file': {
    vi: 'Tệp kết quả trùng tệp vào. Đặt tên khác cho tệp kết quả.',
    en: 'The output is the input itself. Give the output another name.',
  },
  'other-run': {
    vi: 'Lần chạy dở của {file} dùng tệp vào, tùy chọn hoặc phiên bản khác ({what}). Chạy lại từ đầu, không có --resume.',
    en: 'The interrupted run of {file} had another input, other options or another version ({what}). Run again without --resume.',
  },
  'resume-needs-files': {
    vi: '--resume cần tệp vào và tệp ra, không dùng "-".',
    en: '--resume needs a file in and a file out, not "-".',
  },
} as const;

/** The stable code of a refused file. */
export type FileIssueCode = keyof typeof FILE_ISSUES;

/** The values a refusal may mention; words are told in the language of the user. */
export type RefusalParams = Readonly<Record<string, string | number | Words | undefined>>;

/** Refusals that are not about the input, so that its name before them would mislead. */
const NOT_OF_INPUT: ReadonlySet<FileIssueCode> = new Set(['same-file', 'resume-needs-files', 'other-command']);

/** A whole file that is refused. It is thrown inside the readers and becomes exit code 3 at the command. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  constructor(
    readonly code: FileIssueCode,
    readonly params: RefusalParams = {},
    readonly place: Place = {},
  ) {
    super(code);
  }

  /** The same refusal with the place it is about; a refusal that names its file stays as it is. */
  in(place: Place): FileRefused {
    const named = this.params['file'] !== undefined || this.place.file !== undefined || NOT_OF_INPUT.has(this.code);
    return named ? this : new FileRefused(this.code, this.params, { ...this.place, ...place });
  }

  /** The place, the reason and the way out. */
  text(lang: Lang): string {
    const values = Object.entries(this.params).map(([name, value]) => [
      name,
      typeof value === 'object' ? value[lang] : value,
    ]);
    const line = fill(
      FILE_ISSUES[this.code][lang],
      Object.fromEntries(values) as Readonly<Record<string, string | undefined>>,
    );
    const { file, sheet } = this.place;
    if (file === undefined) return line;
    const where = sheet === undefined ? '' : lang === 'vi' ? `, trang "${sheet}"` : `, sheet "${sheet}"`;
    return `${printable(file + where)}: ${line}`;
  }
}
