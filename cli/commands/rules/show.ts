import { lawDocument, showLaw } from '../../../src/lawbook/show/show.ts';
import type { Host } from '../../host.ts';
import { lawAndPlace, lawOf, versionOf, write, type CodedOptions } from './options.ts';
import { provisionsOf } from './place.ts';

/** `nd178 rules show [SCHEME[@DATE]] [ADDRESS or id]`: the consolidated law, or what stands at an address. */
export async function show(
  wanted: string | undefined,
  place: string | undefined,
  options: CodedOptions,
  host: Host,
): Promise<void> {
  const { law, lang } = await lawOf(options, host);
  const [name, where] = lawAndPlace(law, wanted, place);
  const version = versionOf(law, name, lang);
  const some = where === undefined ? undefined : provisionsOf(law, version, where, lang);
  const document = (): ReturnType<typeof lawDocument> =>
    lawDocument(law, version, lang, { codes: options.codes ?? false, some });
  write(showLaw(law, version, lang, some), document, options, host);
}
