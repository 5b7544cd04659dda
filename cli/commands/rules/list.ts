import { listDocument, listLaw } from '../../../src/lawbook/show/list.ts';
import type { Host } from '../../host.ts';
import { lawOf, write, type RulesOptions } from './options.ts';

/** `nd178 rules list`: schemes, versions, acts, content hashes. */
export async function list(options: RulesOptions, host: Host): Promise<void> {
  const { law, lang } = await lawOf(options, host);
  const reach = law.reach?.date ?? null;
  const data = { schema: 'nd178/law-list@1', reach, schemes: listLaw(law, lang) };
  write(data, () => listDocument(law, lang), options, host);
}
