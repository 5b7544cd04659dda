import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { annexesOf } from '../../src/law/annexes.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import type { Law } from '../../src/law/law.ts';
import { readPaidList, type PaidList } from '../../src/audit.ts';
import type { Lang } from '../../src/base/text.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { openBytes } from '../files/bytes.ts';
import { officeOf, officeOption } from '../input/office.ts';
import { AUDIT_FORMATS, auditFlags, sampleOf, type AuditFlags } from '../audit/flags.ts';
import { readMap } from '../audit/map-file.ts';
import { auditFiles, proposeMaps, type AuditJob } from '../audit/run.ts';
import type { Host } from '../host.ts';
import { spoken } from '../language.ts';
import { checkReadings, commonOptions, coreOptions, usage } from '../options.ts';
import { mergesOf } from '../batch/flags.ts';
import { DEFAULT_LIMITS } from '../../src/workbook/limits.ts';

const HELP = {
  vi: `
Ví dụ:
  nd178 audit don-vi.xlsx                              bảng tổng hợp và từng hàng sai
  nd178 audit don-vi.xlsx -o da-kiem-tra.xlsx          chính sổ tính đó, ô sai gạch đỏ, số đúng bên dưới
  nd178 audit nop/*.xlsx -o da-kiem-tra/               mỗi sổ tính một bản đã kiểm tra
  nd178 audit nop/*.xlsx --paid da-chi.csv             đối chiếu với danh sách đã chi trả
  nd178 audit nop/*.xlsx --sample 30 --seed 2026-11 --annexes phu-luc.xlsx --minutes bien-ban/
  nd178 audit nop/*.xlsx --format json > ket-qua.json
  nd178 audit --propose-map don-vi.xlsx > cot.yaml     biểu có cột riêng: bản đồ cột để sửa
  nd178 audit don-vi.xlsx --map cot.yaml

Biểu I.1, I.2, I.3, I.5 nhận theo tên trang. Tệp gốc không bao giờ bị sửa.
Mã thoát: 0 không có gì sai; 5 có ô sai; 3 có tệp không đọc được.`,
  en: `
Examples:
  nd178 audit unit.xlsx                                summary and every wrong row
  nd178 audit unit.xlsx -o audited.xlsx                the same workbook, wrong cells struck out above the right value
  nd178 audit sent/*.xlsx -o audited/                  an audited copy of each workbook
  nd178 audit sent/*.xlsx --paid paid.csv              compare with what was paid
  nd178 audit sent/*.xlsx --sample 30 --seed 2026-11 --annexes annexes.xlsx --minutes minutes/
  nd178 audit sent/*.xlsx --format json > report.json
  nd178 audit --propose-map unit.xlsx > columns.yaml   own columns: a map to be checked
  nd178 audit unit.xlsx --map columns.yaml

Forms I.1, I.2, I.3, I.5 are recognised by the name of the tab. The source is never touched.
Exit codes: 0 nothing wrong; 5 differences; 3 a file could not be read.`,
};

/** `nd178 audit`: declared workbooks, recomputed and judged cell by cell. */
export function registerAudit(program: Command, host: Host): void {
  const lang = spoken(program);
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const command = program
    .command('audit')
    .description(
      say(
        'Kiểm tra số liệu đơn vị kê khai trong các biểu phụ lục: tính lại từng ô, khai và tính đặt cạnh nhau',
        'Audit what units declared in the annex forms: every cell recomputed, declared beside computed',
      ),
    )
    .argument('<workbook...>', say('các sổ tính .xlsx, hoặc thư mục chứa chúng', 'workbooks .xlsx, or folders of them'))
    .addHelpText('after', HELP[lang]);
  officeOption(auditFlags(commonOptions(command, AUDIT_FORMATS))).action(async (given: string[], flags: AuditFlags) => {
    const files = given.flatMap((path) => workbooksIn(path, lang));
    const core = await coreOptions(flags, host);
    const law = core.law ?? builtinLaw();
    checkOptions(core, law);
    const map = flags.map === undefined ? undefined : readMap(host, flags.map, law, core.lang);
    const limits = { ...DEFAULT_LIMITS, merges: mergesOf(flags.maxMerges, core.lang) };
    const paid = flags.paid === undefined ? undefined : await readPaid(flags.paid, core.lang);
    const office = await officeOf(flags.office, core.lang, host);
    const sample = sampleOf(flags, core.lang);
    const job: AuditJob = { files, flags, core: { ...core, law }, limits, map, paid, office, sample, host };
    await (flags.proposeMap === true ? proposeMaps(job) : auditFiles(job));
  });
}

/** Names of workbooks, those of older kinds among them, which are converted or refused by name. */
const WORKBOOK = /\.(?:xlsx|xlsm|xls|xlsb|ods|fods)$/i;

/** A folder stands for its workbooks, in the order of their names; anything else for itself. Throws {@link FileRefused}. */
function workbooksIn(path: string, lang: Lang): string[] {
  let names: string[];
  try {
    if (!statSync(path).isDirectory()) return [path];
    names = readdirSync(path);
  } catch {
    // What is wrong with it is told where it is opened.
    return [path];
  }
  const books = names.filter((name) => WORKBOOK.test(name) && !name.startsWith('~$')).sort();
  if (books.length > 0) return books.map((name) => join(path, name));
  throw usage(lang, `${path}: thư mục không có sổ tính nào (.xlsx).`, `${path}: the folder holds no workbook (.xlsx).`);
}

/** The payment list. Throws {@link FileRefused} with its name. */
async function readPaid(path: string, lang: Lang): Promise<PaidList> {
  try {
    return await readPaidList(basename(path), await openBytes(path), lang);
  } catch (error) {
    throw error instanceof FileRefused ? error.in({ file: basename(path) }) : error;
  }
}

/** A scheme that no form is under, or a reading that none of their schemes knows, is told before any workbook. */
function checkOptions({ lang, scheme, interpretations = {} }: Awaited<ReturnType<typeof coreOptions>>, law: Law): void {
  const schemes = [...new Set([...annexesOf(law).forms.values()].map((form) => form.scheme))];
  if (scheme !== undefined && !schemes.includes(scheme)) {
    const schemeNames = schemes.join(', ');
    throw usage(
      lang,
      `--law ${scheme}: không biểu nào theo chế độ này (có: ${schemeNames}).`,
      `--law ${scheme}: no form is under that scheme (there are: ${schemeNames}).`,
    );
  }
  const installed = schemes.filter((one) => law.schemes.has(one));
  checkReadings(law, installed, { interpretations, lang });
}
