import { lineOf } from '../engine/result-lines.ts';
import { MEASURE_NAMES, type Result } from '../engine/result.ts';
import { printable } from '../base/printable.ts';
import { csvCells } from './csv.ts';

/** A result as CSV: a header and one line, each ended as RFC 4180 has it, without control characters. */
export function resultCsv(result: Result, benefits: readonly string[]): string {
  const columns = columnsOf(result, benefits);
  const cells = [columns.map(([name]) => name), columns.map(([, value]) => printable(value))];
  return cells.map((line) => csvCells(line) + '\r\n').join('');
}

function columnsOf(result: Result, benefits: readonly string[]): [name: string, value: string][] {
  const { measures, law } = result;
  const measured = MEASURE_NAMES.map((name): [string, string] => [name, String(measures?.[name] ?? '')]);
  const lines = benefits.flatMap((id): [string, string][] => {
    const line = lineOf(result, id);
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
