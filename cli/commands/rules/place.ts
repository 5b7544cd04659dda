import { nearest, type Lang } from '../../../src/base/text.ts';
import { officialPlace } from '../../../src/law/citation.ts';
import type { Consolidated } from '../../../src/law/consolidate.ts';
import type { Law } from '../../../src/law/law.ts';
import type { LawVersion } from '../../../src/law/version.ts';
import { actsNamed, placesNear, provisionsAt, readPlace } from '../../../src/lawbook/show/place.ts';
import type { Exit } from '../../exit.ts';
import { usage } from '../../options.ts';

/** The provisions at a typed address or of an id. Throws a usage error that names the nearest where there are none. */
export function provisionsOf(law: Law, version: LawVersion, place: string, lang: Lang): Consolidated[] {
  const found = provisionsAt(law, version, place);
  if (found.length === 0) throw unknownPlace(law, version, place, lang);
  return found;
}

function unknownPlace(law: Law, version: LawVersion, typed: string, lang: Lang): Exit {
  const { at, act } = readPlace(typed);
  const name = `${version.scheme}@${version.date}`;
  if (act !== undefined && actsNamed(law, version, act).length === 0) {
    const acts = version.acts.map((id) => law.acts.get(id)?.title[lang] ?? id).join(', ');
    return usage(
      lang,
      `Không có văn bản nào gọi là "${act}" trong ${name}. Các văn bản: ${acts}.`,
      `There is no act called "${act}" in ${name}. The acts: ${acts}.`,
    );
  }
  const provisions = [...version.provisions.values()].map((one) => one.provision);
  const names = new Set(provisions.flatMap((one) => [one.id, one.at]));
  const like = /^Điều \d/u.test(at) ? undefined : nearest(typed, names);
  const near = placesNear(law, version, typed).map((place) => `"${officialPlace(place, lang)}"`);
  const ways = like === undefined ? near : [`"${like}"`];
  const [vi, en] =
    ways.length === 0
      ? ['', '']
      : like === undefined
        ? [` Gần nhất có: ${ways.join(', ')}.`, ` The nearest: ${ways.join(', ')}.`]
        : [` Có phải ${ways.join()}?`, ` Did you mean ${ways.join()}?`];
  return usage(
    lang,
    `Không có quy định nào tại "${typed}" trong ${name}.${vi}`,
    `There is no provision at "${typed}" in ${name}.${en}`,
  );
}
