import type { Lang } from '../base/text.ts';
import type { Result } from '../engine/result.ts';
import type { Law } from '../law/law.ts';
import type { LawVersion } from '../law/version.ts';

/** An open question as a workbook of results tells it, and the reading by which it was computed. */
export interface ToldQuestion {
  readonly id: string;
  readonly chosen: string;
}

/**
 * The open legal questions of a result (câu hỏi pháp lý còn mở) in words, one a line: the question, the reading chosen,
 * and what each other reading would pay.
 */
export function questionWords({ interpretations, law: applied }: Result, law: Law, lang: Lang): string | null {
  if (interpretations.length === 0 || applied.version === null) return null;
  const version = law.at(applied.scheme, applied.version);
  const [computed, otherwise] = CHOSEN[lang];
  return interpretations
    .map(({ id, chosen, alternatives }) => {
      const found = version.ok ? version.value.interpretation(id)?.provision : undefined;
      const title = (option: string): string =>
        found?.options.find((one) => one.option === option)?.title[lang] ?? option;
      const others = alternatives.map(({ option, total }) => `${title(option)}: ${money(total, lang)}`);
      return `${found?.question[lang] ?? id} ${computed}: ${title(chosen)}. ${otherwise}: ${others.join('; ')}.`;
    })
    .join('\n');
}

const CHOSEN: Readonly<Record<Lang, readonly [computed: string, otherwise: string]>> = {
  vi: ['Đã tính theo', 'Cách khác'],
  en: ['Computed as', 'Otherwise'],
};

/** The questions that a text of {@link questionWords} tells, in either language; also as earlier releases wrote them. */
export function readQuestions(text: string, version: LawVersion | undefined): ToldQuestion[] {
  const coded = [...text.matchAll(/^(\S+) = (\S+)/gm)].map(([, id = '', chosen = '']) => ({ id, chosen }));
  const rules = version?.rules('interpretation') ?? [];
  const worded = text.split('\n').flatMap((line) =>
    rules.flatMap(({ provision: { interpretation, question, options } }) =>
      (['vi', 'en'] as const).flatMap((lang) => {
        const begins = (option: string): boolean =>
          line.startsWith(`${question[lang]} ${CHOSEN[lang][0]}: ${option}. ${CHOSEN[lang][1]}: `);
        const chosen = options.find(({ title }) => begins(title[lang]));
        return chosen ? [{ id: interpretation, chosen: chosen.option }] : [];
      }),
    ),
  );
  return [...coded, ...worded];
}

/** An amount as people write it: 15.356.250 đồng. */
function money(amount: string, lang: Lang): string {
  const [whole = '', fraction] = amount.split('.');
  const [group, point, unit] = lang === 'vi' ? ['.', ',', 'đồng'] : [',', '.', 'đồng'];
  const grouped: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) grouped.unshift(whole.slice(Math.max(0, end - 3), end));
  return `${grouped.join(group)}${fraction === undefined ? '' : point + fraction} ${unit}`;
}
