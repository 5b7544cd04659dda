import { sha256Hex } from '../../src/base/hash.ts';
import type { Document } from '../../src/explanation/document.ts';
import type { Result } from '../../src/engine/result.ts';
import type { Law } from '../../src/law/law.ts';
import { formatToRead } from '../../src/list/format.ts';
import { listSpelling, openList, type ListJob } from '../../src/list/list-job.ts';
import { runParts, startTotals, type Totals } from '../../src/list/pipeline.ts';
import { inlinePool } from '../../src/list/pool.ts';
import { progressLine } from '../../src/list/summary-text.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { writeDocx } from '../../src/papers/docx/docx.ts';
import { listPaper } from '../../src/papers/list-paper.ts';
import { listSheets } from '../../src/papers/list-workbook.ts';
import type { Office } from '../../src/papers/office.ts';
import { personOfRow, workedOut, type Person } from '../../src/papers/person.ts';
import { sheet } from '../../src/papers/sheet.ts';
import { csvHeading } from '../../src/table/batch-lines.ts';
import { planLayout, type Format } from '../../src/table/batch-plan.ts';
import { givenValues } from '../../src/table/given.ts';
import type { Refusal } from '../../src/table/outcome.ts';
import { batchSummary } from '../../src/table/run-summary.ts';
import { reportSheets } from '../../src/workbook/batch/report.ts';
import { DEFAULT_LIMITS } from '../../src/workbook/limits.ts';
import { saveXlsx } from '../../src/workbook/save.ts';
import { bytesOfFile, gathered, type Tell } from './bytes.ts';
import { FaultsTold } from './faults.ts';
import type { ListOrder, ListProduct, ListTold, Made } from './protocol.ts';

/** The names under which files are offered. */
const NAMES: Readonly<Record<ListProduct, string>> = {
  'result.xlsx': 'ket-qua.xlsx',
  'list.xlsx': 'danh-sach-du-toan.xlsx',
  'papers.docx': 'giay-to.docx',
  'records.ndjson': 'ban-ghi.ndjson',
  'chain.ndjson': 'ban-ghi-noi-chuoi.ndjson',
  'result.csv': 'ket-qua.csv',
};

/** How often progress is told, in rows. */
const EVERY = 500;

/** A list under work: read once for its results; what else is asked for is made of the file again. */
export class ListRun {
  readonly #file: File;
  readonly #order: ListOrder;
  readonly #law: Law;
  #waiting: Uint8Array[] = [];
  #job: ListJob | undefined;
  #totals: Totals | undefined;

