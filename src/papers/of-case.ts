import { bad, good, type Checked } from '../base/checked.ts';
import type { CaseInput, Unread } from '../case/input.ts';
import { calculation, type CalculateOptions } from '../engine/calculate.ts';
import { CALCULATE_OPTIONS } from '../engine/options.ts';
import type { Result } from '../engine/result.ts';
import type { Document } from '../explanation/document.ts';
import { refusalSheet } from '../explanation/refusal.ts';
import { builtinLaw } from '../law/builtin.ts';
import type { CaseIssue } from '../messages/issue.ts';
import { demandOptions, OBJECT, optionIssues, type OptionsOf } from '../messages/options.ts';
import type { Refusal } from '../table/outcome.ts';
import { listPaper } from './list-paper.ts';
import type { Office } from './office.ts';
import { personOfRow, workedOut, type PaperOptions } from './person.ts';
import { sheet } from './sheet.ts';

/** How papers are made: the options of `calculate`, and the office that issues them. */
export interface PaperSettings extends CalculateOptions {
  /** Cơ quan, người ký; dots to be filled in where absent. */
  readonly office?: Office | undefined;
}

const SETTINGS: OptionsOf<PaperSettings> = { ...CALCULATE_OPTIONS, office: OBJECT };

/** The sheet for the dossier of a case (bảng tính chế độ); where no version of the law covers it, the page that says why. */
export function sheetOf(input: CaseInput | Unread, settings: PaperSettings = {}): Checked<Document, CaseIssue> {
  const wrong = optionIssues(settings, SETTINGS);
  if (wrong.length > 0) return bad([...wrong]);
  const { office = {}, ...core } = settings;
  const worked = calculation(input, core);
  if (!worked.ok) return worked;
  const { lang = 'vi', law = builtinLaw(), asOf } = core;
  if ('refused' in worked.value) return good(refusalSheet(worked.value.refused, { lang, law }));
  return good(sheet(worked.value, { lang, law, asOf, office }));
}

/**
 * The paper of a line of a batch: the sheet of a record, or the page that says why there is none. Throws a `TypeError` for
 * a setting that there is none of.
 */
export function paperOf(line: Result | Refusal, settings: PaperSettings = {}): Document {
  const options = optionsOf(settings);
  const person = personOfRow(line, options);
  if ('page' in person) return person.page;
  const { core, law, office } = options;
  return sheet(person.worked, { lang: core.lang, law, asOf: core.asOf, office });
}

/**
 * The list of leavers with the estimate (danh sách, dự toán kinh phí) of the lines of a batch; refusals are not in it.
 * Throws a `TypeError` for a setting that there is none of.
 */
export function listPaperOf(lines: readonly (Result | Refusal)[], settings: PaperSettings = {}): Document {
  const options = optionsOf(settings);
  const people = workedOut(lines.map((line) => personOfRow(line, options)));
  return listPaper(people, { lang: options.core.lang, law: options.law, office: options.office });
}

function optionsOf(settings: PaperSettings): PaperOptions {
  demandOptions(settings, SETTINGS);
  const { office = {}, ...core } = settings;
  const { lang = 'vi', law = builtinLaw() } = core;
  return { core: { ...core, law, lang }, law, office };
}
