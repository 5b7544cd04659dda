import type { Lang } from '../../src/base/text.ts';
import type { Document } from '../../src/explanation/document.ts';
import { documentSheet } from '../../src/workbook/document-sheet.ts';
import { outputPlace } from '../files/output-file.ts';
import { usage } from '../options.ts';

/** Looks at the place of a report before anything is read. Throws {@link Exit} or {@link FileRefused}. */
export async function checkReportPlace(path: string, input: string, lang: Lang): Promise<void> {
  if (!/\.xlsx$/i.test(path)) {
    throw usage(
      lang,
      `-o "${path}": báo cáo ghi vào sổ tính .xlsx; dạng khác dùng --format và chuyển hướng.`,
      `-o "${path}": the report goes to an .xlsx workbook; for other formats use --format and redirect.`,
    );
  }
  await outputPlace(path, [input]);
}

/** Writes a report to a workbook. */
export async function saveReport(path: string, document: Document): Promise<void> {
  const { saveBook } = await import('../files/book-file.ts');
  await saveBook(path, [documentSheet(document)], document.lang);
}
