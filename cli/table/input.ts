import { basename } from 'node:path';
import type { Lang, Words } from '../../src/base/text.ts';
import type { Place } from '../../src/batch/rows.ts';
import type { TableRow } from '../../src/table/cell.ts';
import type { Separator } from '../../src/table/csv.ts';
import type { Header, HeaderOptions } from '../../src/table/header.ts';
import type { Encoding } from './encoding.ts';
import type { Limits } from './limits.ts';
import type { TextChunk, TextPosition } from './split.ts';
import type { Allowance } from './xlsx/open.ts';

/** The formats of tables, in and out. */
export const FORMATS = ['csv', 'xlsx', 'ndjson'] as const;

/** A format of tables. */
export type Format = (typeof FORMATS)[number];

/** Some rows of a workbook. */
export interface RowsChunk {
  readonly rows: readonly TableRow[];
  readonly nextRow: number;
  readonly end: number;
}

/** A piece of the input that can be worked on by itself. */
export type Chunk = TextChunk | RowsChunk;

/** An input that has been recognised and can be read. */
export interface Source {
  readonly format: Format;
  readonly place: Place;
  /** What was guessed or chosen, to be told to the user. */
  readonly notes: readonly Words[];
  /** Absent for NDJSON. */
  readonly header?: Header;
  readonly separator?: Separator;
  /** The rows from a place on, a chunk at a time. */
  chunks(from: TextPosition): AsyncIterable<Chunk>;
  /** How much has been read, 0 to 1; undefined when that cannot be known. */
  fraction(position: TextPosition): number | undefined;
}

/** How to read an input. */
export interface SourceOptions {
  readonly file: string;
  readonly format: Format;
  readonly lang: Lang;
  readonly limits: Limits;
  readonly chunkBytes: number;
  /** Rows of a workbook in a chunk; default 500. */
  readonly chunkRows?: number;
  readonly allow: readonly Allowance[];
  readonly isOutput: (heading: string) => boolean;
  readonly sheet?: string;
  readonly unit?: string;
  readonly encoding?: Encoding;
  readonly separator?: Separator;
}

/** How the header of an input is read. */
export function headerOptions({ lang, isOutput, unit }: SourceOptions): HeaderOptions {
  return { lang, isOutput, ...(unit === undefined ? {} : { unit }) };
}

/** The place of a file: its name without its folder. */
export function fileOf(file: string): Place {
  return file === '-' ? {} : { file: basename(file) };
}
