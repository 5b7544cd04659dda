import type { Format } from '../table/batch-plan.ts';

const BY_ENDING: Readonly<Record<string, Format>> = {
  csv: 'csv',
  tsv: 'csv',
  txt: 'csv',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
};

/** The format of a list by the ending of its name; undefined where it tells none. */
export function formatByName(name: string): Format | undefined {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1];
  return ending === undefined ? undefined : BY_ENDING[ending.toLowerCase()];
}

/** Names of workbooks of other kinds, and of what people send in place of a workbook. */
const SENT_AS_BOOK = /\.(?:xls|ods|fods|xlsb|numbers|html?|mht|mhtml|docx?|rtf|pdf)$/i;

/** The format in which a file is read, by its name: what is no list but may stand for a workbook is told by what it holds. */
export function formatToRead(name: string): Format | undefined {
  return formatByName(name) ?? (SENT_AS_BOOK.test(name) ? 'xlsx' : undefined);
}
