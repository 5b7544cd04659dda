import { basename } from 'node:path';
import { jsonText } from '../../src/base/printable.ts';
import type { CalculateOptions } from '../../src/engine/calculate.ts';
import type { Lang } from '../../src/base/text.ts';
import type { Law } from '../../src/law/law.ts';
import { ENGINE_VERSION } from '../../src/engine/engine-version.ts';
import { effectDocument, type EffectReport } from '../../src/records/effect-document.ts';
import { effectRows, nobodyRead } from '../../src/records/effect-rows.ts';
import type { Effect } from '../../src/records/effect.ts';
import { unitBy } from '../../src/records/unit.ts';
import { effectVerdict } from '../../src/records/verdict.ts';
import { EXIT, Exit } from '../exit.ts';
import type { Host } from '../host.ts';
import { usage } from '../options.ts';
import { layout, type DocumentFormat } from '../output/document.ts';
import type { ReplayFlags } from './flags.ts';
import { nativeSha256 } from '../files/sha256.ts';
import { fileRows } from './rows.ts';
import { checkReportPlace, saveReport } from './report.ts';

/** A question about the effect of another law on recorded people. */
export interface WhatIfJob {
  readonly file: string;
  readonly flags: ReplayFlags;
  readonly core: CalculateOptions & { readonly lang: Lang; readonly law: Law };
  /** The built-in law, under which the records are checked first. */
  readonly builtin: Law;
  readonly host: Host;
}

/** Works out what another law would give to all recorded people, and writes the report. */
export async function whatIfFile(job: WhatIfJob): Promise<void> {
  const { flags, core, host } = job;
  const { lang, law } = core;
  checkQuestion(job);
  if (flags.output !== undefined) await checkReportPlace(flags.output, job.file, lang);
  const format = flags.format ?? 'table';
  const tell = teller(job, format);
  const report = await walk(job, tell.person);
  if (report.summary.all.people === 0) {
    throw new Exit(EXIT.invalid, nobodyRead(lang));
  }
  if (format === 'json' || format === 'ndjson') tell.end(report);
  else host.styled(layout(effectDocument(report, law, lang), format as DocumentFormat, host));
  if (flags.output !== undefined) await saveReport(flags.output, effectDocument(report, law, lang));
}

async function walk({ file, flags, core, builtin }: WhatIfJob, tell: (effect: Effect) => void): Promise<EffectReport> {
  const { lang } = core;
  const unitOf = unitBy(flags.unit);
  if (!unitOf) {
    throw usage(
      lang,
      `--unit "${flags.unit ?? ''}" sẽ lộ dữ liệu cá nhân. Dùng tên cột đơn vị, case.person.group hoặc id:-.`,
      `--unit "${flags.unit ?? ''}" would show personal data. Use a unit column, case.person.group or id:-.`,
    );
  }
  const rows = fileRows(file, builtin, lang);
  const report = await effectRows(rows, { core, builtin, sha256: nativeSha256, unitOf, tell });
  return { ...report, law: question(flags, lang) };
}

/** What is asked, in the words of the command line. */
function question({ law, asOf, rules, interpret = [] }: ReplayFlags, lang: Lang): string {
  const parts = [
    ...(law === undefined ? [] : [law]),
    ...(asOf === undefined ? [] : [(lang === 'vi' ? 'luật ngày ' : 'the law of ') + asOf]),
    ...(rules === undefined ? [] : [(lang === 'vi' ? 'quy tắc trong ' : 'the rules in ') + basename(rules)]),
    ...interpret,
  ];
  return parts.join(', ');
}

/** Faults of the question itself are told once, before any record. */
function checkQuestion({ core }: WhatIfJob): void {
  const { law, lang, scheme, asOf, interpretations = {} } = core;
  if (scheme !== undefined) {
    const found = law.at(scheme, asOf ?? '9999-12-31', lang);
    const faults = found.ok ? [] : found.issues.filter(({ code }) => asOf !== undefined || code === 'unknown-scheme');
    if (faults.length > 0) throw new Exit(EXIT.usage, faults.map((one) => one.message).join('\n'));
  }
  const schemes = scheme === undefined ? [...law.schemes.keys()] : [scheme];
  for (const [id, option] of Object.entries(interpretations)) {
    if (schemes.some((one) => law.questions(one).get(id)?.includes(option) === true)) continue;
    const allReadings = schemes.flatMap((one) =>
      [...law.questions(one)].flatMap(([name, options]) => options.map((each) => `${name}=${each}`)),
    );
    throw usage(
      lang,
      `Không có cách hiểu ${id}=${option}. Có: ${allReadings.join(', ')}.`,
      `There is no reading ${id}=${option}. There are: ${allReadings.join(', ')}.`,
    );
  }
}

interface Teller {
  readonly person: (effect: Effect) => void;
  readonly end: (report: EffectReport) => void;
}

/** Writes for programs: every person whose amount or outcome changes, by row and id, then the sums. */
function teller({ file, host, core }: WhatIfJob, format: string): Teller {
  const moved = ({ difference, outcomeBefore, outcomeAfter }: Effect): boolean =>
    difference !== '0' || outcomeBefore !== outcomeAfter;
  const closing = ({ summary, law, unsound }: EffectReport): Record<string, unknown> => ({
    law,
    unsound,
    ...summary,
    verdict: effectVerdict(summary, law, unsound, core.lang),
  });
  if (format === 'ndjson') {
    return {
      person: (effect) => host.out(jsonText(effect) + '\n'),
      end: (report) => host.out(jsonText({ schema: 'nd178/effect-summary@1', ...closing(report) }) + '\n'),
    };
  }
  if (format !== 'json') return { person: () => undefined, end: () => undefined };
  const head = { schema: 'nd178/effect@1', engine: ENGINE_VERSION, ...(file === '-' ? {} : { file: basename(file) }) };
  let before = jsonText(head).slice(0, -1) + ',"people":[\n';
  return {
    person: (effect) => {
      if (!moved(effect)) return;
      host.out(before + jsonText(effect));
      before = ',\n';
    },
    end: (report) => host.out(`${before === ',\n' ? '' : before}\n],${jsonText(closing(report)).slice(1)}\n`),
  };
}
