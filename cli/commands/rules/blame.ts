import { nearest, type Lang } from '../../../src/base/text.ts';
import { mainScheme } from '../../../src/law/act.ts';
import type { Law } from '../../../src/law/law.ts';
import { blameDocument, blameOf } from '../../../src/lawbook/show/blame.ts';
import type { LawVersion } from '../../../src/law/version.ts';
import type { Exit } from '../../exit.ts';
import type { Host } from '../../host.ts';
import { usage } from '../../options.ts';
import { lawOf, versionOf, write, type RulesOptions } from './options.ts';

/** `nd178 rules blame [SCHEME[@DATE]] [ADDRESS or id]`: which act set each value, and what stood there before. */
export function blame(wanted: string | undefined, place: string | undefined, options: RulesOptions, host: Host): void {
  const { law, lang } = lawOf(options, host);
  const [name, where] = argumentsOf(law, wanted, place);
  const version = versionOf(law, name, lang);
  const blamed = blameOf(law, version, where);
  if (blamed.length === 0 && where !== undefined) throw unknownPlace(version, where, lang);
  const data = { schema: 'nd178/law-blame@1', scheme: version.scheme, version: version.date, leaves: blamed };
  write(data, () => blameDocument(law, version, blamed, lang), options, host);
}

/** One argument alone may be a place of the default scheme. */
function argumentsOf(law: Law, wanted: string | undefined, place: string | undefined): [string, string | undefined] {
  const [scheme = ''] = (wanted ?? '').split('@');
  const alone = wanted !== undefined && place === undefined && !law.schemes.has(scheme) && /[\s.]/.test(wanted);
  const main = mainScheme(law.schemes.values());
  return alone ? [main, wanted] : [wanted ?? main, place];
}

function unknownPlace(version: LawVersion, place: string, lang: Lang): Exit {
  const provisions = [...version.provisions.values()].map((one) => one.provision);
  const near = nearest(place, new Set(provisions.flatMap((one) => [one.id, one.at])));
  const name = `${version.scheme}@${version.date}`;
  return usage(
    lang,
    `Không có quy định nào tại "${place}" trong ${name}.${near === undefined ? '' : ` Có phải "${near}"?`}`,
    `There is no provision at "${place}" in ${name}.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
  );
}
