import type { Lang } from '../../src/base/text.ts';
import type { Totals } from '../../src/list/pipeline.ts';
import { grouped, progressLine } from '../../src/list/summary-text.ts';

const EVERY = 250;

/** Shows how a run comes along on one line of a terminal: rows, rate, time left, refused. */
export class Progress {
  readonly #write: (text: string) => void;
  readonly #lang: Lang;
  readonly #start: number = Date.now();
  readonly #before: number;
  #shown = 0;

  /** `write` shows a text in place of the line; `before`: the rows that an interrupted run had already done. */
  constructor(write: (text: string) => void, lang: Lang, before: number) {
    this.#write = write;
    this.#lang = lang;
    this.#before = before;
  }

  /** Tells the totals; shown a few times a second. `fraction`: how much of the input has been read. */
  tell({ rows, refused }: Totals, fraction: number | undefined): void {
    const now = Date.now();
    if (now - this.#shown < EVERY) return;
    this.#shown = now;
    const seconds = Math.max(0.001, (now - this.#start) / 1000);
    const rate = Math.round((rows - this.#before) / seconds);
    const left = fraction === undefined || fraction <= 0 ? undefined : Math.ceil((seconds / fraction) * (1 - fraction));
    this.#write(progressLine({ rows, rate, refused, left }, this.#lang));
  }

  /** Clears the line. */
  end(): void {
    if (this.#shown > 0) this.#write('');
  }
}

/** The head of the chain of records, or of the seal of a workbook, to be kept elsewhere; empty where there is none. */
export function chainText({ chain, seal }: Totals, lang: Lang): string {
  if (seal !== undefined) return (lang === 'vi' ? 'Mã niêm phong: ' : 'Head of the seal: ') + `${seal}\n`;
  if (chain?.head === undefined || chain.head === null) return '';
  const count = grouped(String(chain.count), lang);
  return lang === 'vi'
    ? `Chuỗi ${count} dòng, mã cuối ${chain.head}\n`
    : `Chain of ${count} rows, head ${chain.head}\n`;
}
