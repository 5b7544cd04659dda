import type { Words } from '../../base/text.ts';

/**
 * The page of an official paper (thể thức văn bản, Nghị định 30/2020/NĐ-CP, Phụ lục I): what print and DOCX have in common.
 * Decree 30 allows 20 to 25 mm above and below, 30 to 35 mm at the left, 15 to 20 mm at the right; the least of each is
 * taken, so that a sheet stays on its page.
 */
export const MARGINS = { top: 20, right: 15, bottom: 20, left: 30 } as const;

/** Papers: width and height in millimetres as they lie before the reader, and the name of the size in CSS. */
export const PAPERS = {
  a4: { width: 210, height: 297, css: 'A4' },
  'a4-landscape': { width: 297, height: 210, css: 'A4 landscape' },
  'a3-landscape': { width: 420, height: 297, css: 'A3 landscape' },
} as const;

/** The typeface (phông chữ). */
export const TYPEFACE = 'Times New Roman';

/** Sizes of letters in points (cỡ chữ): text 13, title 14, "Nơi nhận" 12, tables and lists 11, foot 8. */
export const SIZES = { body: 13, title: 14, recipients: 12, table: 11, foot: 8 } as const;

/** Quốc hiệu. */
export const COUNTRY: Words = { vi: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', en: 'SOCIALIST REPUBLIC OF VIET NAM' };

/** Tiêu ngữ. */
export const MOTTO: Words = { vi: 'Độc lập - Tự do - Hạnh phúc', en: 'Independence - Freedom - Happiness' };
