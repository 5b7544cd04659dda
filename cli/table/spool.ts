import { createReadStream } from 'node:fs';
import type { FlatCell } from '../../src/table/flat.ts';
import type { RowIssue } from '../../src/table/rows.ts';

/** A row that waits for its workbook: `R` a result, `B` a result that the law refuses, `X` a row that was not read. */
export interface SpoolRow {
  readonly kind: 'R' | 'B' | 'X';
  readonly cells: readonly FlatCell[];
  readonly id: string | null;
  readonly issues: readonly RowIssue[];
}

/** The waiting rows, or only those of some kinds; the others are not even parsed. */
export async function* spoolRows(path: string, kinds = 'RBX'): AsyncGenerator<SpoolRow, void, undefined> {
  for await (const line of lines(path)) {
    const kind = line.charAt(0);
    if (!kinds.includes(kind)) continue;
    const [cells, id = null, issues = []] = JSON.parse(line.slice(1)) as [FlatCell[], string | null, RowIssue[]];
    yield { kind: kind as SpoolRow['kind'], cells, id, issues };
  }
}

async function* lines(path: string): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest !== '') yield rest;
}
