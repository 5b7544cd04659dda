import type { OldEncoding } from '../base/old-encodings.ts';
import type { Lang } from '../base/text.ts';
import type { Place } from '../messages/refused.ts';
import type { Spelling } from '../case/spelling/spelling.ts';
import type { TableRow } from '../table/cell.ts';
import type { Separator } from '../table/csv.ts';
import type { GivenValue } from '../table/table-header.ts';
import type { Header, HeaderOptions } from '../table/header.ts';
import type { Note } from '../table/note.ts';
import type { SheetRead } from '../table/sheets.ts';
import type { Format } from '../table/batch-plan.ts';
import type { Encoding } from '../table/encoding.ts';
import type { Limits } from '../workbook/limits.ts';
import type { Allowance } from '../workbook/open.ts';

/** An input that has been recognised and can be read. */
export interface Source {
  readonly format: Format;
  readonly place: Place;
  /** What was guessed or chosen, for the user to see. */
  readonly notes: readonly Note[];
  /** Absent for NDJSON. */
  readonly header?: Header;
  readonly separator?: Separator;
  /** Where several sheets are read: each with its own header, in the order of their rows. */
  readonly sheets?: readonly SheetRead[];
  /** What of the notes has to stand in the summary as well. */
  readonly told?: readonly Note[];
  /** All rows from the first on, some at a time. */
  rows(): AsyncIterable<readonly TableRow[]>;
  /** How much has been read, 0 to 1; undefined when that cannot be known. */
  fraction(): number | undefined;
}

/** A workbook as .xlsx, and the kind that it was converted from. */
export interface ConvertedBook {
  readonly bytes: Uint8Array;
  /** Absent where it was .xlsx already. */
  readonly kind?: string;
}

/** How to read an input. */
export interface SourceOptions {
  /** The file as messages name it. */
  readonly place: Place;
  readonly format: Format;
  readonly lang: Lang;
  readonly limits: Limits;
  readonly allow: readonly Allowance[];
  readonly isOutput: (heading: string) => boolean;
  readonly sheet?: string;
  /** Whether every sheet with people is read. */
  readonly allSheets?: boolean;
  readonly unit?: string;
  readonly encoding?: Encoding;
  readonly separator?: Separator;
  /** The encoding before Unicode that its texts are in. */
  readonly textEncoding?: OldEncoding;
  /** Values that count for every row that does not say otherwise. */
  readonly given?: readonly GivenValue[];
  /** Turns an older kind of workbook into .xlsx, where the host can; absent: bytes are taken as they are. */
  readonly asXlsx?: (bytes: Uint8Array) => Promise<ConvertedBook>;
  /** Reads what titles say of everybody below them; absent: they say nothing. */
  readonly spelling?: Spelling;
  /** The marks by which cells say that they hold what stands above them. */
  readonly ditto?: readonly string[];
}

/** How the header of an input is read. */
export function headerOptions(
  { lang, isOutput, unit, given, spelling, ditto }: SourceOptions,
  sheet?: string,
): HeaderOptions {
  return {
    ...{ lang, isOutput },
    ...(given === undefined ? {} : { given }),
    ...(spelling === undefined ? {} : { spelling }),
    ...(unit === undefined ? {} : { unit }),
    ...(ditto === undefined ? {} : { ditto }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}
