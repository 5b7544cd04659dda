import type { Lang } from '../../base/text.ts';
import type { Block, Document } from '../../explanation/document.ts';
import type { Defect } from '../check/defect.ts';
import type { Law } from '../../law/law.ts';

/** A defect with its place in a file, where it is known. */
export interface PlacedDefect extends Defect {
  readonly file?: string;
  readonly line?: number;
}

/** What was checked of a scheme, and what was found. */
export interface CheckedScheme {
  readonly scheme: string;
  readonly versions: number;
  readonly acts: number;
  readonly defects: readonly PlacedDefect[];
}

/** What was checked of the source ledger, and what was found. */
export interface CheckedLedger {
  /** How many sources it lists. */
  readonly sources: number;
  /** Those that nothing names; told, but no defect. */
  readonly unused: readonly string[];
  readonly defects: readonly PlacedDefect[];
}

/** The outcome of a check for a reader: each defect with its place, the way out, and the case that shows it. */
export function checkDocument(
  law: Law,
  schemes: readonly CheckedScheme[],
  ledger: CheckedLedger,
  lang: Lang,
): Document {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const title = say('Kiểm tra tệp quy tắc', 'Check of the rule files');
  const blocks: Block[] = [];
  for (const { scheme, versions, acts, defects } of schemes) {
    const name = law.schemes.get(scheme)?.title[lang] ?? scheme;
    blocks.push({ kind: 'heading', level: 2, text: `${name} (${scheme})` });
    const scope = say(`${versions} phiên bản, ${acts} văn bản`, `${versions} versions, ${acts} acts`);
    blocks.push(...verdict(law, scope, defects, lang));
  }
  blocks.push({ kind: 'heading', level: 2, text: say('Sổ nguồn', 'Source ledger') });
  blocks.push(...verdict(law, say(`${ledger.sources} nguồn`, `${ledger.sources} sources`), ledger.defects, lang));
  if (ledger.unused.length > 0) {
    const names = ledger.unused.join(', ');
    const text = say(`Nguồn không quy định nào nêu: ${names}.`, `Sources that nothing names: ${names}.`);
    blocks.push({ kind: 'text', tone: 'warning', text });
  }
  return { lang, title, blocks };
}

function verdict(law: Law, scope: string, defects: readonly PlacedDefect[], lang: Lang): Block[] {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const { length } = defects;
  const found = length === 0 ? say('không có lỗi', 'no defect') : say(`${length} lỗi`, `${length} defects`);
  const text: Block = { kind: 'text', tone: length === 0 ? 'good' : 'error', text: `${scope}: ${found}.` };
  return length === 0 ? [text] : [text, defectSteps(law, defects, lang)];
}

function defectSteps(law: Law, defects: readonly PlacedDefect[], lang: Lang): Block {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  return {
    kind: 'steps',
    steps: defects.map((one) => {
      const act = law.acts.get(one.act)?.title[lang] ?? one.act;
      const versions = one.versions.length === 0 ? [] : [`${say('phiên bản', 'versions')}: ${one.versions.join(', ')}`];
      const example = one.example ? [`${say('ví dụ', 'example')}: ${JSON.stringify(one.example)}`] : [];
      return {
        label: one.file === undefined ? one.code : `${one.file}:${one.line ?? 1} ${one.code}`,
        text: one.message[lang],
        held: false,
        notes: [...versions, ...example],
        remedies: [],
        basis: [one.at === '' ? act : `${one.at}, ${act}`],
      };
    }),
  };
}
