import type { Lang } from '../base/text.ts';
import type { Law } from '../law/law.ts';
import type { Result } from '../engine/result.ts';
import { basisOf } from './context.ts';
import type { Document } from './document.ts';
import { formatDate, readable } from './format.ts';

/** The document of a case that no version of the law covers: why, and which dates the scheme covers. */
export function refusalSheet(result: Result, options: { readonly lang: Lang; readonly law: Law }): Document {
  const { lang, law } = options;
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const title = say('Không tính được', 'Cannot be computed');
  const who = [result.id, result.case.person.name].filter((text) => text !== undefined).join(' · ');
  return {
    lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...(who === '' ? [] : [{ kind: 'text', text: who, tone: 'strong' } as const]),
      {
        kind: 'list',
        items: result.findings.map((found) => {
          const basis = basisOf(law, found.cite, lang).map((one) => one.text);
          return {
            text: readable(found.message, lang) + (basis.length > 0 ? ` (${basis.join('; ')})` : ''),
            tone: 'error' as const,
          };
        }),
      },
      {
        kind: 'text',
        text: say(
          `Ngày nghỉ trong hồ sơ: ${formatDate(result.case.leaving.date, lang)}. Các chế độ hiện có: ${schemes(law, lang)}.`,
          `Leaving date of the case: ${result.case.leaving.date}. Schemes at hand: ${schemes(law, lang)}.`,
        ),
      },
    ],
  };
}

function schemes(law: Law, lang: Lang): string {
  return [...law.schemes.values()]
    .map(({ scheme, covers }) => {
      const until = covers.until === undefined ? '' : ` – ${formatDate(covers.until, lang)}`;
      return `${scheme} (${lang === 'vi' ? 'từ' : 'from'} ${formatDate(covers.from, lang)}${until})`;
    })
    .join(', ');
}
