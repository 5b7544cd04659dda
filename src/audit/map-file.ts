import { parse, stringify } from 'yaml';
import type { Lang, Words } from '../base/text.ts';
import type { Law } from '../law/law.ts';
import { columnsOf } from './forms.ts';
import type { Recognised } from './sheet/layout.ts';
import { columnMapSchema, proposedMap, type ColumnMap } from './sheet/map.ts';
import type { NamedLayout } from './workbook.ts';

/** Reads a map of columns (YAML), or tells every fault with the name of the file. */
export function parseMap(text: string, file: string, law: Law): ColumnMap | readonly string[] {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    return [`${file}: ${error instanceof Error ? error.message : ''}`];
  }
  const read = columnMapSchema(law).safeParse(value);
  if (read.success) return read.data;
  return read.error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`);
}

/** By what a column was recognised, and so how sure its line is. */
const SURE: Readonly<Record<Recognised, Words>> = {
  words: { vi: 'theo chữ của tiêu đề', en: 'by the words of its heading' },
  numbers: { vi: 'CHỈ theo số cột: kiểm tra lại', en: 'ONLY by its number: check it' },
  map: { vi: 'theo bản đồ', en: 'by a map' },
};

/** A proposed map as YAML, each column with its heading, to be checked and given with --map. */
export function mapText(found: readonly NamedLayout[], lang: Lang): string {
  const head =
    lang === 'vi'
      ? '# Bản đồ cột đề nghị; kiểm tra lại từng dòng rồi dùng với --map.\n# defaults: group, sex, schedule cho những gì biểu không ghi.\n'
      : '# Proposed map of columns; check every line, then give it with --map.\n# defaults: group, sex, schedule for what the sheet does not say.\n';
  if (found.length === 0) return `${head}sheets: []\n`;
  const body = found.map(({ name, layout }) => {
    const map = proposedMap(name, layout);
    const columns = Object.entries(map.columns ?? {}).map(([key, letter]) => {
      const column = columnsOf(layout.form).find((one) => one.key === key);
      const number = column === undefined || column.number === 0 ? '' : `${column.number} `;
      const by = SURE[layout.sure.get(key) ?? 'numbers'][lang];
      return `      ${key}: ${letter}  # ${number}${column?.title[lang] ?? ''} (${by})\n`;
    });
    return `  - sheet: ${stringify(name).trim()}\n    form: ${map.form}\n    dataFrom: ${map.dataFrom ?? 1}\n    columns:\n${columns.join('')}`;
  });
  return `${head}sheets:\n${body.join('')}`;
}
