import type { Lang, Words } from '../../base/text.ts';
import { ENGINE_VERSION } from '../../engine/engine-version.ts';
import { officialAct } from '../../law/citation.ts';
import type { Law } from '../../law/law.ts';
import type { BatchPlan } from '../../table/batch-plan.ts';
import type { LawUsed, Tally } from '../../table/summary.ts';
import type { SheetCell, SheetPlan, SheetRow } from '../plan.ts';
import { SEAL_NAMES } from '../seal/sheet.ts';
import type { Bases } from './bases.ts';

const WORDS = {
  basis: { vi: 'Căn cứ của các khoản được hưởng', en: 'Legal basis of what is paid' },
  place: { vi: 'Điều, khoản, điểm', en: 'Article, clause, point' },
  versions: { vi: 'Quy định đã áp dụng', en: 'Law that was applied' },
  scheme: { vi: 'Chế độ', en: 'Scheme' },
  since: { vi: 'Quy định có hiệu lực từ', en: 'Law in force since' },
  rows: { vi: 'Số hồ sơ', en: 'Cases' },
  acts: { vi: 'Văn bản', en: 'Acts' },
  key: { vi: 'Phiên bản (để tính lại)', en: 'Version (to compute again)' },
  hash: { vi: 'Mã nội dung SHA-256 (để đối chiếu)', en: 'Content hash, SHA-256 (to compare)' },
  run: { vi: 'Cách tính của lần chạy này', en: 'How this run was computed' },
  engine: { vi: 'Phiên bản chương trình', en: 'Program version' },
  seal: { vi: 'Trang niêm phong', en: 'Sheet of the seal' },
  file: { vi: 'Tệp gốc', en: 'Input file' },
  reading: { vi: 'Cách hiểu đã chọn', en: 'Chosen reading' },
  accepted: { vi: 'Quy định chưa kiểm chứng được chấp nhận', en: 'Accepted unverified provision' },
} as const satisfies Readonly<Record<string, Words>>;

const WIDTHS = [84, 18, 12, 76, 24, 76] as const;

/** What the sheet of the law tells of the results. */
interface Applied {
  readonly tally: Tally;
  readonly bases: Bases;
  /** Whether the workbook is sealed. */
  readonly isSealed: boolean;
}

/**
 * The sheet of the law: the legal bases of what is paid, the versions that were applied, and what was chosen for the run.
 * Acts, key and hash of a version are for whoever computes the results again, and are folded away.
 */
export function lawSheet(name: string, applied: Applied, plan: BatchPlan, law: Law): SheetPlan {
  return { name, widths: WIDTHS, frozenRows: 0, foldedFrom: 3, paper: 'a4', rows: lawRows(applied, plan, law) };
}

function* lawRows(
  { tally, bases, isSealed }: Applied,
  { core, place, sheets }: BatchPlan,
  law: Law,
): Generator<SheetRow, void, undefined> {
  const { lang } = core;
  const heading = (...words: readonly Words[]): SheetRow =>
    words.map((word) => ({ text: word[lang], style: 'heading' }));
  const found = bases.counted();
  if (found.length > 0) {
    yield [{ text: WORDS.basis[lang], style: 'title' }];
    yield heading(WORDS.place, WORDS.rows);
    for (const [basis, rows] of found) yield [{ text: basis, style: 'long' }, countCell(rows)];
    yield [];
  }
  const { laws } = tally.data();
  if (laws.length > 0) {
    yield [{ text: WORDS.versions[lang], style: 'title' }];
    yield heading(WORDS.scheme, WORDS.since, WORDS.rows, WORDS.acts, WORDS.key, WORDS.hash);
    for (const used of laws) yield versionRow(used, law, lang);
    yield [];
  }
  yield [{ text: WORDS.run[lang], style: 'title' }];
  yield runRow(WORDS.engine[lang], `nd178 ${ENGINE_VERSION}`);
  if (isSealed) yield runRow(WORDS.seal[lang], SEAL_NAMES[lang]);
  const read = [place.file, place.sheet ?? sheets?.map(({ sheet }) => sheet).join(', ')].filter(Boolean);
  if (place.file !== undefined) yield runRow(WORDS.file[lang], read.join(', '));
  for (const [id, option] of Object.entries(core.interpretations ?? {}))
    yield runRow(WORDS.reading[lang], readingText(laws, law, id, option, lang));
  for (const id of core.acceptUnverified ?? []) yield runRow(WORDS.accepted[lang], id);
}

function versionRow({ scheme, version, hash, rows, acts }: LawUsed, law: Law, lang: Lang): SheetRow {
  return [
    { text: law.schemes.get(scheme)?.title[lang] ?? scheme, style: 'long' },
    { date: version },
    countCell(rows),
    { text: acts.map((act) => officialAct(law.acts.get(act), act, lang)).join(';\n'), style: 'long' },
    { text: `${scheme}@${version}` },
    { text: hash },
  ];
}

function countCell(rows: number): SheetCell {
  return { number: String(rows), style: 'count' };
}

function runRow(label: string, text: string): SheetRow {
  return [{ text: `${label}: ${text}`, style: 'plain', across: 3 }];
}

/** A reading that was chosen: the question and the option in words, as the first version that knows them has them. */
function readingText(laws: readonly LawUsed[], law: Law, id: string, option: string, lang: Lang): string {
  for (const { scheme, version } of laws) {
    const found = law.at(scheme, version);
    const rule = found.ok ? found.value.interpretation(id)?.provision : undefined;
    const chosen = rule?.options.find((one) => one.option === option);
    if (rule && chosen) return `${rule.question[lang]} ${chosen.title[lang]}`;
  }
  return `${id} = ${option}`;
}

/** What the sheet of the law tells a replay. */
export interface ToldLaw {
  /** The version of the program that wrote the workbook. */
  engine?: string;
  /** Whether the workbook was sealed when it was written. */
  isSealed?: true;
  /** The content hash of each version, by its key (`nd178@2025-03-15`). */
  readonly hashes: Map<string, string>;
}

/** Notes what a row of a sheet of the law tells a replay. */
export function readLawRow(texts: readonly string[], told: ToldLaw): void {
  const [label = ''] = texts;
  for (const lang of ['vi', 'en'] as const) {
    if (label.startsWith(`${WORDS.engine[lang]}: nd178 `)) told.engine = label.split(' nd178 ')[1] ?? '';
    if (label === `${WORDS.seal[lang]}: ${SEAL_NAMES[lang]}`) told.isSealed = true;
  }
  const at = texts.findIndex((text) => /^[\w-]+@\d{4}-\d{2}-\d{2}$/.test(text));
  const [key, hash] = [texts[at], texts[at + 1]];
  if (key !== undefined && hash?.startsWith('sha256:')) told.hashes.set(key, hash);
}
