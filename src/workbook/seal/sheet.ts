import { sha256Hex, type Sha256 } from '../../base/hash.ts';
import type { Lang, Words } from '../../base/text.ts';
import type { SheetPlan, SheetRow } from '../plan.ts';
import { rowCode, writtenText } from './codes.ts';

/** The name of the sheet that holds the seal. */
export const SEAL_NAMES: Words = { vi: 'Niêm phong', en: 'Seal' };

/** The label of the line that ends the seal. */
export const HEAD_LABELS: Words = { vi: 'Mã niêm phong', en: 'Head of the seal' };

const WORDS = {
  title: { vi: 'Niêm phong của sổ tính', en: 'Seal of the workbook' },
  note: {
    vi: 'Mã của từng dòng và từng ô lúc ghi; nd178 replay đối chiếu để nêu đúng chỗ bị sửa, xóa, chép thêm hay đổi thứ tự. Không sửa trang này. Mã niêm phong ở dòng cuối: giữ ở nơi khác, ví dụ trong biên bản.',
    en: 'The codes of each row and cell when it was written; nd178 replay compares them and names what was altered, removed, doubled or moved. Do not edit this sheet. The head of the seal stands in the last row: keep it elsewhere, as in the minutes.',
  },
  sheet: { vi: 'Trang', en: 'Sheet' },
  row: { vi: 'Dòng', en: 'Row' },
  code: { vi: 'Mã của dòng', en: 'Code of the row' },
  cells: { vi: 'Mã của từng ô', en: 'Codes of the cells' },
} as const satisfies Readonly<Record<string, Words>>;

/** What the seal is made over. */
export interface Sealing {
  /** The sheets of the workbook, built anew: their rows are read once more. */
  readonly sheets: () => readonly SheetPlan[];
  /** The people whose rows were sent, refused ones too. */
  readonly rows: number;
  readonly sha256?: Sha256;
  /** Told of the head, once it is known. */
  readonly onHead?: (head: string) => void;
}

/** One line of a seal joined to those before it; the last one is the head. */
export function sealed(head: string, line: readonly string[], sha: Sha256): string {
  return sha(head + JSON.stringify(line));
}

/**
 * The last sheet of a workbook, which seals the others: a line for each row, and the head of the chain over all of them.
 * Columns that a sheet leaves open, and those behind its own, are not under it. Memory does not grow with the rows.
 */
export function sealSheet(sealing: Sealing, lang: Lang): SheetPlan {
  return {
    name: SEAL_NAMES[lang],
    widths: [28, 10, 68, 40],
    frozenRows: 3,
    paper: 'a4',
    rows: sealRows(sealing, lang),
  };
}

async function* sealRows(
  { sheets, rows, sha256 = sha256Hex, onHead }: Sealing,
  lang: Lang,
): AsyncGenerator<SheetRow, void, undefined> {
  yield [{ text: WORDS.title[lang], style: 'title', across: 4 }];
  yield [{ text: WORDS.note[lang], style: 'plain', across: 4 }];
  yield [WORDS.sheet, WORDS.row, WORDS.code, WORDS.cells].map((words) => ({ text: words[lang], style: 'heading' }));
  let head = '';
  const line = (name: string, row: number, code: string, cells: string): SheetRow => {
    head = sealed(head, [name, String(row), code, cells], sha256);
    return [{ text: name }, { number: String(row), style: 'count' }, { text: code }, { text: cells }];
  };
  for (const { name, widths, openFrom = widths.length, rows: written } of sheets()) {
    // Row 0 says how many columns of the sheet are sealed.
    yield line(name, 0, `x${openFrom}`, '');
    let row = 0;
    for await (const cells of written) {
      row++;
      const found = rowCode(cells.slice(0, openFrom).map(writtenText), sha256);
      if (found) yield line(name, row, `x${found.code}`, `x${found.cells}`);
    }
  }
  onHead?.(`sha256:${head}`);
  yield [{ text: HEAD_LABELS[lang] }, { number: String(rows), style: 'count' }, { text: `sha256:${head}` }];
}
