import type { Lang, Words } from '../base/text.ts';
import { fill } from '../messages/issue.ts';
import type { SealBreak } from './book-seal.ts';

const BREAKS: { readonly [K in SealBreak['kind']]: Words } = {
  altered: {
    vi: 'Trang "{sheet}", dòng {row}[ ({sums})]: [{cells} ]bị sửa sau khi ghi.',
    en: 'Sheet "{sheet}", row {row}[ ({sums})]: [{cells} ]altered after it was written.',
  },
  removed: {
    vi: 'Trang "{sheet}": dòng {row} lúc ghi đã bị xóa.',
    en: 'Sheet "{sheet}": what was row {row} when it was written was removed.',
  },
  added: {
    vi: 'Trang "{sheet}": dòng {row} không có lúc ghi, được thêm vào.',
    en: 'Sheet "{sheet}": row {row} was not there when it was written; it was added.',
  },
  doubled: {
    vi: 'Trang "{sheet}": dòng {row} là bản chép lại của dòng {of} lúc ghi.',
    en: 'Sheet "{sheet}": row {row} is a copy of what was row {of} when it was written.',
  },
  reordered: {
    vi: 'Trang "{sheet}": dòng {row} bị đổi chỗ, lúc ghi là dòng {of}.',
    en: 'Sheet "{sheet}": row {row} was moved; it was row {of} when it was written.',
  },
  'sheet-removed': {
    vi: 'Trang "{sheet}" đã bị xóa hoặc đổi tên.',
    en: 'The sheet "{sheet}" was removed or renamed.',
  },
  seal: {
    vi: 'Chính trang niêm phong đã bị sửa: các mã trên đó không ra mã niêm phong ở dòng cuối.',
    en: 'The sheet of the seal was itself altered: its codes do not give the head in its last row.',
  },
  'seal-removed': {
    vi: 'Trang niêm phong đã bị xóa: trang căn cứ ghi rằng sổ tính được niêm phong lúc ghi.',
    en: 'The sheet of the seal was removed: the sheet of the law says that the workbook was sealed when it was written.',
  },
  'no-seal': {
    vi: 'Sổ tính không có niêm phong dù có mã đã giữ (--head): trang niêm phong đã bị xóa, hoặc là sổ khác.',
    en: 'The workbook is not sealed although a head was kept (--head): the seal was removed, or it is another workbook.',
  },
  head: {
    vi: 'Mã niêm phong không phải mã đã giữ (--head): sổ tính bị ghi và niêm phong lại, hoặc là sổ khác.',
    en: 'The head of the seal is not the one that was kept (--head): the workbook was written and sealed anew, or is another one.',
  },
};

const SUMS: Words = { vi: 'hàng tổng cộng', en: 'the sums' };

/** Most cells that are named in one sentence. */
const MOST_CELLS = 5;

/** A break of the seal of a workbook in a sentence. */
export function sealBreakText({ kind, sheet, row, of, cells, sums }: SealBreak, lang: Lang): string {
  const named = cells
    ?.slice(0, MOST_CELLS)
    .map(({ cell, heading }) => (heading === undefined ? cell : `${cell} (${heading})`))
    .join(', ');
  const before = lang === 'vi' ? 'ô ' : cells?.length === 1 ? 'cell ' : 'cells ';
  const shown = named === undefined ? undefined : before + named + (cells && cells.length > MOST_CELLS ? ', ...' : '');
  return fill(BREAKS[kind][lang], { sheet, row, of, cells: shown, sums: sums && SUMS[lang] });
}
