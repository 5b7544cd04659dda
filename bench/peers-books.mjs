// Reading and writing workbooks: nd178 beside exceljs, both streaming. What was written is read back first.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceOf } from '../dist/src/workbook/bytes.js';
import { openXlsx } from '../dist/src/workbook/open.js';
import { saveBook } from '../dist/cli/files/book-file.js';

const ROWS = 20_000;
const TIMES = 2;

function* rows() {
  for (let row = 0; row < ROWS; row++) {
    yield Array.from({ length: 16 }, (_, at) => (at % 2 === 0 ? `Người ${row}` : row * 100 + at));
  }
}

function* cells() {
  for (const row of rows()) {
    yield row.map((value) =>
      typeof value === 'number' ? { number: String(value), style: 'decimal' } : { text: value },
    );
  }
}

async function best(what, work) {
  const times = [];
  for (let at = 0; at < TIMES; at++) {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1e6);
  }
  console.log(
    `${what.padEnd(56)} ${Math.min(...times)
      .toFixed(2)
      .padStart(9)} s of processor time, best of ${TIMES}`,
  );
}

async function readOwn(path) {
  const book = await openXlsx(sourceOf(readFileSync(path)));
  let seen = 0;
  for await (const some of book.rows(book.sheets[0])) seen += some.length;
  return seen;
}

async function readPeer({ stream }, path) {
  let seen = 0;
  for await (const sheet of new stream.xlsx.WorkbookReader(path, { worksheets: 'emit', sharedStrings: 'cache' })) {
    for await (const row of sheet) if (row.cellCount > 0) seen++;
  }
  return seen;
}

async function writePeer({ stream }, path) {
  const book = new stream.xlsx.WorkbookWriter({ filename: path });
  const sheet = book.addWorksheet('A');
  for (const row of rows()) sheet.addRow(row).commit();
  await book.commit();
}

const writeOwn = (path) => saveBook(path, [{ name: 'A', widths: Array(16).fill(12), frozenRows: 1, rows: cells() }]);

/** Each reads what the other wrote, then both are timed. */
export async function workbooks(exceljs) {
  const folder = mkdtempSync(join(tmpdir(), 'nd178-books-'));
  const [own, peer] = ['own.xlsx', 'peer.xlsx'].map((name) => join(folder, name));
  try {
    await writeOwn(own);
    await writePeer(exceljs, peer);
    if ((await readOwn(peer)) !== ROWS || (await readPeer(exceljs, own)) !== ROWS) throw new Error('rows are missing');
    await best('nd178 writes', () => writeOwn(own));
    await best('exceljs writes, streaming', () => writePeer(exceljs, peer));
    await best('nd178 reads', () => readOwn(peer));
    await best('exceljs reads, streaming', () => readPeer(exceljs, peer));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
