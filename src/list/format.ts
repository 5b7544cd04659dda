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
