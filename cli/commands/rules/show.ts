import { MAIN_SCHEME } from '../../../src/calculate.ts';
import { lawDocument, showLaw } from '../../../src/law/show/show.ts';
import type { Host } from '../../host.ts';
import { lawOf, versionOf, write, type RulesOptions } from './options.ts';

/** `nd178 rules show [SCHEME[@DATE]]`: the consolidated law. */
export function show(wanted: string | undefined, options: RulesOptions, host: Host): void {
  const { law, lang } = lawOf(options, host);
  const version = versionOf(law, wanted ?? MAIN_SCHEME, lang);
  write(showLaw(law, version, lang), () => lawDocument(law, version, lang), options, host);
}
