/** What an input may cost. Every limit has an option of the command line that raises it. */
export interface Limits {
  /** Bytes of a workbook file. */
  readonly fileBytes: number;
  /** Bytes that the parts of a workbook may unpack to, all together. */
  readonly unpackedBytes: number;
  /** How many times larger than its packed form a part may become. */
  readonly ratio: number;
  /** Bytes of the shared texts of a workbook: they are the one part held in memory. */
  readonly textBytes: number;
  /** Columns with a value. */
  readonly columns: number;
  /** Merged ranges of cells in a sheet. */
  readonly merges: number;
  /** Characters in a cell. */
  readonly cellChars: number;
  /** Bytes of a row of CSV or a line of NDJSON. */
  readonly rowBytes: number;
}

const MIB = 1024 * 1024;

/** The limits that hold when no option raises them. */
export const DEFAULT_LIMITS: Limits = {
  fileBytes: 128 * MIB,
  unpackedBytes: 1024 * MIB,
  ratio: 200,
  textBytes: 64 * MIB,
  columns: 1000,
  merges: 100_000,
  cellChars: 32767,
  rowBytes: MIB,
};

/** XML of office files is shallow; deeper nesting is an attack. */
export const MAX_XML_DEPTH = 64;

/** Texts that a workbook may share, and cell styles: four times what Excel allows of either. */
export const MOST_TEXTS = 4_000_000;
export const MOST_STYLES = 262_144;

/** Characters of a number format; no program writes more than 255. */
export const LONGEST_FORMAT = 1000;

/** Rows and columns that a sheet can have by its file format. */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;
