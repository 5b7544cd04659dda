import { parse, stringify } from 'yaml';
import type { Lang } from '../../src/base/text.ts';
import { columnMapSchema, columnsOf, proposedMap, type ColumnMap, type SheetLayout } from '../../src/audit.ts';
import type { Law } from '../../src/law/law.ts';
import { EXIT, Exit } from '../exit.ts';
import type { Host } from '../host.ts';
import { readText } from '../input/read-text.ts';

/** Reads a map of columns. Throws {@link Exit} 3 with every fault. */
export function readMap(host: Host, file: string, law: Law, lang: Lang): ColumnMap {
  const text = readText(host, file, lang);
  if (typeof text !== 'string') throw new Exit(EXIT.invalid, text.message);
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw new Exit(EXIT.invalid, `${file}: ${error instanceof Error ? error.message : ''}`);
  }
  const read = columnMapSchema(law).safeParse(value);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`);
  throw new Exit(EXIT.invalid, faults.join('\n'));
}

/** A proposed map as YAML, each column with its heading, to be checked and given with --map. */
export function mapText(found: readonly { readonly name: string; readonly layout: SheetLayout }[], lang: Lang): string {
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
      return `      ${key}: ${letter}  # ${number}${column?.title[lang] ?? ''}\n`;
    });
    return `  - sheet: ${stringify(name).trim()}\n    form: ${map.form}\n    dataFrom: ${map.dataFrom ?? 1}\n    columns:\n${columns.join('')}`;
  });
  return `${head}sheets:\n${body.join('')}`;
}
