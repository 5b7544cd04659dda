import { createBeside, type OutputPlace } from '../files/output-file.ts';
import { FileWriter, holds } from '../files/writer.ts';
import type { Step, Totals } from '../../src/list/pipeline.ts';
import { removeRun, RUN_SCHEMA, saveState, type RunFiles, type RunState } from './state.ts';

/** What a run keeps beside its output until it is complete. */
export class KeptRows {
  /** The rows written so far. */
  readonly part: FileWriter;
  readonly #people: FileWriter;
  readonly #files: RunFiles;
  /** The first row that is not yet written. */
  nextRow: number;

  private constructor(files: RunFiles, part: FileWriter, people: FileWriter, nextRow: number) {
    this.#files = files;
    this.part = part;
    this.#people = people;
    this.nextRow = nextRow;
  }

  /** Begins at the beginning. */
  static async begin(files: RunFiles, place: OutputPlace): Promise<KeptRows> {
    await removeRun(files);
    const part = await createBeside(files.part, place);
    return new KeptRows(files, part, await createBeside(files.people, place), 1);
  }

  /** Goes on where a state says; undefined where the files do not hold what it says. */
  static async reopen(files: RunFiles, { part, people, nextRow }: RunState): Promise<KeptRows | undefined> {
    const rows = await FileWriter.reopen(files.part, part);
    const marks = rows && (await FileWriter.reopen(files.people, people));
    if (marks) return new KeptRows(files, rows, marks, nextRow);
    await rows?.close();
    return undefined;
  }

  /** Writes the rows of a step. */
  async write({ part: { text, people }, nextRow }: Step): Promise<void> {
    await this.part.write(text);
    await this.#people.write(new Uint8Array(people.buffer, people.byteOffset, people.byteLength));
    this.nextRow = nextRow;
  }

  /** Who was paid in the rows written so far. */
  async people(): Promise<Uint32Array> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.#people.read()) pieces.push(piece);
    return new Uint32Array(Uint8Array.from(Buffer.concat(pieces)).buffer);
  }

  /** Stores how far the run has come; what it counts is on disk before. */
  async save(identity: RunState['identity'], totals: Totals, complete: boolean): Promise<void> {
    await this.part.flush();
    await this.#people.flush();
    const { rows, refused, tally, codes, used, passed, hidden, ditto, monthFirst, chain } = totals;
    await saveState(this.#files.state, {
      schema: RUN_SCHEMA,
      identity,
      nextRow: this.nextRow,
      part: this.part.content(),
      people: this.#people.content(),
      ...{ rows, refused, tally: tally.data(), codes: codes.data(), used: Array.from(used, Boolean) },
      passed: passed.data(),
      hidden: hidden.data(),
      ditto: ditto.data(),
      monthFirst: monthFirst.data(),
      ...(chain ? { chain: { count: chain.count, head: chain.head } } : {}),
      complete,
    });
  }

  /** Closes the files. */
  async close(): Promise<void> {
    await this.part.close();
    await this.#people.close();
  }
}

/** Whether the rows of a complete run stand in the place of its output: it ended before it could remove its state. */
export async function isPlaced({ complete, part }: RunState, { path }: OutputPlace): Promise<boolean> {
  return complete && (await holds(path, part));
}
