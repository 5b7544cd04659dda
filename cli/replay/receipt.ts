import type { Lang } from '../../src/base/text.ts';
import { calculation, type CalculateOptions } from '../../src/engine/calculate.ts';
import { resultOf, type Result } from '../../src/engine/result.ts';
import { receiptOf } from '../../src/engine/receipt.ts';
import { isReceiptOf, shortened } from '../../src/engine/short-receipt.ts';
import { formatMoney } from '../../src/explanation/format.ts';
import type { Law } from '../../src/law/law.ts';
import { replayRead } from '../../src/records/replay.ts';
import { EXIT, Exit } from '../exit.ts';
import { nativeSha256 } from '../files/sha256.ts';
import type { Host } from '../host.ts';
import { parseCaseFile } from '../../src/case/file/read.ts';
import { readText } from '../input/read-text.ts';
import { usage } from '../options.ts';
import { issuesExit, issuesText } from '../output/issues.ts';
import { fileRows } from './rows.ts';

/** A paper's receipt that is to be found again. */
export interface ReceiptJob {
  readonly file: string;
  /** As it stands on the paper. */
  readonly receipt: string;
  readonly core: CalculateOptions & { readonly lang: Lang };
  readonly law: Law;
  readonly host: Host;
}

/**
 * Tells whether the receipt at the foot of a paper is that of a case, or of one of the records of a file, when it is
 * computed today. Ends with 5 where it is not.
 */
export async function receiptFile(job: ReceiptJob): Promise<void> {
  const { receipt, core } = job;
  if (!/^[0-9a-f]{16}$/i.test(receipt.replace(/[\s-]/g, '')))
    throw usage(
      core.lang,
      `--receipt "${receipt}": viết mã ở chân giấy, ví dụ 41d8-4d60-6cf3-dffb.`,
      `--receipt "${receipt}": write what stands at the foot of the paper, such as 41d8-4d60-6cf3-dffb.`,
    );
  const line = /\.ya?ml$/i.test(job.file) ? ofCase(job) : await ofRecords(job);
  job.host.out(`${line}\n`);
}

function ofCase({ file, receipt, core, host }: ReceiptJob): string {
  const text = readText(host, file, core.lang);
  if (typeof text !== 'string') throw new Exit(EXIT.invalid, text.message);
  const read = parseCaseFile(text, core.lang);
  const worked = Array.isArray(read) ? { ok: false as const, issues: read } : calculation(read.raw ?? {}, core);
  if (!worked.ok) throw new Exit(issuesExit(worked.issues), issuesText(worked.issues, core.lang));
  const result = 'refused' in worked.value ? worked.value.refused : resultOf(worked.value, core.lang);
  const { output } = receiptOf(result);
  if (isReceiptOf(receipt, output)) return matches(result, output, core.lang);
  throw differs(receipt, `${shortened(output)} (${ofResult(result, core.lang)})`, core.lang);
}

async function ofRecords({ file, receipt, core, law }: ReceiptJob): Promise<string> {
  const { lang } = core;
  for await (const row of fileRows(file, law, lang)) {
    if (!('read' in row)) continue;
    const { record, receipt: own } = row.read;
    if (!own || !isReceiptOf(receipt, own.output)) continue;
    const { status } = replayRead(row.read, row.row, { law, lang, sha256: nativeSha256 });
    if (status === 'same') return matches(record, own.output, lang);
    throw new Exit(
      EXIT.differences,
      lang === 'vi'
        ? `Bản ghi ở hàng ${row.row} mang mã biên nhận này nhưng tính lại ra kết quả khác. Xem: nd178 replay "${file}".`
        : `The record in row ${row.row} bears this receipt, but computes otherwise today. See: nd178 replay "${file}".`,
    );
  }
  throw differs(
    receipt,
    lang === 'vi' ? 'không bản ghi nào trong tệp mang mã này' : 'no record of the file bears it',
    lang,
  );
}

function ofResult({ total, law: { scheme, version } }: Result, lang: Lang): string {
  return `${formatMoney(total, lang)}, ${scheme}@${version ?? '-'}`;
}

function matches(result: Result, output: string, lang: Lang): string {
  const code = shortened(output);
  return lang === 'vi'
    ? `Khớp: tính lại ra đúng mã biên nhận ${code} (${ofResult(result, lang)}).`
    : `It matches: computed again, this gives the receipt ${code} (${ofResult(result, lang)}).`;
}

function differs(receipt: string, found: string, lang: Lang): Exit {
  return new Exit(
    EXIT.differences,
    lang === 'vi'
      ? `Không khớp mã biên nhận ${receipt}: ${found}. Giấy được lập từ dữ liệu khác, theo luật hoặc cách hiểu khác, bằng bản phần mềm khác, hoặc đã bị sửa.`
      : `The receipt ${receipt} does not match: ${found}. The paper was made from other data, under other law or another reading, by another version of the program, or was altered.`,
  );
}
