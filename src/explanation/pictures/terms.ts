import type { Lang } from '../../base/text.ts';
import type { Result } from '../../engine/result.ts';
import { windowTitle } from '../../law/clock-words.ts';
import type { Law } from '../../law/law.ts';
import type { LawVersion } from '../../law/version.ts';
import { formatDate } from '../format.ts';
import { wordLabel } from '../labels.ts';

/** What the words of a comparison are looked up in. */
export interface Terms {
  readonly law: Law;
  readonly lang: Lang;
  readonly say: (vi: string, en: string) => string;
}

/** The terms of a law in a language. */
export function termsOf(law: Law, lang: Lang): Terms {
  return { law, lang, say: (vi, en) => (lang === 'vi' ? vi : en) };
}

/** The version of the law of a result; undefined where none covers the case. */
export function versionOf({ law }: Terms, result: Result | undefined): LawVersion | undefined {
  const { scheme, version } = result?.law ?? {};
  if (scheme === undefined || version === null || version === undefined) return undefined;
  const found = law.at(scheme, version);
  return found.ok ? found.value : undefined;
}

/** The title of a scheme. */
export function schemeTitle({ law, lang }: Terms, scheme: string): string {
  return law.schemes.get(scheme)?.title[lang] ?? scheme;
}

/** The title of a route of a scheme (chính sách). */
export function routeTitle({ law, lang }: Terms, scheme: string | undefined, route: string): string {
  const schemes = [law.schemes.get(scheme ?? ''), ...law.schemes.values()];
  const found = schemes.flatMap((one) => one?.routes ?? []).find((one) => one.route === route);
  return found?.title[lang] ?? wordLabel('route', route, lang);
}

/** A side of the term in few words: "trong 12 tháng đầu", "từ tháng thứ 13". */
export function windowText(terms: Terms, results: readonly (Result | undefined)[], word: string): string {
  const clocks = results.flatMap((result) => versionOf(terms, result)?.rules('clock') ?? []);
  const provisions = clocks.map(({ provision }) => provision);
  return windowTitle(provisions, word)?.[terms.lang] ?? wordLabel('window', word, terms.lang);
}

/** A chosen reading of an open question, in the words of the rule files. */
export function readingText({ law, lang }: Terms, id: string, option: string): string {
  for (const scheme of law.schemes.keys()) {
    for (const { date } of law.versions(scheme)) {
      const found = law.at(scheme, date);
      const question = found.ok ? found.value.interpretation(id)?.provision : undefined;
      const chosen = question?.options.find((one) => one.option === option);
      if (chosen) return chosen.title[lang];
    }
  }
  return `${id}=${option}`;
}

/** A message with its dates as a reader writes them and its schemes by their titles. */
export function messageText(terms: Terms, message: string): string {
  const { law, lang } = terms;
  const names = [...law.schemes.keys()].sort((a, b) => b.length - a.length);
  const scheme = new RegExp(`(?<![\\p{L}\\d.-])(?:${names.join('|')})(?![\\p{L}\\d-]|@)`, 'gu');
  const routes = new Set([...law.schemes.values()].flatMap((one) => one.routes.map(({ route }) => route)));
  return message
    .replace(/(?<!\d)\d{4}-\d{2}(?:-\d{2})?(?![\d-])/g, (date) => dateText(date, lang))
    .replace(/ \(([a-z][a-z-]*)\)/g, (all, word: string) => (routes.has(word) ? '' : all))
    .replace(scheme, (word) => `“${schemeTitle(terms, word)}”`);
}

function dateText(date: string, lang: Lang): string {
  if (date.length > 7 || lang !== 'vi') return formatDate(date, lang);
  return `${date.slice(5)}/${date.slice(0, 4)}`;
}
