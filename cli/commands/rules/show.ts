import { mainScheme } from '../../../src/law/act.ts';
import { lawDocument, showLaw } from '../../../src/lawbook/show/show.ts';
import type { Host } from '../../host.ts';
import { lawOf, versionOf, write, type RulesOptions } from './options.ts';

/** `nd178 rules show [SCHEME[@DATE]]`: the consolidated law. */
export function show(wanted: string | undefined, options: RulesOptions, host: Host): void {
  const { law, lang } = lawOf(options, host);
  const version = versionOf(law, wanted ?? mainScheme(law.schemes.values()), lang);
  write(showLaw(law, version, lang), () => lawDocument(law, version, lang), options, host);
}
