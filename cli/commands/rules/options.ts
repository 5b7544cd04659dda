import { jsonText } from '../../../src/base/printable.ts';
import { nearest, type Lang } from '../../../src/base/text.ts';
import { mainScheme } from '../../../src/law/act.ts';
import type { Document } from '../../../src/explanation/document.ts';
import type { Law } from '../../../src/law/law.ts';
import type { LawVersion } from '../../../src/law/version.ts';
import { schemeAndDay } from '../../day-option.ts';
import { EXIT, Exit } from '../../exit.ts';
import { hostLang, type Host } from '../../host.ts';
import { loadRules } from '../../input/rules.ts';
import { usage } from '../../options.ts';
import { layout, type DocumentFormat } from '../../output/document.ts';

/** The options of the `rules` commands. */
export interface RulesOptions {
  readonly rules?: string;
  readonly format: 'table' | 'json' | 'md' | 'html';
  readonly lang?: string;
}

/** The options of commands that speak to readers of the law, or with `--codes` to writers of rule files. */
export interface CodedOptions extends RulesOptions {
  readonly codes?: boolean;
}

/** The law and the place of a command; one argument alone may be a place of the default scheme. */
export function lawAndPlace(
  law: Law,
  wanted: string | undefined,
  place: string | undefined,
): [name: string, place: string | undefined] {
  const [scheme = ''] = (wanted ?? '').split('@');
  const alone = wanted !== undefined && place === undefined && !law.schemes.has(scheme) && /[\s.]/.test(wanted);
  const main = mainScheme(law.schemes.values());
  return alone ? [main, wanted] : [wanted ?? main, place];
}

/** The law that a command looks at, and the language it answers in. */
export async function lawOf(
  options: Pick<RulesOptions, 'rules' | 'lang'>,
  host: Host,
): Promise<{ law: Law; lang: Lang }> {
  const lang = hostLang(host, options.lang);
  return { law: await loadRules(options.rules, lang), lang };
}

/** Writes data as JSON, or a document laid out, to stdout. */
export function write(data: unknown, document: () => Document, options: RulesOptions, host: Host): void {
  if (options.format === 'json') host.out(jsonText(data, 2) + '\n');
  else host.styled(layout(document(), options.format as DocumentFormat, host));
}

/** The scheme of that name, or a usage error that suggests one. */
export function schemeOf(law: Law, name: string, lang: Lang): string {
  if (law.schemes.has(name)) return name;
  const names = [...law.schemes.keys()];
  const near = nearest(name, names);
  throw usage(
    lang,
    `Không có chế độ "${name}".${near === undefined ? '' : ` Có phải "${near}"?`} Các chế độ: ${names.join(', ')}.`,
    `There is no scheme "${name}".${near === undefined ? '' : ` Did you mean "${near}"?`} Schemes: ${names.join(', ')}.`,
  );
}

/** The version that `scheme[@date]` names: without a date the latest. Throws a usage error. */
export function versionOf(law: Law, text: string, lang: Lang): LawVersion {
  const [name, date] = schemeAndDay('', text, lang);
  const scheme = schemeOf(law, name, lang);
  const found = law.at(scheme, date ?? law.versions(scheme).at(-1)?.date ?? '', lang);
  if (found.ok) return found.value;
  throw new Exit(EXIT.usage, found.issues.map((one) => one.message).join('\n'));
}
