/**
 * nd178/papers: the sheet for the dossier, the list with the estimate, the page of a refused row, laid out as text, Markdown,
 * HTML or DOCX. Pure: bytes come out, a host writes them.
 */
export { listPaperOf, paperOf, sheetOf, type PaperSettings } from './papers/of-case.ts';
export { docxOf } from './papers/docx/docx.ts';
export { officeSchema, type Office } from './papers/office.ts';
export { documentText, TEXT_FORMATS, type TextFormat } from './explanation/layout/document-text.ts';
export type { Block, Document } from './explanation/document.ts';
