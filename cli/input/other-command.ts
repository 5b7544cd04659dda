import { extname } from 'node:path';
import type { Words } from '../../src/base/text.ts';

/** What a file holds, as far as its name tells. */
type Kind = 'case' | 'list' | 'workbook' | 'old-workbook' | 'records' | 'document';

const KINDS: Readonly<Record<string, Kind>> = {
  '.yaml': 'case',
  '.yml': 'case',
  '.json': 'case',
  '.csv': 'list',
  '.tsv': 'list',
  '.xlsx': 'workbook',
  '.xlsm': 'workbook',
  '.xls': 'old-workbook',
  '.ods': 'old-workbook',
  '.xlsb': 'old-workbook',
  '.ndjson': 'records',
  '.jsonl': 'records',
  '.doc': 'document',
  '.docx': 'document',
  '.pdf': 'document',
};

const SHOWN = 'ket-qua.xlsx';

/** The command for a file that another command could not read, by the name of the file. */
const ADVICE: Readonly<Record<string, Readonly<Partial<Record<Kind, (file: string) => Words>>>>> = {
  one: {
    list: manyPeople,
    workbook: manyPeople,
    records: manyPeople,
    'old-workbook': (file) => ({
      vi: `"${file}" là sổ tính; lệnh này tính một người từ tệp .yaml hoặc .json. Lưu lại theo dạng .xlsx, rồi: nd178 batch TỆP.xlsx -o ${SHOWN}.`,
      en: `"${file}" is a workbook; this command takes one person from a .yaml or .json file. Save it as .xlsx, then: nd178 batch FILE.xlsx -o results.xlsx.`,
    }),
    document: (file) => ({
      vi: `"${file}" là văn bản; lệnh này tính một người từ tệp .yaml hoặc .json. Không có tệp thì chạy nd178 calc để được hỏi từng mục.`,
      en: `"${file}" is a document; this command takes one person from a .yaml or .json file. Without a file, nd178 calc asks for each thing.`,
    }),
  },
  batch: {
    case: (file) => ({
      vi: `"${file}" là hồ sơ của một người; batch tính danh sách (.xlsx, .csv, .ndjson). Dùng: nd178 calc ${quoted(file)}.`,
      en: `"${file}" is the case of one person; batch takes lists (.xlsx, .csv, .ndjson). Use: nd178 calc ${quoted(file)}.`,
    }),
  },
  audit: {
    case: (file) => ({
      vi: `"${file}" là hồ sơ của một người; audit đối chiếu sổ tính phụ lục .xlsx. Dùng: nd178 calc ${quoted(file)}.`,
      en: `"${file}" is the case of one person; audit takes annex workbooks (.xlsx). Use: nd178 calc ${quoted(file)}.`,
    }),
    list: (file) => ({
      vi: `"${file}" là danh sách CSV; audit đối chiếu sổ tính phụ lục .xlsx. Nếu đây là biểu phụ lục: mở bằng Excel, bấm Tệp > Lưu Như, chọn .xlsx, đặt tên trang theo biểu (như PL I.1), rồi nd178 audit tệp đó. Nếu là danh sách để tính: nd178 batch ${quoted(file)} -o ${SHOWN}.`,
      en: `"${file}" is a CSV list; audit takes annex workbooks (.xlsx). If it is an annex form: open it in Excel, choose File > Save As and .xlsx, name the sheet after the form (such as PL I.1), then nd178 audit that file. If it is a list to compute: nd178 batch ${quoted(file)} -o results.xlsx.`,
    }),
    records: (file) => ({
      vi: `"${file}" là tệp bản ghi; audit đối chiếu sổ tính phụ lục .xlsx. Để tính lại bản ghi: nd178 replay ${quoted(file)}.`,
      en: `"${file}" holds records; audit takes annex workbooks (.xlsx). To compute records again: nd178 replay ${quoted(file)}.`,
    }),
  },
  replay: {
    case: (file) => ({
      vi: `"${file}" không có bản ghi kết quả. Để tính hồ sơ của một người: nd178 calc ${quoted(file)}.`,
      en: `"${file}" holds no record of a result. To compute the case of one person: nd178 calc ${quoted(file)}.`,
    }),
    list: (file) => ({
      vi: `"${file}" là bảng CSV, không phải bản ghi: replay đọc .ndjson, .json hoặc .xlsx do nd178 batch ghi. Để tính danh sách: nd178 batch ${quoted(file)} -o ${SHOWN}.`,
      en: `"${file}" is a CSV table and holds no records: replay reads .ndjson, .json, or an .xlsx that nd178 batch wrote. To compute a list: nd178 batch ${quoted(file)} -o results.xlsx.`,
    }),
    workbook: (file) => ({
      vi: `"${file}" không phải sổ tính do nd178 batch ghi. Để tính danh sách: nd178 batch ${quoted(file)} -o ${SHOWN}; để đối chiếu biểu phụ lục: nd178 audit ${quoted(file)}.`,
      en: `"${file}" is no workbook that nd178 batch wrote. To compute a list: nd178 batch ${quoted(file)} -o results.xlsx; to check annex forms: nd178 audit ${quoted(file)}.`,
    }),
  },
};

function manyPeople(file: string): Words {
  return {
    vi: `"${file}" là danh sách; lệnh này tính một người từ tệp .yaml hoặc .json. Dùng: nd178 batch ${quoted(file)} -o ${SHOWN}.`,
    en: `"${file}" is a list; this command takes one person from a .yaml or .json file. Use: nd178 batch ${quoted(file)} -o results.xlsx.`,
  };
}

/** A name as a command line takes it. */
export function quoted(file: string): string {
  return /[\s"'&()]/.test(file) ? `"${file}"` : file;
}

/**
 * What to do with a file that a command could not read, where its name tells that it is one for another command;
 * undefined else. `one`: the commands for one case.
 */
export function otherCommand(command: 'one' | 'batch' | 'audit' | 'replay', file: string): Words | undefined {
  const kind = KINDS[extname(file).toLowerCase()];
  return kind === undefined ? undefined : ADVICE[command]?.[kind]?.(file);
}
