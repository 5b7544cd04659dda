import type { Lang } from '../../src/base/text.ts';
import type { Block, Document } from '../../src/explanation/document.ts';
import type { Law } from '../../src/law/law.ts';
import { effectDocument, type EffectReport } from '../../src/replay/effect-document.ts';
import { replayDocument, type ReplayReport } from '../../src/replay/replay-document.ts';
import { usage } from '../options.ts';
import { outputPlace, writeOutput } from '../table/output-file.ts';
import type { SheetCell, SheetPlan } from '../table/workbook.ts';

/** Writes a replay to a workbook. */
export async function saveReplay(path: string, report: ReplayReport, law: Law, lang: Lang): Promise<void> {
  await save(path, replayDocument(report, law, lang));
}

/** Writes the effect of another law to a workbook. */
export async function saveEffect(path: string, report: EffectReport, law: Law, lang: Lang): Promise<void> {
  await save(path, effectDocument(report, law, lang));
}

/** Looks at the place of a report before anything is read. Throws {@link Exit} or {@link FileRefused}. */
export async function checkReportPlace(path: string, lang: Lang): Promise<void> {
  if (!/\.xlsx$/i.test(path)) {
    throw usage(
      lang,
      `-o "${path}": báo cáo ghi vào sổ tính .xlsx; dạng khác dùng --format và chuyển hướng.`,
      `-o "${path}": the report goes to an .xlsx workbook; for other formats use --format and redirect.`,
    );
  }
  await outputPlace(path);
}

async function save(path: string, document: Document): Promise<void> {
  const { saveXlsx } = await import('../table/xlsx/save.ts');
  const rows = document.blocks.flatMap(blockRows);
  const sheet: SheetPlan = {
    name: document.title,
    widths: [48, 24, 48, 48, 18, 22],
    frozenRows: 1,
    rows: [[{ text: document.title, style: 'title' }], ...rows],
  };
  await writeOutput(path, (beside) => saveXlsx(beside, [sheet]));
}

/** A block as rows of a sheet: a table keeps its columns, everything else stands in the first one. */
function blockRows(block: Block): SheetCell[][] {
  switch (block.kind) {
    case 'heading':
      return [[], [{ text: block.text, style: 'heading' }]];
    case 'text':
      return [[{ text: block.text, style: 'long' }]];
    case 'list':
      return block.items.map(({ text }) => [{ text, style: 'long' }]);
    case 'table':
      return [
        block.columns.map(({ title }) => ({ text: title, style: 'heading' })),
        ...block.rows.map((row) => row.map((text): SheetCell => ({ text, style: 'long' }))),
        ...(block.foot ? [block.foot.map((text): SheetCell => ({ text, style: 'sum-text' }))] : []),
      ];
    default:
      return [];
  }
}
