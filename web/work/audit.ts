import { auditDocument, AuditTeller, verdictText } from '../../src/audit/document.ts';
import { Doubles } from '../../src/audit/doubles.ts';
import { AuditJson, type AuditJsonEnd } from '../../src/audit/json.ts';
import { mapText, parseMap } from '../../src/audit/map-file.ts';
import { auditEdits } from '../../src/audit/marked-copy.ts';
import { Reconciler } from '../../src/audit/reconcile/reconciler.ts';
import type { AuditFile, AuditSummary } from '../../src/audit/report.ts';
import type { ColumnMap } from '../../src/audit/sheet/map.ts';
import { AuditTally } from '../../src/audit/summary.ts';
import {
  auditSentBook,
  layoutsOf,
  readBook,
  unreadBook,
  type BookAuditOptions,
  type SentBook,
} from '../../src/audit/workbook.ts';
import { workBlocks } from '../../src/audit/work/document.ts';
import { Work } from '../../src/audit/work/work.ts';
import type { Document } from '../../src/explanation/document.ts';
import { htmlOf } from '../../src/explanation/layout/html.ts';
import type { Law } from '../../src/law/law.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { allBytes } from '../../src/table/bytes.ts';
import { sourceOf } from '../../src/workbook/bytes.ts';
import { DEFAULT_LIMITS } from '../../src/workbook/limits.ts';
import { markWorkbook } from '../../src/workbook/mark/workbook.ts';
import { bytesOfFile, bytesOfText, gathered, type Tell } from './bytes.ts';
import type { AuditOrder, AuditProduct, AuditShown, Made } from './protocol.ts';

/** Annex workbooks under work: each is read once for the report, and again for its marked copy. */
export class AuditRun {
  readonly #files: readonly File[];
  readonly #order: AuditOrder;
  readonly #law: Law;
  readonly #audited: AuditFile[] = [];
  #map: ColumnMap | undefined;

  constructor(files: readonly File[], order: AuditOrder, law: Law) {
    [this.#files, this.#order, this.#law] = [files, order, law];
  }

  /** Audits the workbooks one after the other. Throws `FileRefused` for a map that is none. */
  async work(tell: Tell): Promise<AuditShown> {
    const { lang, map } = this.#order;
    if (map) this.#map = await this.#mapOf(map);
    const doubles = new Doubles(lang);
    for (const [at, file] of this.#files.entries()) {
      tell(`${at + 1}/${this.#files.length}: ${file.name}`, at / this.#files.length);
      this.#audited.push(doubles.marked(await this.#audit(file)));
    }
    const [document, summary] = this.#report();
    const copies = this.#audited.flatMap(({ file, error }, at) => (error ? [] : [{ at, name: file }]));
    return { document, verdict: verdictText(summary, lang), copies };
  }

  /** Makes a file, as the command line makes it. */
  async make(product: AuditProduct): Promise<Made> {
    if (product === 'map.yaml') return { name: 'cot.yaml', bytes: bytesOfText(await this.#proposedMap()) };
    if (product === 'report.html') return { name: 'kiem-tra.html', bytes: bytesOfText(htmlOf(this.#report()[0])) };
    if (product === 'report.json') return { name: 'kiem-tra.json', bytes: bytesOfText(this.#json()) };
    return this.#copy(product.copyOf);
  }

  async #mapOf(file: File): Promise<ColumnMap> {
    const read = parseMap(await file.text(), file.name, this.#law);
    if ('sheets' in read) return read;
    throw new FileRefused('header', { message: read.join('\n') });
  }

  async #audit(file: File): Promise<AuditFile> {
    try {
      return await auditSentBook(await sent(file), this.#options());
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      return unreadBook(file.name, { code: error.code, message: error.text(this.#order.lang) });
    }
  }

  #options(): BookAuditOptions {
    const { lang, textEncoding, allow = [] } = this.#order;
    const old = textEncoding === undefined ? {} : { textEncoding };
    return { lang, law: this.#law, allow, ...old, ...(this.#map ? { map: this.#map } : {}) };
  }

  #report(): [Document, AuditSummary] {
    const { lang } = this.#order;
    const teller = new AuditTeller();
    for (const file of this.#audited) teller.add(file);
    const { summary, reconciliation, work } = this.#end();
    const blocks = workBlocks(work, this.#law, lang, true);
    return [auditDocument({ ...teller.told(summary, reconciliation), blocks }, lang), summary];
  }

  /** What is known of all files: sums, summary annexes beside the people, findings by weight. */
  #end(): AuditJsonEnd {
    const law = this.#law;
    const [tally, reconciler] = [new AuditTally(law), new Reconciler({ law, lang: this.#order.lang })];
    const work = new Work({ law });
    for (const file of this.#audited) {
      tally.add(file);
      reconciler.add(file);
      work.add(file);
    }
    return { summary: tally.summary(), reconciliation: reconciler.result(), work: work.work() };
  }

  #json(): string {
    const report = new AuditJson();
    return this.#audited.map((file) => report.file(file)).join('') + report.end(this.#end());
  }

  async #copy(at: number): Promise<Made> {
    const [file, audited] = [this.#files[at], this.#audited[at]];
    if (!file || !audited) throw new RangeError('no such workbook');
    const { lang, allow = [] } = this.#order;
    const { bytes } = await sent(file);
    const edits = auditEdits(audited, this.#law, lang, this.#end().reconciliation?.totals);
    const marked = await markWorkbook(sourceOf(bytes), edits, { allow });
    const name = file.name.replace(/(\.[^.]*)?$/, '-da-kiem-tra.xlsx');
    return { name, bytes: await gathered((sink) => marked.save(sink)) };
  }

  async #proposedMap(): Promise<string> {
    const { lang, textEncoding } = this.#order;
    const found = [];
    for (const file of this.#files) {
      const book = await readBook(await sent(file), { ...this.#options(), all: true }).catch((error: unknown) => {
        throw error instanceof FileRefused ? error.in({ file: file.name }) : error;
      });
      found.push(...layoutsOf(book, this.#law, textEncoding));
    }
    return mapText(found, lang);
  }
}

async function sent(file: File): Promise<SentBook> {
  return { file: file.name, bytes: await allBytes(await bytesOfFile(file), DEFAULT_LIMITS.fileBytes) };
}
