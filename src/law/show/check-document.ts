import type { Lang } from '../../base/text.ts';
import type { Block, Document } from '../../explanation/document.ts';
import type { Defect } from '../check/defect.ts';
import type { Law } from '../law.ts';

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

/** The outcome of a check for a reader: each defect with its place, the way out, and the case that shows it. */
export function checkDocument(law: Law, schemes: readonly CheckedScheme[], lang: Lang): Document {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const title = say('Kiểm tra tệp quy tắc', 'Check of the rule files');
  const blocks: Block[] = [];
  for (const { scheme, versions, acts, defects } of schemes) {
    const name = law.schemes.get(scheme)?.title[lang] ?? scheme;
    blocks.push({ kind: 'heading', level: 2, text: `${name} (${scheme})` });
    const scope = say(`${versions} phiên bản, ${acts} văn bản`, `${versions} versions, ${acts} acts`);
    const verdict =
      defects.length === 0
        ? say('không có lỗi', 'no defect')
        : say(`${defects.length} lỗi`, `${defects.length} defects`);
    blocks.push({ kind: 'text', tone: defects.length === 0 ? 'good' : 'error', text: `${scope}: ${verdict}.` });
    if (defects.length > 0) blocks.push(defectSteps(law, defects, lang));
  }
  return { lang, title, blocks };
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
