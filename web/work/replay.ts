import { sha256Hex } from '../../src/base/hash.ts';
import type { Document } from '../../src/explanation/document.ts';
import { htmlOf } from '../../src/explanation/layout/html.ts';
import type { Law } from '../../src/law/law.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { effectDocument } from '../../src/records/effect-document.ts';
import { effectRows, nobodyRead } from '../../src/records/effect-rows.ts';
import { replayDocument } from '../../src/records/replay-document.ts';
import { ReplayJson } from '../../src/records/replay-json.ts';
import { nothingReplayed, replayRows } from '../../src/records/replay-rows.ts';
import type { ReplayReport } from '../../src/records/replay-report.ts';
import type { Replayed } from '../../src/records/replay.ts';
import { recordRows, type RecordRow } from '../../src/records/rows.ts';
import { unitBy } from '../../src/records/unit.ts';
import { effectVerdict, verdictOf } from '../../src/records/verdict.ts';
import { documentSheet } from '../../src/workbook/document-sheet.ts';
import { saveXlsx } from '../../src/workbook/save.ts';
import { PAGE_WORDS } from '../words.ts';
import { bytesOfFile, bytesOfText, gathered, type Tell } from './bytes.ts';
import type { Made, ReplayOrder, ReplayProduct, ReplayShown } from './protocol.ts';

/** So many records that differ are told one by one, as on the command line. */
const MOST_TOLD = 50;

/** How often progress is told, in records. */
const EVERY = 100;

/** A file of records under work: computed again under the law that each names, or under another one. */
export class ReplayRun {
  readonly #file: File;
  readonly #order: ReplayOrder;
  readonly #law: Law;
  #document: Document | undefined;

  constructor(file: File, order: ReplayOrder, law: Law) {
    [this.#file, this.#order, this.#law] = [file, order, law];
  }

  /** Computes the records again. Throws `FileRefused` for a file that holds none. */
  async work(tell: Tell): Promise<ReplayShown> {
    const { whatIf } = this.#order;
    const shown = whatIf === undefined ? await this.#replayed(tell) : await this.#effect(whatIf, tell);
    this.#document = shown.document;
    return shown;
  }

  /** Makes a report, as the command line makes it. */
  async make(product: ReplayProduct): Promise<Made> {
    const document = this.#document;
    if (!document) throw new Error('nothing was replayed');
    const name = product.replace('report', 'tinh-lai');
    if (product === 'report.html') return { name, bytes: bytesOfText(htmlOf(document)) };
    if (product === 'report.json') return { name, bytes: bytesOfText(await this.#json()) };
    const { lang } = this.#order;
    return { name, bytes: await gathered((sink) => saveXlsx(sink, [documentSheet(document)], lang)) };
  }

  async #replayed(tell: Tell): Promise<ReplayShown> {
    const { lang } = this.#order;
    const report = await this.#report(tell);
    if (report.summary.records === 0) throw new FileRefused('header', { message: nothingReplayed(report, lang) });
    const document = replayDocument(report, this.#law, lang);
    return { document, verdict: verdictOf(report, lang), whatIf: false };
  }

  #report(tell: Tell, each?: (one: Replayed) => void): Promise<ReplayReport> {
    const { lang, head } = this.#order;
    return replayRows(this.#rows(tell), {
      ...{ law: this.#law, lang, sha256: sha256Hex, limit: MOST_TOLD, head, tell: each },
    });
  }

  async #effect(whatIf: string, tell: Tell): Promise<ReplayShown> {
    const { lang } = this.#order;
    const [scheme = '', asOf = ''] = whatIf.split('@');
    const unitOf = unitBy();
    if (!unitOf) throw new Error('no unit');
    const core = { lang, law: this.#law, scheme, asOf };
    const found = await effectRows(this.#rows(tell), { core, builtin: this.#law, sha256: sha256Hex, unitOf });
    if (found.summary.all.people === 0) throw new FileRefused('header', { message: nobodyRead(lang) });
    const document = effectDocument({ ...found, law: whatIf }, this.#law, lang);
    return { document, verdict: effectVerdict(found.summary, whatIf, found.unsound, lang), whatIf: true };
  }

  async *#rows(tell: Tell): AsyncGenerator<RecordRow, void, undefined> {
    const { lang } = this.#order;
    let count = 0;
    try {
      const input = await bytesOfFile(this.#file);
      for await (const row of recordRows(input, { law: this.#law, lang, sha256: sha256Hex })) {
        if (++count % EVERY === 0) tell(`${count} ${PAGE_WORDS.recordsRead[lang]}`, undefined);
        yield row;
      }
    } catch (error) {
      throw error instanceof FileRefused ? error.in({ file: this.#file.name }) : error;
    }
  }

  /** The report for programs tells every record, so the file is read again for it. */
  async #json(): Promise<string> {
    const json = new ReplayJson();
    const pieces = [json.begin(this.#file.name)];
    const report = await this.#report(
      () => undefined,
      (one) => pieces.push(json.record(one)),
    );
    return [...pieces, json.end(report, this.#order.lang)].join('');
  }
}
