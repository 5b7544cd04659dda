import { MEASURE_NAMES, type Result } from '../../src/result/result.ts';
import { printable } from './printable.ts';

/** A result as CSV: a header and one line. A text that a spreadsheet would take for a formula is defused. */
export function csvOf(result: Result, benefits: readonly string[]): string {
  const columns = columnsOf(result, benefits);
  return [columns.map(([name]) => name), columns.map(([, value]) => value)]
    .map((row) => row.map(cell).join(',') + '\r\n')
    .join('');
}

function columnsOf(result: Result, benefits: readonly string[]): [name: string, value: string][] {
  const { measures, law } = result;
  const measured = MEASURE_NAMES.map((name): [string, string] => [name, String(measures?.[name] ?? '')]);
  const lines = benefits.flatMap((id): [string, string][] => {
    const line = result.benefits.find((one) => one.id === id);
    return [
      [`${id}.months`, line?.months ?? '0'],
      [`${id}.amount`, line?.amount ?? '0'],
    ];
  });
  return [
    ['id', result.id ?? ''],
    ['person.name', result.case.person.name ?? ''],
    ['outcome', result.outcome],
    ['route', result.route ?? ''],
    ...measured,
    ...lines,
    ['total', result.total],
    ['topUp.amount', result.topUp?.amount ?? ''],
    ['findings', result.findings.map((found) => found.code).join(' ')],
    ['interpretations', result.interpretations.map((one) => `${one.id}=${one.chosen}`).join(' ')],
    ['law', law.version === null ? law.scheme : `${law.scheme}@${law.version}`],
    ['law.hash', law.hash ?? ''],
  ];
}

function cell(value: string): string {
  const text = printable(value);
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
