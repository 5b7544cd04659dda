import { listDocument, listLaw } from '../../../src/law/show/list.ts';
import type { Host } from '../../host.ts';
import { lawOf, write, type RulesOptions } from './options.ts';

/** `nd178 rules list`: schemes, versions, acts, content hashes. */
export function list(options: RulesOptions, host: Host): void {
  const { law, lang } = lawOf(options, host);
  write({ schema: 'nd178/law-list@1', schemes: listLaw(law, lang) }, () => listDocument(law, lang), options, host);
}