  constructor(file: File, order: ListOrder, law: Law) {
    [this.#file, this.#order, this.#law] = [file, order, law];
  }

  /** Works the list out for its workbook of results. Throws `FileRefused`. */
  async work(tell: Tell): Promise<ListTold> {
    const { lang } = this.#order;
    const job = await this.#open('xlsx');
    const sheets = job.source.sheets?.map(({ sheet: name }) => name);
    const faults = new FaultsTold(sheets, lang);
    const totals = startTotals(sha256Hex);
    const start = performance.now();
    let said = 0;
    const pool = inlinePool(job.plan, this.#law, sha256Hex, (outcome) => faults.add(outcome));
    for await (const { part } of runParts(job.source, pool, totals, { fromRow: 1 })) {
      this.#waiting.push(part.text);
      const { rows, refused } = totals;
      if (rows - said < EVERY) continue;
      said = rows;
      const rate = Math.round(rows / Math.max(0.001, (performance.now() - start) / 1000));
      tell(progressLine({ rows, refused, rate, left: undefined }, lang), job.source.fraction());
    }
    [this.#job, this.#totals] = [job, totals];
    const summary = batchSummary(totals, { told: job.source.notes, ...(sheets ? { sheets } : {}) }, this.#law, lang);
    return {
      summary,
      warnings: faults.warnings,
      refused: faults.rows,
    };
  }

  /** Makes a file of the list, as the command line makes it. */
  async make(product: ListProduct, office: Office): Promise<Made> {
    if (product === 'chain.ndjson') return this.#chained();
    const bytes = await this.#made(product, office);
    return { name: NAMES[product], bytes, ...(product === 'result.xlsx' ? { head: this.#totals?.seal } : {}) };
  }

  /** Each record holds the hash of the one before. */
  async #chained(): Promise<Made> {
    const totals = startTotals(sha256Hex, undefined, true);
    const bytes = await gathered(async (sink) => {
      for await (const text of this.#texts('ndjson', totals)) await sink.write(text);
    });
    return { name: NAMES['chain.ndjson'], bytes, head: totals.chain?.head ?? undefined };
  }

  async #made(product: Exclude<ListProduct, 'chain.ndjson'>, office: Office): Promise<Uint8Array<ArrayBuffer>> {
    const { lang } = this.#order;
    switch (product) {
      case 'result.xlsx':
        return this.#resultBook();
      case 'records.ndjson':
        return gathered(async (sink) => {
          for await (const text of this.#texts('ndjson')) await sink.write(text);
        });
      case 'result.csv':
        return gathered(async (sink) => {
          for await (const text of this.#texts('csv')) await sink.write(text);
        });
      case 'list.xlsx': {
        const worked = workedOut(await this.#people(office));
        return gathered((sink) => saveXlsx(sink, listSheets(worked, { lang, law: this.#law, office }), lang));
      }
      case 'papers.docx': {
        const people = await this.#people(office);
        return gathered((sink) => writeDocx(this.#papers(people, office), sink));
      }
    }
  }

  async #open(to: Format, chain = false): Promise<ListJob> {
    const { lang, set, sheet: wanted, allSheets, allow = [], encoding, separator, textEncoding } = this.#order;
    const { name } = this.#file;
    const format = formatToRead(name);
    const place = { file: name };
    if (format === undefined) throw new FileRefused('unknown-format', { file: name, option: '--from' });
    const given = givenValues(set, listSpelling(this.#law), lang);
    if (!given.ok) throw new FileRefused('header', { message: given.issues.map(({ message }) => message).join('\n') });
    try {
      return await openList(await bytesOfFile(this.#file), {
        ...{ law: this.#law, to, core: {}, place, format, lang, given: given.value },
        ...{ limits: DEFAULT_LIMITS, allow, chain },
        ...(encoding === undefined ? {} : { encoding }),
        ...(separator === undefined ? {} : { separator }),
        ...(textEncoding === undefined ? {} : { textEncoding }),
        ...(wanted === undefined ? {} : { sheet: wanted }),
        ...(allSheets === true ? { allSheets } : {}),
      });
    } catch (error) {
      throw error instanceof FileRefused ? error.in(place) : error;
    }
  }

  async #resultBook(): Promise<Uint8Array<ArrayBuffer>> {
    const [job, totals] = [this.#job, this.#totals];
    if (!job || !totals) throw new Error('the list was not worked out');
    const pieces = this.#waiting;
    const onHead = (head: string): void => void (totals.seal = head);
    async function* waiting(): AsyncGenerator<Uint8Array> {
      yield* pieces;
    }
    return gathered((sink) =>
      saveXlsx(sink, reportSheets(waiting, job.plan, this.#law, totals, { onHead }), this.#order.lang),
    );
  }

  /** The output of the list in a format of text, part by part. */
  async *#texts(to: 'ndjson' | 'csv', totals = startTotals(sha256Hex)): AsyncGenerator<Uint8Array> {
    const { source, plan } = await this.#open(to, totals.chain !== undefined);
    if (to === 'csv') yield new TextEncoder().encode(csvHeading(planLayout(plan, this.#law)));
    const pool = inlinePool(plan, this.#law, sha256Hex);
    for await (const { part } of runParts(source, pool, totals, { fromRow: 1 })) yield part.text;
  }

  async #people(office: Office): Promise<Person[]> {
    const { lang } = this.#order;
    const options = { core: { lang, law: this.#law }, law: this.#law, office };
    const people: Person[] = [];
    for await (const text of this.#texts('ndjson'))
      for (const line of new TextDecoder().decode(text).split('\n'))
        if (line !== '') people.push(personOfRow(JSON.parse(line) as Result | Refusal, options));
    return people;
  }

  *#papers(people: readonly Person[], office: Office): Generator<Document> {
    const options = { lang: this.#order.lang, law: this.#law, office };
    const worked = workedOut(people);
    if (worked.length > 0) yield listPaper(worked, options);
    for (const one of people) yield 'page' in one ? one.page : sheet(one.worked, options);
  }
}
