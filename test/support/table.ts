import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { processHost, type Host } from '../../cli/host.ts';
import { run } from '../../cli/run.ts';
import type { TableRow } from '../../src/table/cell.ts';
import { sourceOf } from '../../src/workbook/bytes.ts';
import { openXlsx, type OpenOptions } from '../../src/workbook/open.ts';

/** A folder of its own for a test file, removed behind it. */
export function testFolder(): (name: string, content?: string | Uint8Array) => string {
  const folder = mkdtempSync(join(tmpdir(), 'nd178-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name, content) => {
    const path = join(folder, name);
    if (content !== undefined) writeFileSync(path, content);
    return path;
  };
}

/** What a command line did. */
interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A command line run in this process, its standard output a terminal. */
export async function command(...args: readonly string[]): Promise<Ran> {
  return runWith({}, args);
}

/** A command line whose standard output goes to another program; the bytes that it gets. */
export async function piped(...args: readonly string[]): Promise<Ran & { readonly bytes: Buffer }> {
  const got: Uint8Array[] = [];
  const bytes = async (pieces: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const piece of pieces) got.push(piece);
  };
  const ran = await runWith({ bytes }, args);
  return { ...ran, bytes: Buffer.concat(got) };
}

async function runWith(host: Pick<Host, 'bytes'>, args: readonly string[]): Promise<Ran> {
  let [out, err] = ['', ''];
  const code = await run(args, {
    ...host,
    out: (text) => (out += text),
    err: (text) => (err += text),
    read: processHost().read,
    env: {},
    asks: false,
    colour: false,
    progress: false,
  });
  return { code, out, err };
}

/** All rows of a sheet. */
export async function rowsOf(file: Uint8Array, sheet?: string, options: OpenOptions = {}): Promise<TableRow[]> {
  const book = await openXlsx(sourceOf(Buffer.from(file)), options);
  const rows: TableRow[] = [];
  for await (const some of book.rows(sheet ?? book.sheets[0] ?? '')) rows.push(...some);
  return rows;
}

export interface Part {
  readonly name: string;
  readonly text: string | Uint8Array;
  /** What the directory claims the part unpacks to, and the sum it claims; default: the truth. */
  readonly claim?: number;
  readonly crc?: number;
  readonly stored?: boolean;
  /** Another name in the directory for the bytes of the part before. */
  readonly again?: boolean;
}

/** A zip file from parts, also with lies in its directory. */
export function zip(parts: readonly Part[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, claim, crc, stored, again } of parts) {
    const bytes = Buffer.from(text);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(stored ? 0 : 8, 4);
    head.writeUInt32LE(crc ?? crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claim ?? bytes.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed]);
    const at = Buffer.alloc(14);
    at.writeUInt32LE(again ? offset - (pieces.at(-1)?.length ?? 0) : offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), head, at, Buffer.from(name)]));
    if (again) continue;
    pieces.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...pieces, ...directory, Buffer.from('PK\u0005\u0006'), end]);
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of the smallest workbook around the XML of one sheet. */
export function bookParts(sheet: string, more: readonly Part[] = []): Part[] {
  return [
    {
      name: '_rels/.rels',
      text: `<Relationships><Relationship Id="r1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    { name: 'xl/workbook.xml', text: '<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>' },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships><Relationship Id="r1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', text: sheet },
    ...more,
  ];
}

/** The XML of a sheet around its rows. */
export function sheetOf(rows: string): string {
  return `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
}
