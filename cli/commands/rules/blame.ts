import { blameDocument, blameOf } from '../../../src/lawbook/show/blame.ts';
import type { Host } from '../../host.ts';
import { lawAndPlace, lawOf, versionOf, write, type CodedOptions } from './options.ts';
import { provisionsOf } from './place.ts';

/** `nd178 rules blame [SCHEME[@DATE]] [ADDRESS or id]`: which act set each value, and what stood there before. */
export async function blame(
  wanted: string | undefined,
  place: string | undefined,
  options: CodedOptions,
  host: Host,
): Promise<void> {
  const { law, lang } = await lawOf(options, host);
  const [name, where] = lawAndPlace(law, wanted, place);
  const version = versionOf(law, name, lang);
  const some = where === undefined ? undefined : provisionsOf(law, version, where, lang);
  const blamed = blameOf(law, version, some);
  const data = { schema: 'nd178/law-blame@1', scheme: version.scheme, version: version.date, leaves: blamed };
  write(data, () => blameDocument(law, version, blamed, lang, options.codes ?? false), options, host);
}
